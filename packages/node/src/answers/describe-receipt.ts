import type { Ledger } from "@sycee/ledger";
import type { ReceiptJson } from "@sycee/protocol";
import {
  bytesToHex,
  type CodeLocation,
  decodeTransaction,
  type BlockHeader,
  type EventRecord,
  type Outcome,
  printFunction,
  printTypeTag,
  type Receipt,
  shortAddress,
  statusNumber,
} from "@sycee/protocol/core";

/** Where a receipt stands: its block's height and time, and its position there. */
export interface ReceiptPlace {
  readonly header: Pick<BlockHeader, "height" | "timeMs">;
  readonly index: number;
}

/** A receipt that explains itself: what was called, who paid whom what, and what the modules told. `entry` is the transaction's bytes. */
export function describeReceipt(ledger: Ledger, receipt: Receipt, entry: Uint8Array, place: ReceiptPlace): ReceiptJson {
  const calls = place.header.height === 0n ? [] : decodeTransaction(entry).payload.calls;
  return {
    id: `0x${bytesToHex(receipt.id)}`,
    status: receipt.outcome.kind,
    height: place.header.height.toString(),
    index: place.index,
    blockTimeMs: place.header.timeMs.toString(),
    signers: [...receipt.signers],
    gasUsed: receipt.gasUsed.toString(),
    ...describeOutcome(receipt.outcome),
    calls: calls.map((call) => ({ function: printFunction(call), description: ledger.describeCall(call) })),
    movements: ledger.movements(receipt.events).map(({ amountMinor, from, to, ...movement }) => ({
      ...movement,
      from: from ?? null,
      to: to ?? null,
      amountMinor: amountMinor.toString(),
    })),
    events: receipt.events.map((event) => describeEvent(ledger, event)),
  };
}

function describeEvent(ledger: Ledger, event: EventRecord): ReceiptJson["events"][number] {
  return { call: event.call, type: printTypeTag(event.type), fields: ledger.eventJson(event), data: `0x${bytesToHex(event.data)}` };
}

function describeOutcome(outcome: Outcome): Pick<ReceiptJson, "abort" | "failure"> {
  if (outcome.kind === "executed") return {};
  if (outcome.kind === "aborted") {
    const { abortCode, name, text, location } = outcome;
    return { abort: { code: abortCode.toString(), name: name ?? null, text: text ?? null, location: describeLocation(location) } };
  }
  const { code, detail, location } = outcome;
  return { failure: { code, number: statusNumber(code), detail, location: location === undefined ? null : describeLocation(location) } };
}

function describeLocation(location: CodeLocation): NonNullable<ReceiptJson["abort"]>["location"] {
  return { module: `${shortAddress(location.address)}::${location.module}`, function: location.function, offset: location.offset };
}
