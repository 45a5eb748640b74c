import { measureAllCores, measureLimits } from "../limits/measure-limits.ts";
import { describeMachine } from "../machine/describe-machine.ts";
import type { PartName } from "../options/parts.ts";
import { measureLoads } from "../parts/measure-loads.ts";
import { measureMillions, type MillionsPlan } from "../parts/measure-millions.ts";
import { measureRecovery } from "../parts/measure-recovery.ts";
import type { BenchResult } from "../report/bench-result.ts";
import { rounded } from "../report/rounded.ts";
import { BenchRun } from "./bench-run.ts";
import type { Workplace } from "./workplace.ts";

/** What is to be measured. */
export interface BenchPlan {
  readonly parts: readonly PartName[];
  readonly seconds: number;
  readonly rounds: number;
  /** Accounts of the parts `million` and `tenMillion`, of customers in the batch lane, and of all others. */
  readonly accounts: { readonly million: number; readonly tenMillion: number; readonly others: number; readonly customers: number };
}

/** Of those accounts at most so many have keys and pay, each about once in a run. */
const MOST_KEYED = 100_000;

/** Measures the parts one after another. Throws when anything that is measured does not do what it should. */
export async function runBench(plan: BenchPlan, workplace: Workplace, say: (text: string) => void): Promise<BenchResult> {
  const startedMs = performance.now();
  const { parts, seconds, rounds } = plan;
  const at = new Date().toISOString();
  say("raw limits of the machine");
  const limits = await measureLimits(workplace.directory, seconds);
  const run = new BenchRun({
    workplace,
    seconds,
    rounds,
    accounts: plan.accounts.others,
    customers: plan.accounts.customers,
    rawVerifyPerSecond: limits.rawVerifyPerSecondAllCores,
    say,
  });
  const loads = await measureLoads(run, parts);
  const rest: Partial<Pick<BenchResult, "recovery" | "million" | "tenMillion">> = {
    ...(parts.includes("recovery") ? { recovery: await recoverSmall(run) } : {}),
    ...(parts.includes("million") ? { million: await measureMillions(run, millions(plan.accounts.million, 0)) } : {}),
    ...(parts.includes("tenMillion")
      ? { tenMillion: await measureMillions(run, millions(plan.accounts.tenMillion, plan.accounts.tenMillion)) }
      : {}),
  };
  const { million, tenMillion } = rest;
  const slowDown =
    million === undefined || tenMillion === undefined
      ? {}
      : { tenMillionToMillion: tenMillion.ratioToRawVerify / million.ratioToRawVerify };
  const { raw, ...figures } = loads;
  const all = raw ?? spreadOfTwo(limits.rawVerifyPerSecondAllCores, await measureAllCores(seconds));
  return rounded({
    at,
    tookSeconds: (performance.now() - startedMs) / 1000,
    machine: describeMachine(workplace.directory),
    accounts: run.accounts,
    ...limits,
    rawVerifyPerSecondAllCores: all.median,
    rawVerifySpread: { min: all.min, max: all.max, runs: all.runs },
    ...figures,
    ...rest,
    ...slowDown,
  });
}

function millions(accounts: number, customers: number): MillionsPlan {
  return { accounts, keyed: Math.min(MOST_KEYED, accounts), customers };
}

function spreadOfTwo(first: number, second: number) {
  return { median: (first + second) / 2, min: Math.min(first, second), max: Math.max(first, second), runs: 2 };
}

async function recoverSmall(run: BenchRun) {
  run.say("killing a node under load");
  const directory = run.workplace.makeDirectory("killed");
  const node = await run.startNode({ directory, newAccounts: run.accounts });
  return await measureRecovery(run, { directory, node, keyed: run.accounts, accounts: run.accounts });
}
