import type { Address } from "@sycee/protocol";
import type { Identity } from "./identity.ts";
import type { NamedInstitution } from "./institution-names.ts";

type Named = Pick<Identity, "name" | "address" | "role">;

/** Addresses that have a name here. Small and large letters make no difference to a name. */
export interface Names {
  /** The name of an address, `undefined` if it has none. */
  of(address: string): string | undefined;
  /** The address of a name or of an address as text; `undefined` if it is neither, or if several have the name. */
  find(text: string): Identity["address"] | undefined;
  /** Whether somebody at another address than this has the name here, or has it as an address. */
  isOfAnother(name: string, address: string): boolean;
  readonly all: readonly Named[];
}

/** Names of one's own come first: an institution is called what it likes, so none can take the name of somebody who is known here. */
export function namesOf(known: readonly Named[], institutions: readonly NamedInstitution[]): Names {
  const byAddress = new Map([...institutions, ...known.map(({ address, name }) => [address as string, name] as const)]);
  const own = addressesByName(known.map(({ address, name }) => [address, name]));
  const addresses = new Set(known.map(({ address }) => address as string));
  const others = institutions.filter(([address]) => !addresses.has(address));
  const ofOthers = addressesByName(others);
  const find = (name: string): Address | undefined => {
    const [found, ...further] = own.get(keyOf(name)) ?? ofOthers.get(keyOf(name)) ?? [];
    return further.length === 0 ? (found as Address | undefined) : undefined;
  };
  const findable = others.filter(([address, name]) => find(name) === address);
  return {
    all: [...known, ...findable.map(([address, name]) => ({ name, address: address as Address, role: undefined }))],
    of: (address) => byAddress.get(address),
    find: (text) => addressIn(text) ?? find(text),
    isOfAnother: (name, address) => {
      const key = keyOf(name);
      const having = [addressIn(name) ?? address, ...(own.get(key) ?? []), ...(ofOthers.get(key) ?? [])];
      return having.some((other) => other !== address);
    },
  };
}

function addressesByName(named: readonly NamedInstitution[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const [address, name] of named) found.set(keyOf(name), (found.get(keyOf(name)) ?? new Set()).add(address));
  return found;
}

function keyOf(name: string): string {
  return name.trim().toLowerCase();
}

function addressIn(text: string): Address | undefined {
  const trimmed = text.trim();
  return /^0x[0-9a-f]{64}$/i.test(trimmed) ? (trimmed.toLowerCase() as Address) : undefined;
}
