import type { BlockRecord, EntryResult, ExecutedBlock } from "@sycee/ledger";
import type { BlockJson, BlockSummaryJson } from "@sycee/protocol";
import { type BlockHeader, bytesToHex } from "@sycee/protocol/core";
import type { BlockNotice } from "./executor-messages.ts";

/** What followers and metrics are told of a durable block. */
export function noticeOf(
  block: Pick<ExecutedBlock, "record" | "headerHash">,
  timing: Pick<BlockNotice, "executionSeconds" | "syncSeconds" | "checkpointHeight">,
): BlockNotice {
  const { header, results } = block.record;
  const outcomes = { executed: 0, aborted: 0, failed: 0, duplicate: 0, rejected: 0 };
  for (const result of results) outcomes[outcomeOf(result)] += 1;
  return {
    height: header.height,
    timeMs: header.timeMs,
    hash: `0x${bytesToHex(block.headerHash)}`,
    stateRoot: `0x${bytesToHex(header.stateRoot)}`,
    summary: JSON.stringify(summarise(header, block.headerHash)),
    outcomes,
    ...timing,
  };
}

/** A block's header as JSON. */
export function summarise(header: BlockHeader, hash: Uint8Array): BlockSummaryJson {
  return {
    height: header.height.toString(),
    hash: `0x${bytesToHex(hash)}`,
    parentHash: `0x${bytesToHex(header.parentHash)}`,
    timeMs: header.timeMs.toString(),
    transactionCount: header.transactionCount,
    transactionsRoot: `0x${bytesToHex(header.transactionsRoot)}`,
    receiptsRoot: `0x${bytesToHex(header.receiptsRoot)}`,
    stateRoot: `0x${bytesToHex(header.stateRoot)}`,
  };
}

/** A block with what became of each entry, as JSON. */
export function describeBlock(record: BlockRecord, hash: Uint8Array): BlockJson {
  return {
    ...summarise(record.header, hash),
    chainId: `0x${bytesToHex(record.header.chainId)}`,
    historyPeaks: record.header.historyPeaks.map((peak) => `0x${bytesToHex(peak)}`),
    transactions: record.results.map((result, index) => ({ index, status: outcomeOf(result), ...identify(result) })),
  };
}

function identify(result: EntryResult): { id?: string; code?: string } {
  if (result.kind === "rejected") return { code: result.code };
  if (result.kind === "duplicate") return { id: `0x${bytesToHex(result.id)}` };
  const { outcome } = result.receipt;
  const code = outcome.kind === "executed" ? {} : { code: outcome.kind === "aborted" ? "aborted" : outcome.code };
  return { id: `0x${bytesToHex(result.receipt.id)}`, ...code };
}

function outcomeOf(result: EntryResult): keyof BlockNotice["outcomes"] {
  return result.kind === "receipt" ? result.receipt.outcome.kind : result.kind;
}
