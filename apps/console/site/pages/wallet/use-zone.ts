import { zoneOfUnits } from "@sycee/sdk";
import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { client } from "../../app/client.ts";

/** Where months of statements end, in minutes east of Greenwich: where those of the ledger's units do, as everywhere else. */
export function useZone(): UseQueryResult<number> {
  return useQuery({
    queryKey: ["zone-of-units"],
    queryFn: async () => zoneOfUnits(await client.instruments()),
    staleTime: 60_000,
  });
}
