import fs from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const fsync = promisify(fs.fsync);
const GENESIS_FILE = "genesis.bcs";

/** The genesis document that lies beside a log which no longer has block 0; `undefined` when there is none. */
export function readGenesisFile(dataDirectory: string): Uint8Array | undefined {
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
