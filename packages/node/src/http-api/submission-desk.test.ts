import { CodedError } from "@sycee/protocol/core";
import { expect, test } from "vitest";
import { Admission } from "../pipeline/admission.ts";
import { StageBoard } from "../pipeline/stage-board.ts";
import type { Reply } from "./reply.ts";
import { SubmissionDesk } from "./submission-desk.ts";

const STOPPING = new CodedError("stopping");

/** A desk whose groups are checked at once and never become final, as when the executor is at fault. */
function deskWithoutExecutor(): SubmissionDesk {
  const board = new StageBoard();
  const capacities = { decode: 10, check: 10, verify: 10, order: 10, execute: 10, commit: 10, answer: 20 };
  const admission = new Admission({
    board,
    capacities,
    transactions: 10,
    bytes: 1_000,
    refused: () => {},
    letGoUnread: () => {},
    letGoSlow: () => {},
  });
  const desk = new SubmissionDesk({ admission, board, ordering: { submit: () => {}, holds: () => false }, refused: () => {} });
  desk.attach({ busy: false, check: (group) => desk.checked({ ...group, details: new Map() }), close: async () => {} });
  return desk;
}

function listening(told: string[], who: string): Reply<unknown> {
  return { answer: () => told.push(`${who} answered`), fail: (error) => told.push(`${who} failed: ${error.message}`) };
}

test("when the node fails, those who wait are told, and those who were answered 202 are told nothing twice", async () => {
  const desk = deskWithoutExecutor();
  const told: string[] = [];
  desk.submitOne(Uint8Array.of(1), "documents", false, listening(told, "one unwaited"));
  desk.submitOne(Uint8Array.of(2), "documents", true, listening(told, "one waited"));
  desk.submitBatch([Uint8Array.of(3)], "batch-json", false, listening(told, "batch unwaited"));
  desk.submitBatch([Uint8Array.of(4)], "batch-json", true, listening(told, "batch waited"));
  await expect.poll(() => told).toContain("one unwaited answered");
  desk.abandon(STOPPING);
  await desk.drain();
  expect(told.sort()).toEqual([
    "batch unwaited answered",
    `batch waited failed: ${STOPPING.message}`,
    "one unwaited answered",
    `one waited failed: ${STOPPING.message}`,
  ]);
});
