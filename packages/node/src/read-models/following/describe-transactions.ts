import type { BlockRecord, ChainReader } from "@sycee/ledger";
import { bytesToHex, type Call, decodeTransaction, type Outcome, printFunction } from "@sycee/protocol/core";
import type { Tables } from "../database/tables.ts";

const MAX_DESCRIPTION = 1_000;

/** A row for each transaction that a block includes; the genesis is one. */
export function transactionRows(reader: ChainReader, record: BlockRecord): Tables["transactions"][] {
  const { height } = record.header;
  return record.results.flatMap((result, position) => {
    const entry = record.entries[position];
    if (result.kind !== "receipt" || entry === undefined) return [];
    const { id, signers, outcome, gasUsed } = result.receipt;
    const calls = height === 0n ? [] : decodeTransaction(entry).payload.calls;
    return [
      {
        height,
        position,
        id: `0x${bytesToHex(id)}`,
        status: outcome.kind,
        code: codeOf(outcome),
        signers,
        gas_used: gasUsed,
        calls: calls.map((call) => ({ function: printFunction(call), description: describe(reader, call) })),
      },
    ];
  });
}

function describe(reader: ChainReader, call: Call): string {
  const text = reader.describeCall(call);
  return text.length <= MAX_DESCRIPTION ? text : `${text.slice(0, MAX_DESCRIPTION)}…`;
}

function codeOf(outcome: Outcome): string | null {
  if (outcome.kind === "executed") return null;
  return outcome.kind === "aborted" ? (outcome.name ?? `abort ${outcome.abortCode}`) : outcome.code;
}
