import { decodeBlockRecord } from "@sycee/ledger";
import type { Storage } from "@sycee/storage";
import { readGenesisFile } from "../snapshot/genesis-file.ts";
import { NodeStartError } from "./node-start-error.ts";

/** The genesis document of a chain: the entry of block 0, or the file beside a log that begins later. Throws {@link NodeStartError}. */
export function readGenesis(storage: Pick<Storage, "readRecord">, dataDirectory: string): Uint8Array {
  const first = storage.readRecord(0n);
  const genesis = first === undefined ? readGenesisFile(dataDirectory) : decodeBlockRecord(first).entries[0];
  if (genesis === undefined) {
    throw new NodeStartError(`The genesis document of the chain in ${dataDirectory} is missing. Restore the directory from a copy.`);
  }
  return genesis;
}
