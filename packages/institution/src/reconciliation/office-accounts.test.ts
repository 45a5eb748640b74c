import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Journal } from "../statements/journal.ts";
import type { StatementLine } from "../statements/statement-line.ts";
import { type OfficeStore, openOfficeStore } from "../store/office-store.ts";
import { officeAccounts } from "./office-accounts.ts";

let directory: string;
let store: OfficeStore;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "sycee-office-accounts-"));
  store = openOfficeStore(directory);
});

afterEach(async () => {
  await store.close();
  rmSync(directory, { recursive: true });
});

/** Customers `00000`, `00001` and so on with accounts from 1, each with so many lines of 1. */
async function write(customers: number, lines: number): Promise<void> {
  const journal = new Journal(store);
  await store.change(() => {
    for (let index = 0; index < customers; index++) {
      const id = `${index}`.padStart(5, "0");
      void store.customers.put(id, { id, reference: id, account: index + 1, createdMs: 0, balanceMinor: "0", lines: 0 });
      for (let line = 0; line < lines; line++) journal.write(id, { atMs: line, height: "0", kind: "payment", amountMinor: 1n });
    }
  });
}

test.each([
  [0, 0],
  [1, 999],
  [1, 1_000],
  [1, 1_001],
  [2, 2_500],
  [1_000, 1],
  [2_001, 1],
])("%i customers with %i lines each are all read", async (customers, lines) => {
  await write(customers, lines);
  void store.customers.put("zzz", { id: "zzz", reference: "zzz", createdMs: 0, balanceMinor: "0", lines: 0 });
  const accounts = await officeAccounts(store);
  expect(accounts).toEqual(
    Array.from({ length: customers }, (_, index) => ({
      account: index + 1,
      customer: `${index}`.padStart(5, "0"),
      balanceMinor: BigInt(lines),
      linesMinor: BigInt(lines),
    })),
  );
});

test.each([
  ["changed", 1_500, (position: number): void => void store.lines.put([1, position], { ...lineAt(position), amountMinor: "2" })],
  ["missing", 1_500, (position: number): void => void store.lines.remove([1, position])],
  ["missing, the last", 1_999, (position: number): void => void store.lines.remove([1, position])],
  ["one too many", 2_000, (position: number): void => void store.lines.put([1, position], { ...lineAt(1_999), balanceMinor: "2001" })],
] as const)("a line that is %s is found wherever it stands", async (_, position, spoil) => {
  await write(1, 2_000);
  await store.change(() => spoil(position));
  expect((await officeAccounts(store))[0]?.wrongLine).toBe(position);
});

test("others get their turn while a long journal is read", async () => {
  await write(1, 20_000);
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 0);
  await officeAccounts(store);
  clearInterval(timer);
  expect(turns).toBeGreaterThan(2);
});

function lineAt(position: number): StatementLine {
  const line = store.lines.get([1, position]);
  if (line === undefined) throw new Error(`there is no line ${position}`);
  return line;
}
