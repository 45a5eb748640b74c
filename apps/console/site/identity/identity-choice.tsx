import { Alert, Badge, Group, NavLink, ScrollArea, Stack, Tabs, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Failure } from "../components/failure.tsx";
import { PageSkeleton } from "../components/page-skeleton.tsx";
import { useIdentity } from "./current-identity.tsx";
import { developmentIdentities } from "./development-accounts.ts";
import type { Identity } from "./identity.ts";
import { identityTexts } from "./identity-texts.ts";
import { KeptKeys } from "./kept-keys.tsx";
import { NewKey } from "./new-key.tsx";
import { useRoles } from "./role-texts.ts";

/** Chooses as whom to act: somebody of the development economy, or a key of one's own. */
export function IdentityChoice({ done }: { readonly done: () => void }) {
  const t = identityTexts.use();
  const { choose } = useIdentity();
  const people = useQuery({ queryKey: ["development-accounts"], queryFn: developmentIdentities, staleTime: Number.POSITIVE_INFINITY });
  const chosen = (identity: Identity) => {
    choose(identity);
    done();
  };
  if (people.isPending) return <PageSkeleton />;
  if (people.isError) return <Failure error={people.error} retry={() => void people.refetch()} />;
  const isDevelopment = people.data.length > 0;
  return (
    <Tabs defaultValue={isDevelopment ? "development" : "mine"} keepMounted={false}>
      <Tabs.List>
        {isDevelopment ? <Tabs.Tab value="development">{t("development")}</Tabs.Tab> : null}
        <Tabs.Tab value="mine">{t("mine")}</Tabs.Tab>
        <Tabs.Tab value="add">{t("add")}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="development" pt="sm">
        <DevelopmentPeople people={people.data} chosen={chosen} />
      </Tabs.Panel>
      <Tabs.Panel value="mine" pt="sm">
        <KeptKeys chosen={chosen} />
      </Tabs.Panel>
      <Tabs.Panel value="add" pt="sm">
        <NewKey chosen={chosen} />
      </Tabs.Panel>
    </Tabs>
  );
}

function DevelopmentPeople({ people, chosen }: { readonly people: readonly Identity[]; readonly chosen: (identity: Identity) => void }) {
  const t = identityTexts.use();
  const roles = useRoles();
  const [wanted, setWanted] = useState("");
  const found = people.filter(({ name, role }) =>
    `${name} ${role ?? ""} ${role === undefined ? "" : roles.nameOf(role)}`.toLowerCase().includes(wanted.trim().toLowerCase()),
  );
  return (
    <Stack gap="sm">
      <Alert color="yellow" variant="light">
        {t("developmentText")}
      </Alert>
      <TextInput data-autofocus label={t("search")} value={wanted} onChange={(event) => setWanted(event.currentTarget.value)} />
      <ScrollArea.Autosize mah={360}>
        {found.slice(0, 100).map((person) => (
          <NavLink
            key={person.name}
            component="button"
            label={
              <Group justify="space-between" wrap="nowrap">
                <Text span>{person.name}</Text>
                <Badge variant="light" color="gray">
                  {person.role === undefined ? "" : roles.nameOf(person.role)}
                </Badge>
              </Group>
            }
            onClick={() => chosen(person)}
          />
        ))}
        {found.length === 0 ? <Text c="dimmed">{t("noMatch")}</Text> : null}
      </ScrollArea.Autosize>
    </Stack>
  );
}
