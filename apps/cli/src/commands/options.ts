import { join } from "node:path";
import { Client } from "@sycee/sdk";
import { type Command, Option } from "commander";
import { CliError } from "../output/cli-error.ts";
import { type AddressBook, createAddressBook } from "../address-book/address-book.ts";

/** Where commands find keys unless told otherwise. */
export const DEFAULT_KEY_FILE = join(".sycee", "keys.json");

/** Options of commands that ask a node. */
export interface NodeAccess {
  readonly url: string;
  readonly keys: string;
  /** As whom to read where the node asks for that. */
  readonly reader?: string;
  readonly json?: true;
  /** Agreed to beforehand; only commands that ask have it. */
  readonly yes?: true;
}

/** Adds `--url`, `--keys`, `--reader` and `--json`. */
export function withNodeAccess(command: Command): Command {
  return withKeyFile(command)
    .addOption(new Option("--url <url>", "the node").env("SYCEE_URL").default("http://127.0.0.1:8420"))
    .addOption(
      new Option("--reader <name>", "as whom to read, whose key you have, on a node that keeps accounts private").env("SYCEE_READER"),
    )
    .option("--json", "print JSON, for programs");
}

/** Adds `--yes` to a command that asks before it acts. */
export function withQuestion(command: Command): Command {
  return command.option("--yes", "do not ask before");
}

/** Adds `--keys`. */
export function withKeyFile(command: Command): Command {
  return command.addOption(new Option("--keys <file>", "file with your keys and their names").env("SYCEE_KEYS").default(DEFAULT_KEY_FILE));
}

/** The client and the names that a command works with. Throws `CliError` `invalid_argument`. */
export function openAccess(options: NodeAccess): { readonly client: Client; readonly book: AddressBook } {
  const protocol = URL.canParse(options.url) ? new URL(options.url).protocol : "";
  if (protocol !== "http:" && protocol !== "https:") {
    throw new CliError("invalid_argument", `${JSON.stringify(options.url)} is not the URL of a node, such as http://127.0.0.1:8420.`);
  }
  const client = new Client(options.url);
  const book = createAddressBook(options.keys, client);
  const { reader } = options;
  if (reader !== undefined) client.readAs(async () => await book.signer(reader));
  return { client, book };
}

/** Adds an example to a command's help. */
export function withExample(command: Command, ...examples: readonly string[]): Command {
  return command.addHelpText("after", `\nExample:\n${examples.map((example) => `  ${example}`).join("\n")}`);
}
