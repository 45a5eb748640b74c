import { pages } from "@sycee/sdk";
import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { client } from "../../app/client.ts";
import { shortened } from "../../components/copyable.tsx";

/** Gives the name under which an institution was opened, or its shortened address while that is not known. */
export function useInstitutionNames(): (address: string) => string {
  const { data } = useQuery({ queryKey: ["institution-names"], queryFn: institutionNames, staleTime: 60_000 });
  return useCallback((address) => data?.get(address) ?? shortened(address), [data]);
}

async function institutionNames(): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for await (const page of pages((after) => client.economy.institutions({ limit: 100, ...after }))) {
    for (const { address, name } of page.institutions) if (name !== "") names.set(address, name);
  }
  return names;
}
