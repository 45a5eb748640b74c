import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { startNode } from "@sycee/node/start";
import { type Address, type CallArgument, parseAddress, parseTypeTag, type ReceiptJson, shortAddress } from "@sycee/protocol";
import { Client, FRAMEWORK } from "@sycee/sdk";
import { createAddressBook } from "../address-book/address-book.ts";
import { developmentAccounts } from "../economy/development-accounts.ts";
import { developmentGenesis } from "../economy/development-genesis.ts";
import { populationAddresses } from "../economy/population-keys.ts";
import { readArgument } from "./move-arguments.ts";
import { modulesWith } from "./move-local-modules.ts";
import { CliError } from "../output/cli-error.ts";
import { describeReceipt } from "../output/receipt-text.ts";
import type { NodeAccess } from "./options.ts";

export interface MoveCallOptions extends NodeAccess {
  readonly signer: readonly string[];
  readonly type: readonly string[];
  readonly local?: string;
}

/** Calls a function on a node, or on a fresh ledger of its own, and prints the receipt. Throws `CliError`, `SyceeError`. */
export async function callMove(name: string, values: readonly string[], options: MoveCallOptions): Promise<void> {
  const print = (receipt: ReceiptJson): void => console.log(options.json ? JSON.stringify(receipt) : describeReceipt(receipt));
  if (options.local === undefined) {
    print(await call(new Client(options.url), name, values, options));
    return;
  }
  const directory = mkdtempSync(join(tmpdir(), "sycee-call-"));
  try {
    const modules = await modulesWith(resolve(options.local));
    const [accounts, wallets] = [await developmentAccounts(), await populationAddresses()];
    const genesis = developmentGenesis({ timeMs: BigInt(Date.now()), modules, accounts, wallets });
    const node = await startNode({ dataDirectory: directory, genesis, port: 0, quiet: true });
    try {
      print(await call(new Client(node.url), name, values, options));
    } finally {
      await node.close();
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function call(client: Client, name: string, values: readonly string[], options: MoveCallOptions): Promise<ReceiptJson> {
  const { address, module, function: functionName } = parseFunctionName(name);
  const parameters = await parametersOf(client, address, module, functionName);
  const book = createAddressBook(options.keys, client);
  const signers = await Promise.all(options.signer.map((signer) => book.signer(signer)));
  if (signers.length === 0) throw new CliError("invalid_argument", "Somebody has to sign: add --signer NAME.");
  const args: CallArgument[] = [];
  const remaining = [...values];
  let signed = 0;
  const expected = parameters.filter((parameter) => !isLedger(parameter) && !isSigner(parameter));
  if (values.length !== expected.length) {
    throw new CliError(
      "invalid_argument",
      `${name} takes ${expected.length} arguments (${expected.join(", ") || "none"}), not ${values.length}.`,
    );
  }
  for (const parameter of parameters) {
    if (isLedger(parameter)) continue;
    if (isSigner(parameter)) args.push({ kind: "signer", index: signed++ });
    else args.push(await readArgument(parameter.replace(/^&(mut )?/, ""), remaining.shift() ?? "", (text) => book.resolve(text)));
  }
  if (signed > signers.length)
    throw new CliError("invalid_argument", `${name} takes ${signed} signers, not ${signers.length}: add --signer NAME.`);
  const typeArguments = options.type.map(parseTypeTag);
  return await client.send({ signers, calls: [{ address, module, function: functionName, typeArguments, arguments: args }] });
}

function parseFunctionName(name: string): { readonly address: Address; readonly module: string; readonly function: string } {
  const [package_, module, functionName, ...others] = name.split("::");
  const named = Object.entries(FRAMEWORK).find(([known]) => known === package_)?.[1];
  const address = named ?? parseAddress(package_ ?? "");
  if (address === undefined || module === undefined || functionName === undefined || others.length > 0) {
    const known = Object.keys(FRAMEWORK).join(", ");
    throw new CliError(
      "invalid_argument",
      `${name} is not a function: write PACKAGE::module::function, PACKAGE being an address or one of ${known}.`,
    );
  }
  return { address, module, function: functionName };
}

async function parametersOf(client: Client, address: Address, module: string, name: string): Promise<readonly string[]> {
  const modules = await client.modules();
  const found = modules.find((candidate) => candidate.address === address && candidate.name === module);
  if (found === undefined) {
    const there = modules.filter((candidate) => candidate.address === address).map((candidate) => candidate.name);
    const known = there.length === 0 ? "nothing is published at that address" : `it has ${there.join(", ")}`;
    throw new CliError("invalid_argument", `There is no module ${shortAddress(address)}::${module} on this ledger: ${known}.`);
  }
  const described = found.functions.find((candidate) => field(candidate, "name") === name);
  const parameters = field(described, "parameters");
  if (!Array.isArray(parameters))
    throw new CliError("invalid_argument", `There is no function ${name} in ${shortAddress(address)}::${module}.`);
  return parameters.map(String);
}

// The route describes functions without their fields.
function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;
}

function isLedger(parameter: string): boolean {
  return /^&(mut )?0x1::ledger::Ledger$/.test(parameter);
}

function isSigner(parameter: string): boolean {
  return /^&?signer$/.test(parameter);
}
