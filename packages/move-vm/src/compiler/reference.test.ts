import { expect, it } from "vitest";
import { runDifferential } from "../../torture/differential/run-differential.ts";

const SEED = Number(process.env["MOVE_SEED"] ?? 1);

it("runs generated programs like the reference VM, like the checked interpreter, and in every opcode", async () => {
  const report = await runDifferential(SEED, 240, () => undefined);
  expect(report.mismatches.map(({ seed, program, between, detail }) => ({ seed, program, between, detail }))).toEqual([]);
  expect([report.programs, report.missing, report.missingRun]).toEqual([240, [], []]);
}, 300_000);
