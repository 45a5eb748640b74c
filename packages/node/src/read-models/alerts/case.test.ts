import { describe, expect, it } from "vitest";
import type { Alert } from "./alert.ts";
import {
  type Case,
  type CaseAct,
  CaseError,
  type CaseErrorCode,
  caseAfterExtension,
  dismissCase,
  noteInCase,
  openCase,
  referCase,
  reopenCase,
} from "./case.ts";

const alert: Alert = {
  id: "0a".repeat(16),
  rule: "fan_in",
  pattern: "fan_in|a|CNY",
  subjects: ["a"],
  fromMs: 1_000,
  toMs: 2_000,
  height: 7n,
  unit: "CNY",
  amountMinor: 10n,
  paymentCount: 10,
  payments: [{ id: "p", timeMs: 1_000, amountMinor: 10n }],
  score: 50,
  explanation: { sentence: "fan_in", values: {} },
  revision: 1,
};
const extended = (paymentCount: number, revision: number): Alert => ({ ...alert, paymentCount, revision, toMs: 9_000 });
const act = (text = "a wedding", timeMs = 3_000): CaseAct => ({ by: "0x5", timeMs, text });
const warrant = { number: 3n, party: "a" };
const open = openCase(alert);
const dismissed = dismissCase(open, act());
const referred = referCase(open, act("gone abroad"), warrant);
let full: Case = open;
while (full.history.length < 200) full = noteInCase(full, act("seen"));

describe("a case", () => {
  it("opens with its alert, and keeps who did what, when and why", () => {
    expect(open).toMatchObject({ id: alert.id, state: { state: "open" }, history: [{ act: "opened", timeMs: 2_000, by: undefined }] });
    expect(dismissed.state).toEqual({ state: "dismissed", reason: "a wedding", paymentCount: 10 });
    expect(dismissed.history.at(-1)).toEqual({ act: "dismissed", timeMs: 3_000, by: "0x5", text: "a wedding" });
    expect(referred.state).toEqual({ state: "referred", reason: "gone abroad", warrant });
    expect(noteInCase(referred, act("heard nothing")).history.map((entry) => entry.act)).toEqual(["opened", "referred", "noted"]);
    expect(open.history).toHaveLength(1);
  });

  const refused: readonly [name: string, code: CaseErrorCode, change: () => Case][] = [
    ["a dismissed case dismissed again", "case_not_open", () => dismissCase(dismissed, act())],
    ["a dismissed case referred", "case_not_open", () => referCase(dismissed, act(), warrant)],
    ["a referred case dismissed", "case_not_open", () => dismissCase(referred, act())],
    ["a referred case referred again", "case_not_open", () => referCase(referred, act(), warrant)],
    ["an open case opened again", "case_not_dismissed", () => reopenCase(open, act())],
    ["a referred case opened again", "case_not_dismissed", () => reopenCase(referred, act())],
    ["a case opened again without a reason", "reason_missing", () => reopenCase(dismissed, act(""))],
    ["no reason", "reason_missing", () => dismissCase(open, act(" \n"))],
    ["a reason of 2,001 characters", "reason_too_long", () => dismissCase(open, act("x".repeat(2_001)))],
    ["a warrant of number 0", "bad_warrant", () => referCase(open, act(), { number: 0n, party: "a" })],
    ["a warrant for nobody", "bad_warrant", () => referCase(open, act(), { number: 1n, party: "" })],
    ["an act from before the case", "time_goes_back", () => noteInCase(open, act("early", 1_999))],
    ["a note more than a case holds", "case_full", () => noteInCase(full, act())],
    ["another case's alert", "wrong_alert", () => caseAfterExtension(open, { ...alert, id: "0b".repeat(16), revision: 2 })],
  ];
  it.each(refused)("refuses %s: %s", (_name, code, change) => {
    expect(change).toThrow(CaseError);
    expect(change).toThrow(expect.objectContaining({ code }));
  });

  it("takes what it is allowed at the edges", () => {
    expect(dismissCase(open, act("x".repeat(2_000))).state.state).toBe("dismissed");
    expect(noteInCase(open, act("at once", 2_000)).history).toHaveLength(2);
    expect(referCase(open, act(), { number: 1n, party: "a" }).state.state).toBe("referred");
  });

  it("follows its alert, and opens again when that has grown by half since it was dismissed", () => {
    expect(caseAfterExtension(open, extended(12, 2))).toEqual({ ...open, paymentCount: 12, alertRevision: 2 });
    expect(caseAfterExtension(dismissed, extended(14, 2)).state.state).toBe("dismissed");
    const reopened = caseAfterExtension(dismissed, extended(15, 2));
    expect(reopened.state).toEqual({ state: "open" });
    expect(reopened.history.at(-1)).toEqual({ act: "reopened", timeMs: 9_000, by: undefined, text: "" });
    expect(caseAfterExtension(referred, extended(100, 2)).state).toEqual(referred.state);
    // Small steps add up: it is compared with what the case was dismissed with, not with the last step.
    expect(caseAfterExtension(caseAfterExtension(dismissed, extended(14, 2)), extended(15, 3)).state.state).toBe("open");
  });

  it("is opened again by a supervisor who says why, and can then be dismissed or referred", () => {
    const reopened = reopenCase(dismissed, act("the wedding was none"));
    expect(reopened.state).toEqual({ state: "open" });
    expect(reopened.history.at(-1)).toEqual({ act: "reopened", timeMs: 3_000, by: "0x5", text: "the wedding was none" });
    expect(referCase(reopened, act(), warrant).state.state).toBe("referred");
  });

  it("is not changed by an extension that it knows already", () => {
    const grown = caseAfterExtension(open, extended(12, 3));
    expect(caseAfterExtension(grown, extended(12, 3))).toBe(grown);
    expect(caseAfterExtension(grown, extended(11, 2))).toBe(grown);
  });
});
