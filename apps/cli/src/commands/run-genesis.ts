import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { loadBuiltModules } from "@sycee/move-build";
import { type Address, shortAddress } from "@sycee/protocol";
import { developmentAccounts } from "../economy/development-accounts.ts";
import { genesisOfPlan } from "../genesis/genesis-of-plan.ts";
import { type GenesisPlan, templateOfPlan } from "../genesis/genesis-plan.ts";
import { readPlan } from "../genesis/read-plan.ts";
import { type TriedGenesis, tryGenesis } from "../genesis/try-genesis.ts";
import { MOVE_BUILD_DIRECTORY } from "../node/repository.ts";
import { CliError } from "../output/cli-error.ts";
import type { GenesisCheckOptions } from "./genesis.ts";

/** Writes a plan to be filled in. Throws `CliError` where there is a file already. */
export function runGenesisNew(path: string): void {
  if (existsSync(path)) throw new CliError("invalid_argument", `${path} is there already.`);
  writeFileSync(path, templateOfPlan(new Date()));
  console.log(`${path}: put an address wherever it says ADDRESS (sycee keys new NAME makes one), then: sycee genesis check ${path}`);
}

/** Makes and tries the document of a plan. Throws `CliError` `genesis_refused`. */
export async function runGenesisCheck(path: string, { output, json }: GenesisCheckOptions): Promise<void> {
  const plan = readPlan(readFile(path).toString("utf8"));
  await refusePublicKeys(plan);
  const genesis = genesisOfPlan(
    plan,
    loadBuiltModules(MOVE_BUILD_DIRECTORY).map(({ bytes }) => bytes),
  );
  const tried = tryGenesis(genesis);
  if (output !== undefined) {
    if (existsSync(output)) throw new CliError("invalid_argument", `${output} is there already.`);
    writeFileSync(output, genesis);
  }
  if (json) printJson(tried);
  else {
    console.log("the plan executes, and the laws hold");
    printIdentity(tried);
    console.log(
      output === undefined
        ? "\nnothing was written; -o FILE keeps the document"
        : `\nwritten to ${output}: every operator compares the chain id, then: sycee node --genesis ${output} --data DIRECTORY`,
    );
  }
}

/** Says what a document begins. Throws `CliError` `genesis_refused`. */
export function runGenesisShow(path: string, { json }: { readonly json?: true }): void {
  const tried = tryGenesis(readFile(path));
  if (json) {
    printJson(tried);
    return;
  }
  printIdentity(tried);
  for (const { signers, calls } of tried.programs) {
    console.log(`\nas ${signers.join(", ")}`);
    for (const call of calls) console.log(`  ${call}`);
  }
}

// A chain of which anybody has a key is no chain of its operators.
async function refusePublicKeys({ supervisor, investigator, units }: GenesisPlan): Promise<void> {
  const authorities = investigator === undefined ? [supervisor] : [supervisor, investigator];
  const named = [
    ...authorities,
    ...units.flatMap(({ centralBank }) => [centralBank, ...centralBank.operators].map(({ address }) => address)),
  ];
  const known = (await developmentAccounts()).find(({ address }) => named.includes(address));
  if (known === undefined) return;
  throw new CliError("genesis_refused", `${known.address} is ${known.name} of development ledgers: everybody has its key.`);
}

function readFile(path: string): Buffer {
  if (!existsSync(path)) throw new CliError("invalid_argument", `There is no file ${path}.`);
  return readFileSync(path);
}

function printIdentity({ chainId, headHash, stateRoot, timeMs, ledger }: TriedGenesis): void {
  console.log(
    `chain id   ${chainId}\nblock hash ${headHash}\nstate root ${stateRoot}\nbegins     ${new Date(Number(timeMs)).toISOString()}`,
  );
  const packages = new Map<Address, number>();
  for (const { address } of ledger.modules()) packages.set(address, (packages.get(address) ?? 0) + 1);
  const counts = [...packages].map(([address, count]) => `${count} of ${shortAddress(address)}`);
  console.log(`modules    ${counts.join(", ")} (by name: --json)`);
}

function printJson({ chainId, headHash, stateRoot, timeMs, ledger, programs }: TriedGenesis): void {
  const modules = ledger.modules().map(({ address, name }) => ({ address, name }));
  console.log(JSON.stringify({ chainId, headHash, stateRoot, timeMs: timeMs.toString(), modules, programs }));
}
