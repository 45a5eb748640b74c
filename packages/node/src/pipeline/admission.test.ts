import { describe, expect, it } from "vitest";
import { Admission, type StageCapacities } from "./admission.ts";
import { type Stage, StageBoard, STAGES } from "./stage-board.ts";

const capacities: StageCapacities = { decode: 4, check: 100, verify: 20, order: 100, execute: 40, commit: 80, answer: 200 };

type LetGo = (board: StageBoard) => void;

function gate(letGoUnread: LetGo = () => {}, letGoSlow: LetGo = () => {}) {
  const board = new StageBoard();
  const refused: [Stage, number][] = [];
  const admission = new Admission({
    board,
    capacities,
    transactions: 100,
    bytes: 1_000,
    refused: (stage, count) => refused.push([stage, count]),
    letGoSlow(enough) {
      if (!enough()) letGoSlow(board);
    },
    letGoUnread(enough) {
      if (!enough()) letGoUnread(board);
    },
  });
  return { board, refused, admission };
}

describe("the gate in front of the pipeline", () => {
  it("takes what fits, counts it in check, and says which stage is the fullest when nothing fits", () => {
    const { board, refused, admission } = gate();
    expect(admission.take(60, 0)).toBeUndefined();
    expect(board.depth("check")).toBe(60);
    board.move("check", "execute", 30);
    expect(admission.take(41, 0)).toMatchObject({ code: "overloaded", detail: expect.stringContaining("execute") });
    expect(admission.take(40, 0)).toBeUndefined();
    expect(refused).toEqual([["execute", 41]]);
  });

  it("has a bound on bytes, which are free again when they are released", () => {
    const { admission } = gate();
    expect(admission.take(1, 900)).toBeUndefined();
    expect(admission.take(1, 101)).toMatchObject({ code: "overloaded" });
    admission.release(900);
    expect(admission.take(1, 101)).toBeUndefined();
  });

  it("takes any single request into an empty pipeline", () => {
    expect(gate().admission.take(500, 5_000)).toBeUndefined();
  });

  it.each(STAGES)("refuses requests unread while %s is full", (stage) => {
    const { board, refused, admission } = gate();
    // What is in verify, execute and commit was accepted like what waits for it.
    board.enter(stage, stage === "verify" || stage === "execute" || stage === "commit" ? 100 : capacities[stage]);
    expect(admission.refusalOfRequest()).toMatchObject({ code: "overloaded", detail: expect.stringContaining(stage) });
    expect(refused).toEqual([[stage, 1]]);
    board.leave(stage, board.depth(stage));
    expect(admission.refusalOfRequest()).toBeUndefined();
  });

  it("lets go of requests that arrive slowly when there is no room for others in decode", () => {
    const { board, refused, admission } = gate(
      () => {},
      (full) => full.leave("decode", 1),
    );
    board.enter("decode", capacities.decode);
    expect(admission.hasRoom).toBe(true);
    expect(board.depth("decode")).toBe(capacities.decode - 1);
    expect(refused).toEqual([]);
  });

  it("keeps room in answer for what is on its way to the disk", () => {
    const { board, admission } = gate();
    board.enter("answer", 120);
    expect(admission.take(50, 0)).toBeUndefined();
    expect(admission.take(31, 0)).toMatchObject({ detail: expect.stringContaining("answer") });
    expect(admission.take(30, 0)).toBeUndefined();
  });

  it("has answers that nobody reads let go before it refuses for them", () => {
    const { board, refused, admission } = gate((held) => held.leave("answer", 150));
    board.enter("answer", 200);
    expect(admission.take(100, 0)).toBeUndefined();
    expect([board.depth("answer"), refused]).toEqual([50, []]);
  });
});

it("another view of a board is the same board", () => {
  const board = new StageBoard();
  new StageBoard(board.memory).enter("order", 7);
  board.move("order", "execute", 3);
  expect(STAGES.map((stage) => board.depth(stage))).toEqual([0, 0, 0, 4, 3, 0, 0]);
});
