import { Alert, Anchor, Button, Checkbox, Flex, Group, Loader, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import type { Call, ReceiptJson } from "@sycee/protocol";
import { type Signer, SyceeError } from "@sycee/sdk";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { createContext, lazy, type ReactNode, Suspense, useCallback, useContext, useMemo, useRef, useState } from "react";
import { client } from "../app/client.ts";
import { Copyable } from "../components/copyable.tsx";
import { NamedRows } from "../components/named-rows.tsx";
import { Dialog } from "../components/dialog.tsx";
import { messageOf } from "../components/failure.tsx";
import { noteReceipt } from "../first-steps/progress.ts";
import { useIdentity } from "../identity/current-identity.tsx";
import { type Identity, signerOfIdentity } from "../identity/identity.ts";
import { actingTexts } from "./acting-texts.ts";
import { PrepareTogether } from "./prepare-together.tsx";

const ReceiptProof = lazy(async () => ({ default: (await import("../components/receipt-proof.tsx")).ReceiptProof }));

/** A line of what an act is about. */
interface ActRow {
  readonly name: string;
  readonly value: ReactNode;
  /** Set where it tells how things stand before the act: once it is done, the line is gone. */
  readonly isUntilSent?: boolean;
}

/** One act as the person is shown it before signing, and the calls it is made of. */
export interface Act {
  /** A whole sentence or its head: `Pay Tea House`. */
  readonly title: string;
  /** What matters: amount, payee, limits left. The fee and who signs are added. */
  readonly rows: readonly ActRow[];
  /** What is too long for a line, below them: a schedule. */
  readonly details?: ReactNode;
  /** What cannot be undone or costs others something; the person must tick that they read it. */
  readonly danger?: string;
  readonly calls: readonly Call[];
  readonly gasLimit?: bigint;
  /** What the button says that closes the dialog once it is done, where something is to be seen then: `Show the code`. */
  readonly goOn?: string;
  /** Others who must sign too, in the order in which the calls count them after the current identity. */
  readonly others?: readonly Identity["address"][];
  /** Who signs at once with the current identity, after it: a key that proves itself. Then nobody else can. */
  readonly alsoSigns?: Signer;
  /** What follows from it at once, while the dialog still says that it is done. */
  readonly whenFinal?: () => void;
}

/** Shows an act, has it signed by the current identity and sends it. Resolves with the receipt, or `undefined` if it was not done. */
export type Perform = (act: Act) => Promise<ReceiptJson | undefined>;

type Stage =
  | { readonly kind: "asking" }
  | { readonly kind: "sending" }
  | { readonly kind: "done"; readonly receipt: ReceiptJson }
  | { readonly kind: "refused"; readonly error: unknown };

/** In pixels: three buttons stand in a row. */
const WIDTH = 500;
/** Of these buttons, in what is left of their row. */
const GROWTH = { base: "1 1 auto", xs: "0 0 auto" };
/** In pixels, of the button that checks the proof, until its code is there. */
const PROOF_HEIGHT = 36;

const Context = createContext<Perform | undefined>(undefined);
/** Whether an act is being shown. */
const ShownContext = createContext(false);

export function ActingProvider({ children }: { readonly children: ReactNode }) {
  const t = actingTexts.use();
  const { identity } = useIdentity();
  const queries = useQueryClient();
  const [act, setAct] = useState<Act>();
  const [isOpen, setOpen] = useState(false);
  const [number, setNumber] = useState(0);
  const [stage, setStage] = useState<Stage>({ kind: "asking" });
  // Kept here: what was ticked stays ticked when the identity, and with it the dialog's content, is made anew.
  const [isTicked, setTicked] = useState(false);
  const answer = useRef<(receipt: ReceiptJson | undefined) => void>(() => {});
  const chooseFirst = t("chooseFirst");
  const perform = useCallback<Perform>(
    async (wanted) => {
      if (identity === undefined) {
        notifications.show({ color: "yellow", message: chooseFirst });
        return undefined;
      }
      setStage({ kind: "asking" });
      setTicked(false);
      setAct(wanted);
      setOpen(true);
      setNumber((last) => last + 1);
      return await new Promise((resolve) => {
        answer.current = resolve;
      });
    },
    [identity, chooseFirst],
  );
  const close = () => {
    answer.current(stage.kind === "done" ? stage.receipt : undefined);
    // What it showed stays until it has faded.
    setOpen(false);
  };
  const send = async () => {
    if (act === undefined || identity === undefined) return;
    setStage({ kind: "sending" });
    try {
      const signer = await signerOfIdentity(identity);
      if (signer === undefined) throw new Error(t("tooFewKeys", { threshold: identity.threshold }));
      const { calls, gasLimit, alsoSigns } = act;
      const signers = alsoSigns === undefined ? [signer] : [signer, alsoSigns];
      const receipt = await client.send({ signers, calls, ...(gasLimit === undefined ? {} : { gasLimit }) });
      noteReceipt(receipt);
      setStage({ kind: "done", receipt });
      act.whenFinal?.();
      await queries.invalidateQueries();
    } catch (error) {
      setStage({ kind: "refused", error });
    }
  };
  return (
    <Context.Provider value={useMemo(() => perform, [perform])}>
      <ShownContext.Provider value={isOpen}>{children}</ShownContext.Provider>
      <Dialog
        opened={isOpen}
        onClose={close}
        title={act?.title ?? ""}
        size={WIDTH}
        closeOnClickOutside={stage.kind !== "sending"}
        withCloseButton={stage.kind !== "sending"}
        closeOnEscape={stage.kind !== "sending"}
      >
        {act === undefined || identity === undefined ? null : (
          <ActDialog
            key={number}
            act={act}
            identity={identity}
            stage={stage}
            isTicked={isTicked}
            setTicked={setTicked}
            send={() => void send()}
            close={close}
          />
        )}
      </Dialog>
    </Context.Provider>
  );
}

/** How a page has something signed and sent. */
export function usePerform(): Perform {
  const perform = useContext(Context);
  if (perform === undefined) throw new Error("used outside of ActingProvider");
  return perform;
}

/** Whether an act is shown to be confirmed: the form that it comes from steps aside meanwhile. */
export function useIsActShown(): boolean {
  return useContext(ShownContext);
}

interface DialogOptions {
  readonly act: Act;
  readonly identity: Identity;
  readonly stage: Stage;
  readonly isTicked: boolean;
  readonly setTicked: (isTicked: boolean) => void;
  readonly send: () => void;
  readonly close: () => void;
}

function ActDialog({ act, identity, stage, isTicked, setTicked, send, close }: DialogOptions) {
  const t = actingTexts.use();
  const [together, setTogether] = useState(false);
  const isAlone = (act.others ?? []).length === 0 && identity.keys.filter(({ seed }) => seed !== undefined).length >= identity.threshold;
  const rows = act.rows.filter(({ isUntilSent = false }) => stage.kind !== "done" || !isUntilSent);
  if (together) return <PrepareTogether act={act} identity={identity} prepared={close} />;
  return (
    <Stack gap="sm">
      <NamedRows rows={[...rows, { name: t("fee"), value: t("noFee") }, { name: t("signedBy"), value: identity.name }]} />
      {act.details}
      {act.danger === undefined ? null : (
        <Alert color="red" variant="light" icon={<IconAlertTriangle />}>
          <Text size="sm">{act.danger}</Text>
          <Checkbox mt="xs" label={t("mustTick")} checked={isTicked} onChange={(event) => setTicked(event.currentTarget.checked)} />
        </Alert>
      )}
      <div aria-live="polite">
        <StageText stage={stage} close={close} />
      </div>
      {stage.kind !== "done" || stage.receipt.isPart ? null : (
        <Suspense fallback={<div style={{ height: PROOF_HEIGHT }} />}>
          <ReceiptProof receipt={stage.receipt} />
        </Suspense>
      )}
      {/* On a phone each row of buttons is as wide as the dialog. */}
      <Flex justify="flex-end" gap={{ base: 8, xs: "md" }} wrap="wrap">
        {stage.kind === "asking" ? (
          <>
            <Button variant="default" flex={GROWTH} onClick={close}>
              {t("cancel")}
            </Button>
            {act.alsoSigns === undefined ? (
              <Button
                variant={isAlone ? "default" : "filled"}
                flex={GROWTH}
                onClick={() => setTogether(true)}
                disabled={act.danger !== undefined && !isTicked}
              >
                {t("together")}
              </Button>
            ) : null}
            {isAlone ? (
              <Button flex={GROWTH} onClick={send} data-autofocus disabled={act.danger !== undefined && !isTicked}>
                {t("sign")}
              </Button>
            ) : null}
          </>
        ) : (
          <Button onClick={close} disabled={stage.kind === "sending"} data-autofocus>
            {stage.kind === "done" ? (act.goOn ?? t("close")) : t("close")}
          </Button>
        )}
      </Flex>
    </Stack>
  );
}

function StageText({ stage, close }: { readonly stage: Stage; readonly close: () => void }) {
  const t = actingTexts.use();
  switch (stage.kind) {
    case "asking":
      return null;
    case "sending":
      return (
        <Group gap="xs">
          <Loader size="sm" />
          <Text size="sm">{t("signing")}</Text>
        </Group>
      );
    case "done":
      return (
        <Alert color="teal" variant="light" icon={<IconCircleCheck />} title={t("done", { height: stage.receipt.height })}>
          <Text size="sm">{t("doneText")}</Text>
          <Copyable text={stage.receipt.id} what={t("transaction")} />
          <Anchor component={Link} to={`/explorer/transactions/${stage.receipt.id}`} onClick={close} size="sm" display="block">
            {t("receipt")}
          </Anchor>
        </Alert>
      );
    case "refused":
      return <Refusal error={stage.error} />;
  }
}

function Refusal({ error }: { readonly error: unknown }) {
  const t = actingTexts.use();
  const { code, abortName } = error instanceof SyceeError ? error : {};
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle />} title={t(code === "outcome_unknown" ? "unknown" : "refused")}>
      <Text size="sm">{error instanceof SyceeError ? sentenceOf(error) : messageOf(error)}</Text>
      {code === undefined ? null : (
        <Text size="xs" c="dimmed">
          {abortName === undefined ? code : `${code}: ${abortName}`}
        </Text>
      )}
    </Alert>
  );
}

/** What a refusal says, without the name of the function that refused. */
function sentenceOf({ detail }: SyceeError): string {
  return detail.replace(/^0x[\da-f]+::\w+::\w+ refused: /, "");
}
