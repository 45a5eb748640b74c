import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Case } from "../alerts/case.ts";
import { CaseJournal, CaseJournalError } from "./case-journal.ts";

const opened: Case = {
  id: "0a".repeat(16),
  alertRevision: 1,
  paymentCount: 3,
  state: { state: "open" },
  history: [{ act: "opened", timeMs: 1, by: undefined, text: "" }],
};
const referred: Case = { ...opened, state: { state: "referred", reason: "为何\n因为", warrant: { number: 2n ** 63n, party: "0x5" } } };

let directory: string;
let path: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "sycee-cases-"));
  path = join(directory, "supervision", "cases.journal");
  const journal = CaseJournal.open(path, () => undefined);
  journal.write(opened);
  journal.write(referred);
  journal.write({ ...opened, id: "0b".repeat(16) });
  journal.close();
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function read(): Case[] {
  const found: Case[] = [];
  CaseJournal.open(path, (file) => found.push(file)).close();
  return found;
}

describe("the journal of cases", () => {
  it("gives back what was written, large numbers and lines in texts too", () => {
    expect(read()).toStrictEqual([opened, referred, { ...opened, id: "0b".repeat(16) }].map(withoutUndefined));
  });

  it("drops a last line that is not whole, wherever it ends, and goes on behind the line before", () => {
    const whole = readFileSync(path);
    const secondEnd = whole.indexOf(0x0a, whole.indexOf(0x0a) + 1) + 1;
    for (const length of [whole.length - 1, secondEnd + 1, secondEnd + 70]) {
      writeFileSync(path, whole);
      truncateSync(path, length);
      expect(read()).toHaveLength(2);
      const journal = CaseJournal.open(path, () => undefined);
      journal.write(opened);
      journal.close();
      expect(read()).toHaveLength(3);
    }
  });

  it("refuses lines that were changed, left out, moved or put in", () => {
    const text = readFileSync(path, "utf8");
    const [first = "", second = "", third = ""] = text.split("\n");
    const changed = [
      [first, second.replace("为何", "无故"), third],
      [second, third],
      [first, third],
      [second, first, third],
      [first, first, second, third],
      [first, second, third, `${"0".repeat(64)} {}`],
      [first, second, third, ""],
    ];
    for (const lines of changed) {
      writeFileSync(path, `${lines.join("\n")}\n`);
      expect(read, lines.join("|")).toThrow(CaseJournalError);
    }
    writeFileSync(path, text);
    appendFileSync(path, "half a line");
    expect(read()).toHaveLength(3);
  });
});

// JSON has no `undefined`: a member that is not there means the same.
function withoutUndefined(file: Case): unknown {
  return { ...file, history: file.history.map(({ act, timeMs, text }) => ({ act, timeMs, text })) };
}
