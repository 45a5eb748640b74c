import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { developmentIdentities } from "./development-accounts.ts";
import { useNamedInstitutions } from "./institution-names.ts";
import { type Names, namesOf } from "./names-of.ts";
import { storedKeys } from "./stored-keys.ts";

export type { Names } from "./names-of.ts";

/** Names of the keys kept in this browser and of the development economy, and on every ledger those of its institutions. */
export function useNames(): Names {
  const people = useQuery({ queryKey: ["development-accounts"], queryFn: developmentIdentities, staleTime: Number.POSITIVE_INFINITY });
  const institutions = useNamedInstitutions();
  return useMemo(() => {
    const own = storedKeys().map(({ name, address }) => ({ name, address, role: undefined }));
    return namesOf([...(people.data ?? []), ...own], institutions ?? []);
  }, [people.data, institutions]);
}
