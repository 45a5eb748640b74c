import { join } from "node:path";
import { blake2b, decodeRecordHeader } from "@sycee/ledger";
import { type BlockHeader, blockHash, bytesToHex } from "@sycee/protocol/core";
import { openLogView } from "@sycee/storage";
import { NodeStartError } from "../block-runner/node-start-error.ts";
import type { BackupManifest } from "./backup-manifest.ts";

/**
 * The id of the chain in a directory, which must be the one of the earlier backup in `target` and have its last block: bringing
 * that backup up to date with an older copy, or with one that went on by itself, would destroy the only copy of blocks. Throws
 * {@link NodeStartError} otherwise.
 */
export function checkContinues(dataDirectory: string, target: string, earlier: BackupManifest | undefined): string {
  const log = openLogView(join(dataDirectory, "log"));
  const headerAt = (height: number | undefined): BlockHeader | undefined => {
    const record = height === undefined ? undefined : log.read(height);
    return record === undefined ? undefined : decodeRecordHeader(record);
  };
  const first = headerAt(log.firstHeight);
  if (first === undefined) throw new NodeStartError(`There is no block in ${join(dataDirectory, "log")}.`);
  const chainId = `0x${bytesToHex(first.chainId)}`;
  if (earlier === undefined) return chainId;
  if (earlier.chainId !== chainId) throw new NodeStartError(`${target} holds a backup of another chain. Choose another directory.`);
  const { lastHeight, headHash } = earlier;
  const same = headerAt(Number(lastHeight));
  if (same !== undefined && `0x${bytesToHex(blockHash(same, blake2b))}` === headHash) return chainId;
  const instead =
    same === undefined
      ? `has blocks ${log.firstHeight} to ${log.lastHeight}`
      : `has another block ${lastHeight}, 0x${bytesToHex(blockHash(same, blake2b))}`;
  throw new NodeStartError(
    `${target} holds a backup up to block ${lastHeight} with hash ${headHash}, and the chain in ${dataDirectory} ${instead}: it is an older copy, or went on from one. Choose another directory, so that no block is lost.`,
  );
}
