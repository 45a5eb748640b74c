import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { loadBuiltModules } from "@sycee/move-build";
import { openStorage, StorageError } from "@sycee/storage";
import { MOVE_BUILD_DIRECTORY } from "../node/repository.ts";
import { CliError } from "../output/cli-error.ts";
import { developmentAccounts } from "./development-accounts.ts";
import { developmentGenesis } from "./development-genesis.ts";
import { populationAddresses } from "./population-keys.ts";

/** Whether a directory has a chain. */
export function hasChain(directory: string): boolean {
  return existsSync(join(directory, "log"));
}

/**
 * The genesis of the development ledger in a directory: the one it began with, also when the Move packages were rebuilt since; a
 * new one for a directory without a chain, of `timeMs` (milliseconds since 1970, now if absent). Throws `CliError` `not_a_development_ledger` for a chain that something else began, and
 * `invalid_argument` where no directory can be made.
 */
export async function developmentLedgerGenesis(directory: string, timeMs: number = Date.now()): Promise<Uint8Array> {
  const path = genesisFile(directory);
  if (existsSync(path)) return readFileSync(path);
  // A chain that was imported as a snapshot brings its genesis document along.
  const imported = join(directory, "genesis.bcs");
  if (existsSync(imported)) return readFileSync(imported);
  if (hasChain(directory)) {
    throw new CliError(
      "not_a_development_ledger",
      `The chain in ${directory} was not begun by sycee dev. Choose another directory with --data.`,
    );
  }
  const genesis = developmentGenesis({
    timeMs: BigInt(timeMs),
    modules: loadBuiltModules(MOVE_BUILD_DIRECTORY).map(({ bytes }) => bytes),
    accounts: await developmentAccounts(),
    wallets: await populationAddresses(),
  });
  makeDirectory(dirname(path));
  const file = openSync(`${path}.new`, "w");
  writeSync(file, genesis);
  fsyncSync(file);
  closeSync(file);
  renameSync(`${path}.new`, path);
  return genesis;
}

/** Removes the chain in a directory and leaves keys and all else there. Throws `StorageError` when a node runs on it. */
export async function removeChain(directory: string): Promise<void> {
  await checkUnused(directory);
  // In this order each step leaves something that starts, should this process die between two of them.
  for (const name of ["state", "log", "snapshots", "read-models", "genesis.bcs", "dev"])
    rmSync(join(directory, name), { recursive: true, force: true });
}

// Opening takes the directory's lock; damage is no reason to keep what is to be removed.
async function checkUnused(directory: string): Promise<void> {
  try {
    await (await openStorage({ directory })).close();
  } catch (error) {
    if (!(error instanceof StorageError) || error.message.includes("is in use")) throw error;
  }
}

function makeDirectory(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw new CliError("invalid_argument", `No ledger can be kept there: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function genesisFile(directory: string): string {
  return join(directory, "dev", "genesis.bcs");
}
