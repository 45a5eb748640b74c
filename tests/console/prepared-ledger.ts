import { constants, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "@sycee/sdk";
import { inject } from "vitest";
import { START_MS, startLedger } from "./ledger-process.ts";

/** How a development ledger is begun: with what arguments of `sycee dev`, and whether its read models are made too. */
export interface Beginning {
  /** Names it among those of a run. */
  readonly name: string;
  readonly arguments: readonly string[];
  readonly hasReadModels: boolean;
}

const POLL_MS = 100;
/** Beside a start, the first making of the read models' database. */
const PREPARED_MS = 2 * START_MS;

/**
 * Puts a development ledger that has just begun into a directory that is not there yet. The first file of a run that asks makes it, with the
 * command that people use, and stops it as they do; this and every other file get a copy each, so that nothing is shared.
 */
export async function copyPreparedLedger(beginning: Beginning, target: string): Promise<void> {
  const folder = join(inject("preparedFolder"), beginning.name);
  const [ledger, outcome] = [join(folder, "ledger"), join(folder, "outcome")];
  if (isMade(folder)) {
    try {
      await prepare(beginning, ledger);
      writeFileSync(outcome, "");
    } catch (error) {
      writeFileSync(outcome, `${error}`);
      throw error;
    }
  }
  const endMs = performance.now() + PREPARED_MS;
  while (!existsSync(outcome)) {
    if (performance.now() > endMs) throw new Error(`another test file has not made the ledger in ${PREPARED_MS} ms`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  const failure = readFileSync(outcome, "utf8");
  if (failure !== "") throw new Error(`another test file could not make the ledger: ${failure}`);
  cpSync(ledger, target, { recursive: true, mode: constants.COPYFILE_FICLONE });
}

/** Whether a folder was made now: one file of a run makes it. */
function isMade(folder: string): boolean {
  return mkdirSync(folder, { recursive: true }) !== undefined;
}

async function prepare({ arguments: further, hasReadModels }: Beginning, data: string): Promise<void> {
  const others = ["--no-attend", ...(hasReadModels ? [] : ["--no-read-models"]), ...further];
  const node = await startLedger(data, "0", others);
  try {
    if (hasReadModels) await followed(new Client(node.url));
  } finally {
    await node.stop();
  }
}

/** Waits until the read models are where the ledger is. */
async function followed(client: Client): Promise<void> {
  const endMs = performance.now() + START_MS;
  for (;;) {
    const { state, height, headHeight } = await client.models.status();
    if (state === "following" && height === headHeight) return;
    if (performance.now() > endMs) throw new Error(`the read models are ${state} at ${height} of ${headHeight} after ${START_MS} ms`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
