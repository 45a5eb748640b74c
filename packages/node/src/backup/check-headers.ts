import { blake2b, decodeRecordHeader } from "@sycee/ledger";
import { type BlockHeader, blockHash, bytesToHex, compareBytes } from "@sycee/protocol/core";
import { openLogView } from "@sycee/storage";
import { NodeStartError } from "../block-runner/node-start-error.ts";

/** Ends of a chain of headers. */
export interface HeaderChain {
  readonly first: bigint;
  readonly head: BlockHeader;
  readonly headHash: string;
}

/**
 * Reads every block of a log, whose frames are verified by that, and follows the hashes from each header to the next.
 * Throws {@link NodeStartError} where one does not follow, `StorageError` on damage.
 */
export function checkHeaders(logDirectory: string, onProgress: (height: number, last: number) => void): HeaderChain {
  const log = openLogView(logDirectory);
  const { firstHeight, lastHeight } = log;
  if (firstHeight === undefined || lastHeight === undefined) throw new NodeStartError(`There is no block in ${logDirectory}.`);
  let head: BlockHeader | undefined;
  let hash: Uint8Array | undefined;
  for (let height = firstHeight; height <= lastHeight; height += 1) {
    const record = log.read(height);
    if (record === undefined) throw new NodeStartError(`Block ${height} is missing from ${logDirectory}.`);
    const header = decodeRecordHeader(record);
    const follows =
      header.height === BigInt(height) &&
      (head === undefined ||
        hash === undefined ||
        (compareBytes(header.parentHash, hash) === 0 && compareBytes(header.chainId, head.chainId) === 0));
    if (!follows) throw new NodeStartError(`Block ${height} in ${logDirectory} does not follow block ${height - 1}.`);
    head = header;
    hash = blockHash(header, blake2b);
    onProgress(height, lastHeight);
  }
  if (head === undefined || hash === undefined) throw new NodeStartError(`There is no block in ${logDirectory}.`);
  return { first: BigInt(firstHeight), head, headHash: `0x${bytesToHex(hash)}` };
}
