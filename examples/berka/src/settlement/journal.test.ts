import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Journal, JournalMismatchError } from "./journal.ts";

let directory = "";
let path = "";
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "sycee-journal-"));
  path = join(directory, "berka", "journal.ndjson");
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const run = { chainId: "0x01", payerTier: 2 };
const transaction = { id: "0xaa", expiryMs: 77n, bytes: Uint8Array.of(1, 2, 255) };

test("what was noted is there again after a restart", () => {
  const journal = Journal.open(path, run);
  journal.sending([
    { step: "a", transaction },
    { step: "b", transaction },
  ]);
  journal.done([{ step: "a", outcome: { kind: "aborted", error: "EDailyLimit" } }]);
  journal.close();
  const again = Journal.open(path, run);
  expect(again.get("a")).toEqual({ sent: transaction, outcome: { kind: "aborted", error: "EDailyLimit" } });
  expect(again.get("b")).toEqual({ sent: transaction, outcome: undefined });
  expect(again.get("c")).toBeUndefined();
  again.close();
});

test("a line that was being written when the process died is dropped, and the next one begins cleanly", () => {
  const journal = Journal.open(path, run);
  journal.sending([{ step: "a", transaction }]);
  journal.close();
  appendFileSync(path, '{"kind":"sent","step":"b","id":"0x');
  const again = Journal.open(path, run);
  expect(again.get("b")).toBeUndefined();
  again.sending([{ step: "c", transaction }]);
  again.close();
  const lines = readFileSync(path, "utf8").trimEnd().split("\n");
  expect(lines.map((line) => (JSON.parse(line) as { step?: string }).step)).toEqual([undefined, "a", "c"]);
});

test("a transaction signed anew takes the place of the expired one", () => {
  const journal = Journal.open(path, run);
  journal.sending([{ step: "a", transaction }]);
  journal.sending([{ step: "a", transaction: { ...transaction, id: "0xbb" } }]);
  journal.close();
  const again = Journal.open(path, run);
  expect(again.get("a")?.sent?.id).toBe("0xbb");
  again.close();
});

test.each([
  ["another tier", { ...run, payerTier: 3 }],
  ["another ledger", { ...run, chainId: "0x02" }],
])("a journal of %s is refused", (_, other) => {
  Journal.open(path, run).close();
  expect(() => Journal.open(path, other)).toThrow(JournalMismatchError);
});
