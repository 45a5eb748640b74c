import { Alert, Badge, Button, Code, CopyButton, Group, Loader, Skeleton, Stack, Text } from "@mantine/core";
import { authenticationKey, bytesToHex, describeCall } from "@sycee/protocol";
import { completeDraft, type DraftParty, missingSignatures, sendingWindow, type SharedDraft } from "@sycee/sdk";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { client } from "../../app/client.ts";
import { ifKnown } from "../../app/if-known.ts";
import { Copyable } from "../../components/copyable.tsx";
import { Failure } from "../../components/failure.tsx";
import { Holder } from "../../components/holder.tsx";
import { formatMoment } from "../../components/moment.ts";
import { Panel } from "../../components/panel.tsx";
import { linkOf } from "./draft-link.ts";
import { SignDraft } from "./sign-draft.tsx";
import { signTexts } from "./sign-texts.ts";

interface DraftViewOptions {
  readonly draft: SharedDraft;
  readonly changed: (draft: SharedDraft) => void;
  /** The node's clock less this machine's, in milliseconds. */
  readonly clockAheadMs: number;
}

/** A draft: what it does, who has signed, when it is done. */
export function DraftView({ draft, changed, clockAheadMs }: DraftViewOptions) {
  const t = signTexts.use();
  return (
    <Stack gap="md">
      <Panel title={t("what")} text={t("whatHelp")}>
        <Calls draft={draft} />
      </Panel>
      <Panel title={t("who")}>
        <Stack gap="xs">
          {draft.parties.map((party, place) => (
            <Group key={party.address} justify="space-between">
              <Group gap="xs">
                <Text span size="sm" c="dimmed">
                  signer {place}
                </Text>
                <Holder address={party.address} what={t("address")} />
              </Group>
              <PartyState party={party} />
            </Group>
          ))}
        </Stack>
        <SignDraft draft={draft} changed={changed} />
        <Group mt="sm" justify="flex-end">
          <CopyButton value={linkOf(draft)} timeout={1_500}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {t(copied ? "copied" : "copyLink")}
              </Button>
            )}
          </CopyButton>
        </Group>
      </Panel>
      <Sending draft={draft} clockAheadMs={clockAheadMs} />
    </Stack>
  );
}

/** Of a call with three arguments, in pixels. */
const CALL_HEIGHT = 84;

function Calls({ draft }: { readonly draft: SharedDraft }) {
  const modules = useQuery({ queryKey: ["modules"], queryFn: () => client.modules(), staleTime: 60_000 });
  if (modules.isError) return <Failure error={modules.error} retry={() => void modules.refetch()} />;
  // Without the names of parameters a call is another text, of another height.
  if (modules.isPending) return <Skeleton height={CALL_HEIGHT * draft.payload.calls.length} />;
  const parametersOf = (call: SharedDraft["payload"]["calls"][number]) => {
    const module = modules.data?.find(({ address, name }) => address === call.address && name === call.module);
    return module?.functions.find((candidate): candidate is { readonly parameters: readonly string[] } =>
      isFunction(candidate, call.function),
    );
  };
  return (
    <Stack gap={6}>
      {draft.payload.calls.map((call, place) => (
        <Code block key={`${place} ${call.module}::${call.function}`} style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
          {describeCall(call, parametersOf(call), "whole")}
        </Code>
      ))}
    </Stack>
  );
}

function isFunction(value: unknown, name: string): boolean {
  return typeof value === "object" && value !== null && "name" in value && value.name === name && "parameters" in value;
}

/** Whether a party has signed. The keys that a draft names are anybody's word: the ledger says which are the account's. */
function PartyState({ party }: { readonly party: DraftParty }) {
  const t = signTexts.use();
  const { address, keys } = party;
  const known = useQuery({ queryKey: ["authentication-key", address], queryFn: () => authenticationKeyOf(address), staleTime: 10_000 });
  const missing = missingSignatures(party);
  const isKnown = keys !== undefined;
  // A node that keeps accounts private shows them to their own.
  if (isKnown && known.isError) return <Badge color="yellow">{t("keysHidden")}</Badge>;
  if (isKnown && !known.isSuccess) return <Loader size="xs" />;
  if (isKnown && known.data !== `0x${bytesToHex(authenticationKey(keys))}`) return <Badge color="red">{t("otherKeys")}</Badge>;
  if (missing === 0) return <Badge color="teal">{t("signed")}</Badge>;
  return (
    <Badge color="gray" variant="light">
      {isKnown ? t("missing", { count: missing }) : t("unknownKeys")}
    </Badge>
  );
}

/** By which the ledger knows an account's keys: `0x` and hexadecimal digits; the address of one that it has never heard of. */
async function authenticationKeyOf(address: DraftParty["address"]): Promise<string> {
  const account = await ifKnown(client.account(address), undefined);
  const value = account?.resources.find(({ type }) => type === "0x2::account::Account")?.value;
  return typeof value === "object" && value !== null && "authentication_key" in value ? String(value.authentication_key) : address;
}

function Sending({ draft, clockAheadMs }: { readonly draft: SharedDraft; readonly clockAheadMs: number }) {
  const t = signTexts.use();
  const queries = useQueryClient();
  const nowMs = useNow() + clockAheadMs;
  const { fromMs, untilMs } = sendingWindow(draft);
  const isComplete = draft.parties.every((party) => missingSignatures(party) === 0);
  const isOpen = nowMs >= Number(fromMs) && nowMs <= Number(untilMs);
  const sending = useMutation({
    mutationFn: () => client.settle(completeDraft(draft)),
    onSuccess: () => queries.invalidateQueries(),
  });
  const waits = sending.isIdle && fromMs + 1_000n <= BigInt(Math.floor(nowMs)) && isOpen && isComplete;
  const wasPrepared = useState(() => nowMs < Number(fromMs))[0];
  const { mutate } = sending;
  useEffect(() => {
    // Prepared for a later hour, which has come.
    if (waits && wasPrepared) mutate();
  }, [waits, wasPrepared, mutate]);
  const clock = (ms: bigint) => formatMoment(Number(ms) - clockAheadMs);
  const left = leftOf(Math.max(0, Number(fromMs) - nowMs));
  return (
    <Panel title={t("when")}>
      <Text size="sm" className="figures">
        {nowMs < Number(fromMs)
          ? t("early", { from: clock(fromMs), until: clock(untilMs), left })
          : isOpen
            ? t("now", { until: clock(untilMs) })
            : t("past")}
      </Text>
      {sending.isError ? <Failure error={sending.error} /> : null}
      {sending.isSuccess ? (
        <Alert color="teal" title={t("done", { height: sending.data.height })} role="status">
          <Copyable text={sending.data.id} what={t("transaction")} />
        </Alert>
      ) : (
        <Group justify="flex-end" mt="sm">
          <Button disabled={!isComplete || !isOpen} loading={sending.isPending} onClick={() => sending.mutate()}>
            {t("send")}
          </Button>
        </Group>
      )}
    </Panel>
  );
}

/** `26:00:00` for 26 hours. */
function leftOf(leftMs: number): string {
  const seconds = Math.floor(leftMs / 1_000);
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => `${part}`.padStart(2, "0")).join(":");
}

/** This machine's clock in milliseconds, each second anew. */
function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
