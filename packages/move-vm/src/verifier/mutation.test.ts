import { expect, it } from "vitest";
import { mutationCorpus } from "../../torture/mutation/mutation-corpus.ts";
import { runMutations } from "../../torture/mutation/run-mutations.ts";

const SEED = Number(process.env["MOVE_SEED"] ?? 1);
const COUNT = Number(process.env["MOVE_MUTANTS"] ?? 2500);

it("accepts only changed modules that run without breaking a rule, and as compiled code does", async () => {
  const corpus = await mutationCorpus(undefined, SEED, 4);
  const report = runMutations(corpus, SEED, COUNT, () => undefined);
  expect(report.faults).toEqual([]);
  expect(report.slowestMs).toBeLessThan(100);
  // Not everything is refused, and much that is accepted runs.
  expect(report.accepted).toBeGreaterThan(COUNT / 20);
  expect(report.compared).toBeGreaterThan(COUNT / 40);
}, 300_000);
