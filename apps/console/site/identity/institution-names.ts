import { pages } from "@sycee/sdk";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { client } from "../app/client.ts";
import { shortened } from "../components/copyable.tsx";

/** An institution and the name under which it was opened on the ledger. */
export type NamedInstitution = readonly [address: string, name: string];

/** More institutions than this are not named on every page. */
const MOST_NAMES = 2_000;

/** The names under which the ledger's institutions were opened; none while they are not known. */
export function useNamedInstitutions(): readonly NamedInstitution[] | undefined {
  return useQuery({ queryKey: ["institution-names"], queryFn: namedInstitutions, staleTime: 60_000 }).data;
}

/** Gives the name under which an institution was opened, or its shortened address while that is not known. */
export function useInstitutionNames(): (address: string) => string {
  const named = useNamedInstitutions();
  const names = useMemo(() => new Map(named), [named]);
  return useCallback((address) => names.get(address) ?? shortened(address), [names]);
}

async function namedInstitutions(): Promise<readonly NamedInstitution[]> {
  const names = new Map<string, string>();
  for await (const page of pages((after) => client.economy.institutions({ limit: 100, ...after }))) {
    for (const { address, name } of page.institutions) if (name !== "") names.set(address, name);
    if (names.size >= MOST_NAMES) break;
  }
  return [...names];
}
