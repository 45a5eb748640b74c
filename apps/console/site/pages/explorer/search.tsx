import { Anchor, Badge, Button, Group, Paper, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { client } from "../../app/client.ts";
import { shortened } from "../../components/copyable.tsx";
import { Failure } from "../../components/failure.tsx";
import { useNames } from "../../identity/names.ts";
import { useReadSession } from "../../identity/read-session.ts";
import { explorerTexts } from "./explorer-texts.ts";
import { findInLedger, type Found } from "./find-in-ledger.ts";

/** Finds what a text names, and goes there where it is one thing. */
export function Search() {
  const t = explorerTexts.use();
  const names = useNames();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { session } = useReadSession();
  const [text, setText] = useState("");
  const search = useMutation({
    mutationFn: async (wanted: string) =>
      await findInLedger(wanted, {
        client,
        session: session.data ?? undefined,
        names,
        modules: async () => await queries.query({ queryKey: ["modules"], queryFn: () => client.modules(), staleTime: 30_000 }),
      }),
    onSuccess: async (found) => {
      const [only] = found;
      if (found.length === 1 && only !== undefined) await navigate({ to: only.to });
    },
  });
  return (
    <Stack gap="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          search.mutate(text);
        }}
      >
        <Group align="flex-end" wrap="nowrap">
          <TextInput
            label={t("search")}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
              search.reset();
            }}
            error={search.data?.length === 0 ? t("notFound") : undefined}
            style={{ flex: 1 }}
          />
          <Button type="submit" disabled={text.trim() === ""} loading={search.isPending}>
            {t("go")}
          </Button>
        </Group>
      </form>
      {search.isError ? <Failure error={search.error} /> : null}
      {search.data === undefined || search.data.length < 2 ? null : <FoundList found={search.data} />}
    </Stack>
  );
}

function FoundList({ found }: { readonly found: readonly Found[] }) {
  const t = explorerTexts.use();
  return (
    <Paper withBorder p="md" component="section" aria-label={t("found")}>
      <Stack gap={6}>
        {found.map(({ kind, id, text, to }) => (
          <Group key={`${kind} ${id} ${text}`} gap="xs" wrap="nowrap">
            <Badge variant="light" color="gray" miw={110}>
              {t(`found_${kind}`)}
            </Badge>
            <Anchor component={Link} to={to} size="sm" className="identifier">
              {shortened(id)}
            </Anchor>
            <Text size="sm" c="dimmed">
              {text}
            </Text>
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}
