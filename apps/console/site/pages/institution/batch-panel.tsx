import { Alert, Button, Group, Stack, Textarea, TextInput } from "@mantine/core";
import {
  MAX_TRANSFERS,
  transferBatch,
  transferDeposits,
  transferEMoney,
  TRANSFERS_GAS_LIMIT,
  transfersOf,
  type TransfersResult,
} from "@sycee/sdk";
import { useState } from "react";
import { useIsActing } from "../../acting/act-form.tsx";
import { usePerform } from "../../acting/acting.tsx";
import { client } from "../../app/client.ts";
import { Amount } from "../../components/amount.tsx";
import { Failure } from "../../components/failure.tsx";
import { Panel } from "../../components/panel.tsx";
import { BatchOutcome } from "./batch-outcome.tsx";
import { batchTexts } from "./batch-texts.ts";
import type { Institution } from "./institution-page.tsx";
import { readTransfers, type TransferLine } from "./read-transfers.ts";

/** What became of a batch, and what all customers had before and after it. */
export interface Outcome {
  readonly transfers: readonly TransferLine[];
  readonly result: TransfersResult;
  readonly beforeMinor: bigint;
  readonly afterMinor: bigint;
}

/** Posts many transfers between an institution's customers at once. */
export function BatchPanel({ institution }: { readonly institution: Institution }) {
  const t = batchTexts.use();
  const perform = usePerform();
  const isActing = useIsActing(institution.address);
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState<string>();
  const [outcome, setOutcome] = useState<Outcome>();
  const [error, setError] = useState<unknown>();
  const post = async () => {
    const { transfers, wrong: badLine } = readTransfers(text, institution.decimals);
    const complaint =
      badLine !== undefined
        ? t("lineWrong", badLine)
        : transfers.length === 0
          ? t("empty")
          : transfers.length > MAX_TRANSFERS
            ? t("tooMany", { most: MAX_TRANSFERS })
            : undefined;
    setWrong(complaint);
    setError(undefined);
    if (complaint !== undefined) return;
    try {
      const beforeMinor = await poolOf(institution);
      const total = transfers.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
      const receipt = await perform({
        title: t("title", { count: transfers.length }),
        rows: [
          { name: t("count"), value: `${transfers.length}` },
          { name: t("total"), value: <Amount minor={total} {...institution} /> },
        ],
        calls: [callOf(institution)(columnsOf(transfers))],
        gasLimit: TRANSFERS_GAS_LIMIT,
      });
      const [result] = receipt === undefined ? [] : transfersOf(receipt);
      if (result === undefined) return;
      setOutcome({ transfers, result, beforeMinor, afterMinor: await poolOf(institution) });
      setText("");
    } catch (problem) {
      setError(problem);
    }
  };
  return (
    <Stack gap="md">
      <Panel title={t("batch")} text={t("batchText")}>
        <Stack gap="sm">
          <AddRow
            decimals={institution.decimals}
            add={(line) => setText((before) => `${before.trimEnd()}${before.trim() === "" ? "" : "\n"}${line}\n`)}
          />
          <Textarea
            label={t("lines")}
            placeholder={"1,2,12.50\n2,3,7"}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            error={wrong}
            minRows={6}
            maxRows={16}
            autosize
            spellCheck={false}
            styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
          />
          {error === undefined ? null : <Failure error={error} />}
          <Group justify="flex-end">
            <Button onClick={() => void post()} disabled={!isActing}>
              {t("post")}
            </Button>
          </Group>
        </Stack>
      </Panel>
      {outcome === undefined ? null : <BatchOutcome institution={institution} outcome={outcome} />}
    </Stack>
  );
}

function AddRow({ decimals, add }: { readonly decimals: number; readonly add: (line: string) => void }) {
  const t = batchTexts.use();
  const [row, setRow] = useState({ from: "", to: "", amount: "" });
  const [isWrong, setWrong] = useState(false);
  const submit = () => {
    const line = `${row.from},${row.to},"${row.amount}"`;
    const { transfers } = readTransfers(line, decimals);
    setWrong(transfers.length === 0);
    if (transfers.length === 0) return;
    add(/,/.test(row.amount) ? line : `${row.from.trim()},${row.to.trim()},${row.amount.trim()}`);
    setRow({ from: "", to: "", amount: "" });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Group align="flex-end" gap="sm">
        {(["from", "to", "amount"] as const).map((name) => (
          <TextInput
            key={name}
            label={t(name)}
            value={row[name]}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setRow((before) => ({ ...before, [name]: value }));
            }}
            inputMode={name === "amount" ? "decimal" : "numeric"}
            autoComplete="off"
            w={130}
          />
        ))}
        <Button type="submit" variant="default">
          {t("add")}
        </Button>
      </Group>
      {isWrong ? (
        <Alert color="red" variant="light" mt="xs" p="xs">
          {t("rowWrong")}
        </Alert>
      ) : null}
    </form>
  );
}

function callOf({ kinds }: Institution) {
  if (kinds.includes("paymentInstitution")) return transferEMoney;
  return kinds.includes("bank") ? transferDeposits : transferBatch;
}

function columnsOf(transfers: readonly TransferLine[]) {
  return {
    payers: transfers.map(({ payer }) => payer),
    payees: transfers.map(({ payee }) => payee),
    amountsMinor: transfers.map(({ amountMinor }) => amountMinor),
  };
}

/** What all customers of an institution have together, as the ledger has it now. */
async function poolOf({ address }: Institution): Promise<bigint> {
  const { balances } = await client.account(address);
  return balances.filter(({ place }) => place === "customers").reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n);
}
