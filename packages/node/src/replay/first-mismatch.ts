import { join } from "node:path";
import { blake2b, type BlockRecord, decodeBlockRecord, encodeEntryResult, type ExecutedBlock } from "@sycee/ledger";
import { blockHash, bytesToHex, compareBytes, encodeBlockHeader } from "@sycee/protocol/core";
import { openLogView } from "@sycee/storage";
import type { VerifyMismatch } from "./verify-report.ts";

type Difference = Pick<VerifyMismatch, "what" | "logged" | "replayed" | "transaction">;

/** Where and how a block of the log differs from what executing it again came to: the record's bytes do. */
export function firstMismatch(
  dataDirectory: string,
  height: bigint,
  record: Uint8Array,
  { record: mine, headerHash }: ExecutedBlock,
): VerifyMismatch {
  const logged = decodeBlockRecord(record);
  const difference =
    resultDifference(logged, mine) ??
    headerDifference(logged, mine, headerHash) ??
    writeDifference(logged, mine) ??
    bytesDifference(record);
  return { height, in: "log", place: openLogView(join(dataDirectory, "log")).placeOf(Number(height)), ...difference };
}

function resultDifference(logged: BlockRecord, mine: BlockRecord): Difference | undefined {
  for (let index = 0; index < Math.max(logged.results.length, mine.results.length); index += 1) {
    const theirs = logged.results[index];
    const own = mine.results[index];
    const same = theirs !== undefined && own !== undefined && compareBytes(encodeEntryResult(theirs), encodeEntryResult(own)) === 0;
    if (same) continue;
    const id = own?.kind === "receipt" ? own.receipt.id : own?.kind === "duplicate" ? own.id : undefined;
    const transaction = { index, id: id === undefined ? undefined : textOfHash(id) };
    return { what: `result ${index}`, logged: textOf(theirs), replayed: textOf(own), transaction };
  }
  return undefined;
}

function headerDifference(logged: BlockRecord, mine: BlockRecord, headerHash: Uint8Array): Difference | undefined {
  if (compareBytes(encodeBlockHeader(logged.header), encodeBlockHeader(mine.header)) === 0) return undefined;
  const theirs: Readonly<Record<string, unknown>> = { ...logged.header };
  for (const [name, own] of Object.entries(mine.header)) {
    if (textOf(theirs[name]) !== textOf(own))
      return { what: name, logged: textOf(theirs[name]), replayed: textOf(own), transaction: undefined };
  }
  return {
    what: "header hash",
    logged: textOfHash(blockHash(logged.header, blake2b)),
    replayed: textOfHash(headerHash),
    transaction: undefined,
  };
}

function writeDifference(logged: BlockRecord, mine: BlockRecord): Difference | undefined {
  for (let index = 0; index < Math.max(logged.writes.length, mine.writes.length); index += 1) {
    const [theirs, own] = [textOfWrite(logged.writes[index]), textOfWrite(mine.writes[index])];
    if (theirs !== own) return { what: `write ${index}`, logged: theirs, replayed: own, transaction: undefined };
  }
  return undefined;
}

function bytesDifference(record: Uint8Array): Difference {
  return {
    what: "the record's form",
    logged: `${record.length} bytes`,
    replayed: "other bytes of the same content",
    transaction: undefined,
  };
}

function textOfWrite(write: BlockRecord["writes"][number] | undefined): string {
  if (write === undefined) return "nothing";
  // Of a page in which elements changed the log has only what changed.
  if (write.patch !== undefined) return `${textOfHash(write.key)} changed by ${textOfHash(write.patch)}`;
  return `${textOfHash(write.key)} = ${write.value === undefined ? "removed" : textOfHash(write.value)}`;
}

function textOf(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value instanceof Uint8Array) return textOfHash(value);
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "bigint" ? `${part}` : part instanceof Uint8Array ? textOfHash(part) : part,
  );
}

/** `0x` and hexadecimal digits. */
export function textOfHash(bytes: Uint8Array): string {
  return `0x${bytesToHex(bytes)}`;
}
