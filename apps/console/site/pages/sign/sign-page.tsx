import { Alert, Button, Group, Paper, Stack, Textarea, Title } from "@mantine/core";
import { bytesToHex } from "@sycee/protocol";
import { createDraft, DraftError, type SharedDraft } from "@sycee/sdk";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { client } from "../../app/client.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { Failure } from "../../components/failure.tsx";
import { PageSkeleton } from "../../components/page-skeleton.tsx";
import { draftOf, textOf } from "./draft-link.ts";
import { DraftView } from "./draft-view.tsx";
import { signTexts } from "./sign-texts.ts";

type Read = { readonly draft: SharedDraft } | { readonly problem: string } | undefined;

/** A transaction that several sign: read from the link, signed here, passed on or sent. */
export function Page() {
  const t = signTexts.use();
  const [read, setRead] = useState<Read>(() => readHash());
  useEffect(() => {
    const changed = () => setRead(readHash());
    globalThis.addEventListener("hashchange", changed);
    return () => globalThis.removeEventListener("hashchange", changed);
  }, []);
  // The address bar always has the link with everything that was signed.
  const keep = (draft: SharedDraft) => {
    history.replaceState(history.state, "", `/sign#${textOf(draft)}`);
    setRead({ draft });
  };
  return (
    <Stack gap="md">
      <Title order={2}>{t("title")}</Title>
      {read === undefined ? <EmptyState title={t("none")} text={t("noneText")} /> : null}
      {read !== undefined && "problem" in read ? (
        <Alert color="red" role="alert">
          {read.problem}
        </Alert>
      ) : null}
      {read !== undefined && "draft" in read ? (
        <OnThisLedger draft={read.draft} changed={keep} />
      ) : (
        <PasteDraft opened={(text) => setRead(readText(text))} />
      )}
    </Stack>
  );
}

function OnThisLedger({ draft, changed }: { readonly draft: SharedDraft; readonly changed: (draft: SharedDraft) => void }) {
  const t = signTexts.use();
  const status = useQuery({ queryKey: ["status"], queryFn: () => client.status(), staleTime: 60_000 });
  if (status.isPending) return <PageSkeleton />;
  if (status.isError) return <Failure error={status.error} retry={() => void status.refetch()} />;
  if (status.data.chainId !== `0x${bytesToHex(draft.payload.chainId)}`) return <Alert color="red">{t("otherLedger")}</Alert>;
  // Another transaction begins anew: nothing that was done with the one before counts for it.
  return (
    <DraftView
      key={textOf(createDraft(draft.payload))}
      draft={draft}
      changed={changed}
      clockAheadMs={Number(status.data.timeMs) - status.dataUpdatedAt}
    />
  );
}

function PasteDraft({ opened }: { readonly opened: (text: string) => void }) {
  const t = signTexts.use();
  const [text, setText] = useState("");
  return (
    <Paper withBorder p="md">
      <Textarea label={t("paste")} autosize minRows={2} maxRows={6} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <Group justify="flex-end" mt="sm">
        <Button disabled={text.trim() === ""} onClick={() => opened(text)}>
          {t("open")}
        </Button>
      </Group>
    </Paper>
  );
}

function readHash(): Read {
  const { hash } = globalThis.location;
  return hash.length < 2 ? undefined : readText(hash);
}

function readText(text: string): Read {
  try {
    return { draft: draftOf(text) };
  } catch (error) {
    if (!(error instanceof DraftError)) throw error;
    return { problem: error.message };
  }
}
