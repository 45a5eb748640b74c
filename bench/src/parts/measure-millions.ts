import { measureAllCores } from "../limits/measure-limits.ts";
import { ACCEPTED_A_BATCH } from "../payments/batch-lane-load.ts";
import type { NodeUnderTest } from "../payments/node-under-test.ts";
import { wholeBatches } from "../rounds/load-contender.ts";
import { type Spread, spreadOf } from "../rounds/spread.ts";
import type { BenchRun } from "../run/bench-run.ts";
import { populateDirectory } from "../run/populate-directory.ts";
import { measureRecovery, type RecoveryFigures } from "./measure-recovery.ts";

const BATCH = 500;
const IN_FLIGHT = 12;
/** Of the batch lane, and by how many a second a round is sized. */
const BATCHES_IN_FLIGHT = 4;
const BATCHES_PER_SECOND = 30;

/** How many accounts, and how many of them have keys: payers are these, payees are all. Then how many accounts of customers, if any. */
export interface MillionsPlan {
  readonly accounts: number;
  readonly keyed: number;
  readonly customers: number;
}

/** Figures of a ledger with so many accounts. */
export interface MillionsFigures {
  readonly accounts: number;
  /** Of them, those that pay: a subset that lies evenly among all, because addresses are hashes. */
  readonly keyed: number;
  /** Accounts of customers beside them. */
  readonly customers: number;
  /** How long the accounts took to be opened, through the ledger; in an earlier run where that kept the chain. */
  readonly populationSeconds: number;
  readonly payments: Spread;
  readonly ratioToRawVerify: number;
  /** Transfers of the batch lane a second, where there are accounts of customers. */
  readonly transfers?: Spread;
  /** From the start of the process until it serves. */
  readonly startSeconds: Spread;
  /** Memory that no file stands behind: after a start, and after the payments. */
  readonly anonymousMibAtStart: number | undefined;
  readonly anonymousMib: number | undefined;
  readonly recovery: RecoveryFigures;
}

/** Opens the accounts, then measures starts, payments between all of them, memory, and a kill. */
export async function measureMillions(run: BenchRun, plan: MillionsPlan): Promise<MillionsFigures> {
  const { directory, seconds: populationSeconds } = await populateDirectory(run, plan);
  const starts: number[] = [];
  let node = await run.startNode({ directory });
  for (starts.push(node.startSeconds); starts.length < run.rounds; starts.push(node.startSeconds)) {
    await node.end();
    node = await run.startNode({ directory });
  }
  const anonymousMibAtStart = node.anonymousMib();
  run.say(`  started in ${spreadOf(starts).median.toFixed(2)} s, with ${anonymousMibAtStart ?? "?"} MiB of anonymous memory`);
  const { payments, ratios } = await measureRounds(run, node, plan);
  const transfers = plan.customers === 0 ? undefined : spreadOf(await measureTransfers(run, node, plan.customers));
  const anonymousMib = node.anonymousMib();
  run.say(`  ${anonymousMib ?? "?"} MiB of anonymous memory after the loads; recounting the laws`);
  await node.checkLaws();
  run.say("killing the node under load");
  const recovery = await measureRecovery(run, { directory, node, ...plan });
  run.say(`  it served again after ${recovery.recoverySeconds.toFixed(2)} s, ${recovery.lost} of ${recovery.acknowledged} payments lost`);
  return {
    ...plan,
    populationSeconds,
    payments: spreadOf(payments),
    ratioToRawVerify: spreadOf(ratios).median,
    ...(transfers === undefined ? {} : { transfers }),
    startSeconds: spreadOf(starts),
    anonymousMibAtStart,
    anonymousMib,
    recovery,
  };
}

async function measureRounds(
  run: BenchRun,
  node: NodeUnderTest,
  { accounts, keyed }: MillionsPlan,
): Promise<{ payments: number[]; ratios: number[] }> {
  const payments: number[] = [];
  const ratios: number[] = [];
  let before = await measureAllCores(run.seconds);
  for (let round = 1; round <= run.rounds; round++) {
    run.say(`round ${round} of ${run.rounds}: payments between ${accounts} accounts`);
    const expectedPerSecond = run.rawVerifyPerSecond * 0.5;
    const warmUpSeconds = round === 1 ? Math.min(run.seconds, 1.5) : Math.min(run.seconds, 0.3);
    const { perSecond } = await node.run({
      kind: "payments",
      batch: BATCH,
      keyed,
      accounts,
      pace: { kind: "closed", inFlight: IN_FLIGHT },
      warmUp: wholeBatches(expectedPerSecond * warmUpSeconds, BATCH),
      measured: wholeBatches(expectedPerSecond * run.seconds, BATCH),
    });
    const after = await measureAllCores(run.seconds);
    const ratio = perSecond / ((before + after) / 2);
    run.say(`  ${Math.round(perSecond)} payments a second, ${ratio.toFixed(2)} of raw verifications`);
    payments.push(perSecond);
    ratios.push(ratio);
    before = after;
  }
  return { payments, ratios };
}

async function measureTransfers(run: BenchRun, node: NodeUnderTest, customers: number): Promise<number[]> {
  const transfers: number[] = [];
  for (let round = 1; round <= run.rounds; round++) {
    run.say(`round ${round} of ${run.rounds}: batches between ${customers} accounts of customers`);
    const { perSecond } = await node.run({
      kind: "batchLane",
      batch: 1,
      keyed: 0,
      accounts: customers,
      pace: { kind: "closed", inFlight: BATCHES_IN_FLIGHT },
      warmUp: BATCHES_IN_FLIGHT,
      measured: Math.max(BATCHES_IN_FLIGHT, Math.round(BATCHES_PER_SECOND * run.seconds)),
    });
    run.say(`  ${Math.round(perSecond * ACCEPTED_A_BATCH)} transfers a second`);
    transfers.push(perSecond * ACCEPTED_A_BATCH);
  }
  return transfers;
}
