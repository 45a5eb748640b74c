import { measureAllCores, measureLimits, type RawLimits } from "../limits/measure-limits.ts";
import { describeMachine } from "../machine/describe-machine.ts";
import type { PartName } from "../options/parts.ts";
import { type LoadsResult, measureLoads } from "../parts/measure-loads.ts";
import { measureMillions, type MillionsPlan } from "../parts/measure-millions.ts";
import { measureRecovery } from "../parts/measure-recovery.ts";
import type { BenchResult } from "../report/bench-result.ts";
import { rounded } from "../report/rounded.ts";
import { spreadOf } from "../rounds/spread.ts";
import { BenchRun } from "./bench-run.ts";
import type { KeptChains } from "./kept-chains.ts";
import type { Workplace } from "./workplace.ts";

/** What is to be measured. */
export interface BenchPlan {
  readonly parts: readonly PartName[];
  readonly seconds: number;
  readonly rounds: number;
  /** Accounts of the parts `million` and `tenMillion`, of customers in the batch lane, and of all others. */
  readonly accounts: { readonly million: number; readonly tenMillion: number; readonly others: number; readonly customers: number };
}

/** Where a run works and whom it tells. */
export interface BenchPorts {
  readonly workplace: Workplace;
  readonly keptChains: KeptChains;
  say(text: string): void;
  /** Told of all figures there are, each time parts have been measured, the last time included. */
  measured(result: BenchResult): void;
}

/** Parts that are measured by themselves, in this order, after those that are measured in rounds. */
const SINGLE_PARTS = ["recovery", "million", "tenMillion"] as const;
type SinglePart = (typeof SINGLE_PARTS)[number];
type SingleFigures = { -readonly [Part in SinglePart]?: NonNullable<BenchResult[Part]> };

/** Of those accounts at most so many have keys and pay, each about once in a run. */
const MOST_KEYED = 100_000;

/** Measures the parts one after another. Throws when anything that is measured does not do what it should; what was measured before has been told. */
export async function runBench(plan: BenchPlan, ports: BenchPorts): Promise<BenchResult> {
  const report = new RunningReport(plan, ports);
  const { workplace, keptChains, say } = ports;
  const { parts, seconds, rounds, accounts } = plan;
  say("raw limits of the machine");
  report.limits = await measureLimits(workplace.directory, seconds);
  const run = new BenchRun({
    workplace,
    keptChains,
    seconds,
    rounds,
    accounts: accounts.others,
    customers: accounts.customers,
    rawVerifyPerSecond: report.limits.rawVerifyPerSecondAllCores,
    say,
  });
  report.loads = await measureLoads(run, parts);
  const single = SINGLE_PARTS.filter((part) => parts.includes(part));
  if (single.length < parts.length) report.tell(single);
  for (const [index, part] of single.entries()) {
    if (part === "recovery") report.figures.recovery = await recoverSmall(run);
    else if (part === "million") report.figures.million = await measureMillions(run, millions(accounts.million, 0));
    else report.figures.tenMillion = await measureMillions(run, millions(accounts.tenMillion, accounts.tenMillion));
    if (index + 1 < single.length) report.tell(single.slice(index + 1));
  }
  // Where no load was measured, the raw limit is measured a second time.
  report.rawAgain = report.loads.raw === undefined ? await measureAllCores(seconds) : undefined;
  return report.tell([]);
}

/** The figures of a run that goes on. */
class RunningReport {
  limits: RawLimits | undefined;
  loads: LoadsResult | undefined;
  rawAgain: number | undefined;
  readonly figures: SingleFigures = {};
  readonly #plan: BenchPlan;
  readonly #ports: BenchPorts;
  readonly #startedMs = performance.now();
  readonly #at = new Date().toISOString();

  constructor(plan: BenchPlan, ports: BenchPorts) {
    this.#plan = plan;
    this.#ports = ports;
  }

  /** Tells what there is; `unfinished` are the parts that are still to come. */
  tell(unfinished: readonly PartName[]): BenchResult {
    if (this.limits === undefined || this.loads === undefined) throw new Error("nothing has been measured yet");
    const { raw, ...loads } = this.loads;
    const { rawVerifyPerSecondAllCores: first } = this.limits;
    const all = raw ?? spreadOf(this.rawAgain === undefined ? [first] : [first, this.rawAgain]);
    const { million, tenMillion } = this.figures;
    const slowDown =
      million === undefined || tenMillion === undefined
        ? {}
        : { tenMillionToMillion: tenMillion.ratioToRawVerify / million.ratioToRawVerify };
    const result: BenchResult = rounded({
      at: this.#at,
      tookSeconds: (performance.now() - this.#startedMs) / 1000,
      machine: describeMachine(this.#ports.workplace.directory),
      accounts: this.#plan.accounts.others,
      ...this.limits,
      rawVerifyPerSecondAllCores: all.median,
      rawVerifySpread: { min: all.min, max: all.max, runs: all.runs },
      ...loads,
      ...this.figures,
      ...slowDown,
      ...(unfinished.length === 0 ? {} : { unfinished }),
    });
    this.#ports.measured(result);
    return result;
  }
}

function millions(accounts: number, customers: number): MillionsPlan {
  return { accounts, keyed: Math.min(MOST_KEYED, accounts), customers };
}

async function recoverSmall(run: BenchRun) {
  run.say("killing a node under load");
  const directory = run.workplace.makeDirectory("killed");
  const node = await run.startNode({ directory, newAccounts: run.accounts });
  return await measureRecovery(run, { directory, node, keyed: run.accounts, accounts: run.accounts });
}
