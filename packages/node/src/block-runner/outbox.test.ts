import { expect, test } from "vitest";
import type { ExecutorReport } from "./executor-messages.ts";
import { Outbox } from "./outbox.ts";

const notice = (text: string): ExecutorReport => ({ kind: "notice", text });

function posting() {
  const posted: string[][] = [];
  const transferred: number[] = [];
  const outbox = new Outbox((reports, transfer) => {
    posted.push(reports.map((report) => (report.kind === "notice" ? report.text : report.kind)));
    transferred.push(transfer.length);
  });
  return { outbox, posted, transferred };
}

test("what becomes known in one turn goes in one message, in order", async () => {
  const { outbox, posted, transferred } = posting();
  outbox.add(notice("block"));
  const later = Promise.resolve().then(() => outbox.add(notice("answers"), [new ArrayBuffer(1)]));
  expect(posted).toEqual([]);
  await later;
  await new Promise((resolve) => setImmediate(resolve));
  outbox.add(notice("next block"));
  await new Promise((resolve) => setImmediate(resolve));
  expect(posted).toEqual([["block", "answers"], ["next block"]]);
  expect(transferred).toEqual([1, 0]);
});

test("what cannot wait goes at once, after what waits", async () => {
  const { outbox, posted } = posting();
  outbox.add(notice("block"));
  outbox.send(notice("fault"));
  expect(posted).toEqual([["block", "fault"]]);
  await new Promise((resolve) => setImmediate(resolve));
  expect(posted).toHaveLength(1);
});
