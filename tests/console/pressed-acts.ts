import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Address, bytesToHex, type Call, decodeTransaction, ROUTES, transactionId } from "@sycee/protocol";
import { Client, FRAMEWORK, SyceeError } from "@sycee/sdk";
import type { Request } from "playwright-core";
import { expect } from "vitest";

/**
 * Which entry functions a test presses on a page, so that the ledger executes them: a file for each test, a line
 * `package::module::function` for each. With `SYCEE_WRITE_TABLES=1` a test writes its own anew, to be read before it is kept.
 */
const LISTS = fileURLToPath(new URL("pressed-acts/", import.meta.url));
const PACKAGES: ReadonlyMap<Address, string> = new Map(Object.entries(FRAMEWORK).map(([name, address]) => [address, name]));

/** Whether pages of a test have done what is listed for it, and nothing else. */
export function expectAsListed(test: string, pressed: readonly string[]): void {
  const list = join(LISTS, `${test}.txt`);
  if (process.env.SYCEE_WRITE_TABLES === "1") writeFileSync(list, pressed.map((act) => `${act}\n`).join(""));
  expect(pressed).toEqual(readList(list));
}

/** What is listed for each test, by its name. */
export function listedActs(): ReadonlyMap<string, readonly string[]> {
  return new Map(readdirSync(LISTS).map((file) => [file.replace(/\.txt$/, ""), readList(join(LISTS, file))]));
}

function readList(path: string): readonly string[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "");
}

/** What pages have sent to the ledgers that served them. */
export class PressedActs {
  /** By the transaction's id. */
  readonly #sent = new Map<string, { readonly calls: readonly Call[]; readonly client: Client }>();

  /** To be told of every request of a page. */
  sent(request: Request): void {
    if (request.method() !== ROUTES.submitTransactions.method || new URL(request.url()).pathname !== ROUTES.submitTransactions.path) return;
    const bytes = request.postDataBuffer();
    if (bytes === null) throw new Error("a page sent a transaction without bytes");
    const { payload, payloadBytes } = decodeTransaction(bytes);
    const client = new Client(new URL(request.url()).origin);
    this.#sent.set(`0x${bytesToHex(transactionId(payloadBytes))}`, { calls: payload.calls, client });
  }

  /** Entry functions of the framework that were sent and executed so far, as `package::module::function`, in order. The ledgers must be running. */
  async executed(): Promise<readonly string[]> {
    const names = new Set<string>();
    for (const [id, { calls, client }] of this.#sent) {
      const found = await client.transaction(id).catch(ifUnknown);
      if (found?.status !== "final" || found.receipt.status !== "executed") continue;
      for (const { address, module, function: name } of calls) {
        const package_ = PACKAGES.get(address);
        if (package_ !== undefined) names.add(`${package_}::${module}::${name}`);
      }
    }
    return [...names].sort();
  }
}

/** What was refused before it came to the ledger is not known there. */
function ifUnknown(error: unknown): undefined {
  if (!(error instanceof SyceeError) || error.code !== "not_found") throw error;
}
