import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { developmentIdentities } from "./development-accounts.ts";
import type { Identity } from "./identity.ts";
import { storedKeys } from "./stored-keys.ts";

/** Addresses that have a name here. */
export interface Names {
  /** The name of an address, `undefined` if it has none. */
  of(address: string): string | undefined;
  /** The address of a name or of an address as text; `undefined` if it is neither. */
  find(text: string): Identity["address"] | undefined;
  readonly all: readonly Pick<Identity, "name" | "address" | "role">[];
}

/** Names of the development economy and of the keys kept in this browser. */
export function useNames(): Names {
  const people = useQuery({ queryKey: ["development-accounts"], queryFn: developmentIdentities, staleTime: Number.POSITIVE_INFINITY });
  return useMemo(
    () => namesOf([...(people.data ?? []), ...storedKeys().map(({ name, address }) => ({ name, address, role: undefined }))]),
    [people.data],
  );
}

function namesOf(all: readonly Pick<Identity, "name" | "address" | "role">[]): Names {
  const byAddress = new Map(all.map(({ address, name }) => [address as string, name]));
  const byName = new Map(all.map(({ address, name }) => [name.toLowerCase(), address]));
  return {
    all,
    of: (address) => byAddress.get(address),
    find: (text) => {
      const trimmed = text.trim();
      return /^0x[0-9a-f]{64}$/i.test(trimmed) ? (trimmed.toLowerCase() as Identity["address"]) : byName.get(trimmed.toLowerCase());
    },
  };
}
