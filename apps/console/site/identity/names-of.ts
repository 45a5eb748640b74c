import type { Address } from "@sycee/protocol";
import type { Identity } from "./identity.ts";
import type { NamedInstitution } from "./institution-names.ts";

type Named = Pick<Identity, "name" | "address" | "role">;

/** Addresses that have a name here. */
export interface Names {
  /** The name of an address, `undefined` if it has none. */
  of(address: string): string | undefined;
  /** The address of a name or of an address as text; `undefined` if it is neither, or if several institutions have the name. */
  find(text: string): Identity["address"] | undefined;
  readonly all: readonly Named[];
}

/** Names of one's own come first: an institution is called what it likes, so none can take the name of somebody who is known here. */
export function namesOf(known: readonly Named[], institutions: readonly NamedInstitution[]): Names {
  const byAddress = new Map([...institutions, ...known.map(({ address, name }) => [address as string, name] as const)]);
  const addresses = new Set(known.map(({ address }) => address as string));
  const others = institutions.filter(([address]) => !addresses.has(address));
  const byName = new Map<string, Address | undefined>();
  for (const [address, name] of others) {
    const key = name.toLowerCase();
    byName.set(key, byName.has(key) ? undefined : (address as Address));
  }
  for (const { address, name } of known) byName.set(name.toLowerCase(), address);
  const findable = others.filter(([address, name]) => byName.get(name.toLowerCase()) === address);
  return {
    all: [...known, ...findable.map(([address, name]) => ({ name, address: address as Address, role: undefined }))],
    of: (address) => byAddress.get(address),
    find: (text) => {
      const trimmed = text.trim();
      return /^0x[0-9a-f]{64}$/i.test(trimmed) ? (trimmed.toLowerCase() as Address) : byName.get(trimmed.toLowerCase());
    },
  };
}
