import { chainIdOf, decodeRecordHeader } from "@sycee/ledger";
import { compareBytes } from "@sycee/protocol/core";
import type { Storage } from "@sycee/storage";
import { genesisDocument } from "../snapshot/genesis-file.ts";
import { NodeStartError } from "./node-start-error.ts";

/**
 * The genesis document of a chain: the entry of block 0, or the file beside a log that begins later. Throws
 * {@link NodeStartError} when it is missing, or is not the one whose hash the log's headers have.
 */
export function readGenesis(storage: Pick<Storage, "readRecord" | "lastHeight">, dataDirectory: string): Uint8Array {
  const genesis = genesisDocument(storage.readRecord(0n), dataDirectory);
  if (genesis === undefined) {
    throw new NodeStartError(`The genesis document of the chain in ${dataDirectory} is missing. Restore the directory from a copy.`);
  }
  const last = storage.lastHeight === undefined ? undefined : storage.readRecord(storage.lastHeight);
  if (last !== undefined && compareBytes(chainIdOf(genesis), decodeRecordHeader(last).chainId) !== 0) {
    throw new NodeStartError(
      `The genesis document in ${dataDirectory} is not that of its chain: it is damaged, or of another. Copy genesis.bcs from a backup.`,
    );
  }
  return genesis;
}
