import fs from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { decodeRecordEntries } from "@sycee/ledger";

const fsync = promisify(fs.fsync);
const GENESIS_FILE = "genesis.bcs";

/** The genesis document of a chain whose block 0 is `first`: its entry; for a log that begins later, the file beside it. `undefined` when there is none. */
export function genesisDocument(first: Uint8Array | undefined, dataDirectory: string): Uint8Array | undefined {
  return first === undefined ? readGenesisFile(dataDirectory) : decodeRecordEntries(first).entries[0];
}

function readGenesisFile(dataDirectory: string): Uint8Array | undefined {
  const path = join(dataDirectory, GENESIS_FILE);
  return fs.existsSync(path) ? fs.readFileSync(path) : undefined;
}

/** Keeps the genesis document beside the log; durable when it resolves, the directory's own names excepted. */
export async function writeGenesisFile(dataDirectory: string, genesis: Uint8Array): Promise<void> {
  const descriptor = fs.openSync(join(dataDirectory, GENESIS_FILE), "w");
  try {
    fs.writeFileSync(descriptor, genesis);
    await fsync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}
