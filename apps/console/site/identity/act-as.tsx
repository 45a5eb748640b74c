import { Button } from "@mantine/core";
import { IconUserCircle } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useIdentity } from "./current-identity.tsx";
import { developmentIdentities } from "./development-accounts.ts";
import type { Identity } from "./identity.ts";
import { identityTexts } from "./identity-texts.ts";

/** Everybody of the development economy; nobody on another ledger, `undefined` while that is not known. */
export function useDevelopmentIdentities(): readonly Identity[] | undefined {
  const people = useQuery({ queryKey: ["development-accounts"], queryFn: developmentIdentities, staleTime: Number.POSITIVE_INFINITY });
  return people.isError ? [] : people.data;
}

/** The same as whoever of the development economy has a role first; nothing where nobody has it. */
export function ActAsRole({ role }: { readonly role: string }) {
  const identity = useDevelopmentIdentities()?.find((person) => person.role === role);
  return identity === undefined ? null : <ActAs identity={identity} />;
}

/** Acts at one press as somebody of the development economy. */
export function ActAs({ identity }: { readonly identity: Identity }) {
  const t = identityTexts.use();
  const { choose } = useIdentity();
  return (
    <Button size="xs" leftSection={<IconUserCircle size={16} />} onClick={() => choose(identity)}>
      {t("actAsName", { name: identity.name })}
    </Button>
  );
}
