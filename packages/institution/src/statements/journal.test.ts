import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openOfficeStore } from "../store/office-store.ts";
import { Journal } from "./journal.ts";

test("lines between any two times are those that reading all of them gives", async () => {
  const directory = mkdtempSync(join(tmpdir(), "sycee-journal-"));
  const store = openOfficeStore(directory);
  const journal = new Journal(store);
  const times = Array.from({ length: 120 }, (_, index) => Math.floor(index / 3) * 10);
  await store.change(() => {
    for (const [id, account] of [
      ["before", 6],
      ["wanted", 7],
      ["after", 8],
    ] as const) {
      void store.customers.put(id, { id, reference: id, account, createdMs: 0, balanceMinor: "0", lines: 0 });
      for (const atMs of times) journal.write(id, { atMs, height: "0", kind: "payment", amountMinor: 1n });
    }
  });
  const customer = store.customers.get("wanted");
  if (customer === undefined) throw new Error("there is no customer");
  for (let fromMs = -10; fromMs <= 410; fromMs += 5) {
    for (const untilMs of [fromMs, fromMs + 1, fromMs + 25, 1_000]) {
      const { openingMinor, lines } = journal.between(customer, fromMs, untilMs);
      expect(openingMinor).toBe(BigInt(times.filter((atMs) => atMs < fromMs).length));
      expect(lines.map(({ atMs }) => atMs)).toEqual(times.filter((atMs) => atMs >= fromMs && atMs < untilMs));
    }
  }
  await store.close();
  rmSync(directory, { recursive: true });
});
