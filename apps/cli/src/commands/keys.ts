import { bytesToHex } from "@sycee/protocol";
import { keyFromSeed, randomSeed, signerOf } from "@sycee/sdk";
import type { Command } from "commander";
import { addKey, readKeys, type StoredKey } from "../address-book/key-file.ts";
import { developmentAccounts } from "../economy/development-accounts.ts";
import { CliError } from "../output/cli-error.ts";
import { formatTable } from "../output/table.ts";
import { withExample, withKeyFile } from "./options.ts";

interface KeyOptions {
  readonly keys: string;
  readonly json?: true;
  readonly secret?: true;
}

/** `sycee keys new|show|list`. */
export function addKeysCommand(program: Command): void {
  const keys = withExample(program.command("keys").description("Make keys and see them"), "sycee keys new savings", "sycee keys list");
  withExample(withJson(keys.command("new <name>")).description("Make a key and keep it under a name"), "sycee keys new savings").action(
    newKey,
  );
  withExample(withJson(keys.command("show <name>")).description("Show a key's address"), "sycee keys show savings --secret")
    .option("--secret", "show the private key too")
    .action(showKey);
  withExample(withJson(keys.command("list")).description("List keys by name"), "sycee keys list").action(listKeys);
}

function withJson(command: Command): Command {
  return withKeyFile(command).option("--json", "print JSON, for programs");
}

async function newKey(name: string, options: KeyOptions): Promise<void> {
  if (!/^[a-z][a-z0-9-]{0,31}$/.test(name)) {
    throw new CliError("invalid_argument", "A name begins with a letter and has up to 32 small letters, digits and hyphens.");
  }
  if ((await developmentAccounts()).some((account) => account.name === name)) {
    throw new CliError("name_taken", `${name} is an account of development ledgers. Choose another name.`);
  }
  const seed = randomSeed();
  const { address } = signerOf(await keyFromSeed(seed));
  addKey(options.keys, { name, address, seed });
  console.log(options.json ? JSON.stringify({ name, address }) : `${name} is ${address}, its key is in ${options.keys}`);
}

function showKey(name: string, options: KeyOptions): void {
  const key = readKeys(options.keys).find((candidate) => candidate.name === name);
  if (key === undefined) throw new CliError("unknown_name", `There is no key named ${JSON.stringify(name)} in ${options.keys}.`);
  const privateKey = `0x${bytesToHex(key.seed)}`;
  const shown = { name, address: key.address, ...(options.secret ? { privateKey } : {}) };
  if (options.json) console.log(JSON.stringify(shown));
  else console.log(formatTable(Object.entries(shown)));
}

function listKeys(options: KeyOptions): void {
  const keys = readKeys(options.keys);
  if (options.json) console.log(JSON.stringify({ keys: keys.map(publicPart) }));
  else if (keys.length === 0) console.log(`There are no keys in ${options.keys}. Make one: sycee keys new NAME`);
  else console.log(formatTable(keys.map(({ name, address }) => [name, address])));
}

function publicPart({ name, address }: StoredKey) {
  return { name, address };
}
