import { Anchor, Badge, Group, Paper, ScrollArea, Skeleton, Text, TextInput, Title } from "@mantine/core";
import { type Address, shortAddress } from "@sycee/protocol";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { client } from "../../app/client.ts";
import { Failure } from "../../components/failure.tsx";
import { explorerTexts } from "./explorer-texts.ts";

/** Every module on the ledger. */
export function ModulesList() {
  const t = explorerTexts.use();
  const [wanted, setWanted] = useState("");
  const modules = useQuery({ queryKey: ["modules"], queryFn: () => client.modules(), staleTime: 30_000 });
  const shown = (modules.data ?? []).filter(({ address, name }) =>
    `${shortAddress(address as Address)}::${name}`.includes(wanted.trim().toLowerCase()),
  );
  return (
    <Paper withBorder p="md" component="section">
      <Title order={3} size="h5" mb="sm">
        {t("modules")}
      </Title>
      {modules.isError ? <Failure error={modules.error} retry={() => void modules.refetch()} /> : null}
      <TextInput
        aria-label={t("filter")}
        placeholder={t("filter")}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
        mb="xs"
      />
      {modules.isPending ? <Skeleton height={360} /> : null}
      <ScrollArea.Autosize mah={420} viewportProps={{ tabIndex: 0 }}>
        {shown.map(({ address, name, functions, package: published }) => (
          <Group key={`${address}::${name}`} justify="space-between" wrap="nowrap" py={2}>
            <Anchor component={Link} to={`/explorer/modules/${address}/${name}`} size="sm" className="identifier">
              {shortAddress(address as Address)}::{name}
            </Anchor>
            <Group gap="xs" wrap="nowrap">
              {published === null ? null : <Badge variant="light">{published.name}</Badge>}
              <Text size="xs" c="dimmed">
                {functions.length}
              </Text>
            </Group>
          </Group>
        ))}
      </ScrollArea.Autosize>
    </Paper>
  );
}
