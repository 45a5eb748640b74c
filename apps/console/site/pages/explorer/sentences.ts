import type { InstrumentJson, ReceiptJson } from "@sycee/protocol";
import { useLanguage } from "../../app/texts.ts";
import { shortened } from "../../components/copyable.tsx";
import { useInstrumentName } from "../../components/instrument-names.ts";
import { formatMoney } from "../../components/money.ts";
import { useNames } from "../../identity/names.ts";
import { explorerTexts } from "./explorer-texts.ts";

/** More movements than this are told by their number. */
const TOLD = 4;

/** What a transaction did, in sentences of the chosen language. */
export function useSentences(receipt: ReceiptJson, instruments: readonly InstrumentJson[]): readonly string[] {
  const t = explorerTexts.use();
  const language = useLanguage();
  const names = useNames();
  const instrumentName = useInstrumentName();
  const name = (address: string | null) => (address === null ? "—" : (names.of(address) ?? shortened(address)));
  const signers = receipt.signers.map(name).join(", ");
  const functions = [...new Set(receipt.calls.map((call) => call.function.replace(/^0x0*/, "0x")))].join(", ");
  const told = receipt.movements.slice(0, TOLD).map(({ kind, from, to, amountMinor, symbol, instrument }) => {
    const known = instruments.find((candidate) => candidate.instrument === instrument);
    const amount = known === undefined ? `${amountMinor} ${symbol}` : formatMoney(amountMinor, known, language);
    return t(kind, { from: name(from), to: name(to), amount, instrument: known === undefined ? symbol : instrumentName(known) });
  });
  const more = receipt.movements.length > TOLD ? [t("moreMovements", { count: receipt.movements.length - TOLD })] : [];
  const called = told.length === 0 || receipt.status !== "executed" ? [t("called", { signers, functions })] : [];
  return [...called, ...(receipt.status === "executed" ? [...told, ...more] : [t("refusedBecause", { reason: reasonOf(receipt) })])];
}

function reasonOf({ abort, failure }: ReceiptJson): string {
  if (abort !== undefined) return abort.text ?? abort.name ?? `${abort.code}.`;
  return failure?.detail ?? "";
}
