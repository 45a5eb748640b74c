import { decodeBlockRecord, type Ledger, openLedger, openStateCommitment } from "@sycee/ledger";
import { bytesToHex } from "@sycee/protocol";
import type { Storage } from "@sycee/storage";
import { expect } from "vitest";

/** Has a chain that was begun from a snapshot of another take the other's later blocks: it makes the very same of them. */
export function followChain(from: Storage, to: Storage): Ledger {
  const recentRecords = [...to.records(0n)].map(({ record }) => record);
  const { header: head } = decodeBlockRecord(recentRecords.at(-1) ?? new Uint8Array());
  const [genesis] = decodeBlockRecord(from.readRecord(0n) ?? new Uint8Array()).entries;
  const ledger = openLedger({
    store: to,
    commitment: openStateCommitment(to),
    genesis: genesis ?? new Uint8Array(),
    head,
    recentRecords,
  });
  for (const { height, record } of from.records(head.height + 1n)) {
    const peer = decodeBlockRecord(record);
    const entries = peer.entries.map((bytes) => ({ bytes, signaturesVerified: false }));
    const block = ledger.executeBlock(height, peer.header.timeMs, entries);
    expect(bytesToHex(block.encodeRecord())).toBe(bytesToHex(record));
    to.append(height, record, [], block.writes);
    block.commit();
  }
  return ledger;
}
