import { measureAllCores } from "../limits/measure-limits.ts";
import type { PartName } from "../options/parts.ts";
import { AnvilContender, type AnvilFigures } from "../peers/anvil/anvil-contender.ts";
import { findAnvil } from "../peers/anvil/find-anvil.ts";
import { findPostgresql } from "../peers/postgresql/find-postgresql.ts";
import { PostgresqlContender, type PostgresqlFigures } from "../peers/postgresql/postgresql-contender.ts";
import { TRANSFERS_A_BATCH } from "../payments/batch-lane-load.ts";
import type { BatchLaneFigures, BenchResult, LoadFigures, PaymentFigures } from "../report/bench-result.ts";
import { LoadContender, type LoadPlan } from "../rounds/load-contender.ts";
import { BatchLaneContender } from "../rounds/batch-lane-contender.ts";
import { runRounds, type Rounds } from "../rounds/run-rounds.ts";
import { type Spread, spreadOf } from "../rounds/spread.ts";
import type { BenchRun } from "../run/bench-run.ts";
import { measureLatencies } from "./measure-latencies.ts";
import { measureOpenLoad } from "./measure-latency.ts";

/** What the loads on the shared node and the peers came to. */
export interface LoadsResult
  extends Pick<
    BenchResult,
    "signedPayments" | "singlePayments" | "hotAccount" | "batchLane" | "mixed" | "latency" | "anonymousMib" | "peers" | "notes"
  > {
  /** Absent where nothing was measured in rounds. */
  readonly raw?: Spread;
}

const BATCH = 500;
/** Half of them make a block while the signatures of the others are verified: the more are under way, the larger blocks are, and the less the executor has to do for a payment. With more than these, ends of rounds tell more than their middle. */
const BATCHES_IN_FLIGHT = 16;
/**
 * Clients that each wait for an answer before they pay again: as the wallets of a town. Half of what is under way makes a block: with 256 a block had
 * 95 payments, and what every block costs fell on those.
 */
const SINGLES_IN_FLIGHT = 1024;
/** Small enough that an answer does not wait for hundreds of others of its own request. */
const SMALL_BATCH = 50;

/** Measures the loads and peers that are asked for in rounds, then answer times and memory of the node that they ran on. */
export async function measureLoads(run: BenchRun, parts: readonly PartName[]): Promise<LoadsResult> {
  const notes: string[] = [];
  const loads = loadPlans(run, parts).map((plan) => new LoadContender(plan, run));
  const anvil = parts.includes("anvil") ? makeAnvil(run, notes) : undefined;
  const postgresql = parts.includes("postgresql") ? makePostgresql(run, notes) : undefined;
  const batchLane = parts.includes("batchLane") ? new BatchLaneContender(run, run.customers) : undefined;
  const contenders = [
    ...loads,
    ...(batchLane === undefined ? [] : [batchLane]),
    ...(anvil === undefined ? [] : [anvil.contender]),
    ...(postgresql === undefined ? [] : [postgresql.contender]),
  ];
  if (contenders.length === 0) return { peers: { anvil: null, postgresql: null }, notes };
  const rounds = await runRounds(contenders, run.rounds, () => measureAllCores(run.seconds), run.say);
  const byName = new Map(loads.map((load) => [load.name, figuresOf(load, rounds)]));
  const anvilFigures = anvil === undefined ? null : { version: anvil.version, ...transfers(rounds, "anvil") };
  const node = loads.length === 0 ? {} : await measureOnNode(run, parts, { byName, toAnvil: ratioToAnvil(rounds) });
  return {
    raw: rounds.raw,
    ...node,
    ...(batchLane === undefined ? {} : { batchLane: batchLaneFigures(batchLane, rounds) }),
    peers: { anvil: anvilFigures, postgresql: postgresql === undefined ? null : postgresql.figures(rounds) },
    notes,
  };
}

function loadPlans({ rawVerifyPerSecond: raw }: BenchRun, parts: readonly PartName[]): LoadPlan[] {
  const batches = { batch: BATCH, inFlight: BATCHES_IN_FLIGHT };
  const plans: readonly LoadPlan[] = [
    { name: "payments", kind: "payments", ...batches, expectedPerSecond: raw * 0.55 },
    { name: "hotAccount", kind: "hotAccount", ...batches, expectedPerSecond: raw * 0.55 },
    { name: "mixed", kind: "mixed", ...batches, expectedPerSecond: raw * 0.4 },
    { name: "singles", kind: "payments", batch: 1, inFlight: SINGLES_IN_FLIGHT, expectedPerSecond: Math.min(8_000, raw * 0.2) },
  ];
  // Answer times are measured at shares of what these two reach.
  const isNeeded = (name: string): boolean => parts.includes("latency") && (name === "payments" || name === "singles");
  return plans.filter(({ name }) => parts.some((part) => part === name) || isNeeded(name));
}

interface NodeContext {
  readonly byName: ReadonlyMap<string, LoadFigures>;
  readonly toAnvil: number | null;
}

async function measureOnNode(
  run: BenchRun,
  parts: readonly PartName[],
  { byName, toAnvil }: NodeContext,
): Promise<Omit<LoadsResult, "peers" | "notes" | "raw">> {
  try {
    const [payments, hotAccount, mixed, singles] = ["payments", "hotAccount", "mixed", "singles"].map((name) => byName.get(name));
    const signedPayments = payments === undefined ? undefined : await withHalfLoad(run, payments, { batch: SMALL_BATCH, toAnvil });
    const singlePayments = singles === undefined ? undefined : await withHalfLoad(run, singles, { batch: 1, toAnvil: null });
    const peaks =
      payments === undefined || singles === undefined ? undefined : { payments: payments.perSecond, singles: singles.perSecond };
    const latency = peaks !== undefined && parts.includes("latency") ? await measureLatencies(run, peaks) : undefined;
    const anonymousMib = (await run.node()).anonymousMib();
    await run.checkNode();
    return {
      ...(signedPayments === undefined ? {} : { signedPayments }),
      ...(singlePayments === undefined ? {} : { singlePayments }),
      ...(hotAccount === undefined ? {} : { hotAccount: { ...hotAccount, ratioToUniform: over(hotAccount, payments) } }),
      ...(mixed === undefined ? {} : { mixed }),
      ...(latency === undefined ? {} : { latency }),
      ...(anonymousMib === undefined ? {} : { anonymousMib }),
    };
  } finally {
    await run.endNode();
  }
}

async function withHalfLoad(
  run: BenchRun,
  figures: LoadFigures,
  { batch, toAnvil }: { readonly batch: number; readonly toAnvil: number | null },
): Promise<PaymentFigures> {
  run.say(`answer times at half load, requests of ${batch}`);
  const halfLoad = await measureOpenLoad(run, { kind: "payments", batch, perSecond: figures.perSecond / 2 });
  return { ...figures, ratioToAnvil: toAnvil, p50Ms: halfLoad.p50Ms, p99Ms: halfLoad.p99Ms, halfLoad };
}

function over(figures: LoadFigures, base: LoadFigures | undefined): number | null {
  return base === undefined ? null : figures.perSecond / base.perSecond;
}

function figuresOf({ name, results }: LoadContender, rounds: Rounds): LoadFigures {
  const figure = spreadIn(rounds.figures, name);
  return {
    perSecond: figure.median,
    perSecondMin: figure.min,
    perSecondMax: figure.max,
    rounds: figure.runs,
    ratioToRawVerify: spreadIn(rounds.ratiosToRaw, name).median,
    peakP50Ms: spreadOf(results.map(({ latency }) => latency.p50Ms)).median,
    peakP99Ms: spreadOf(results.map(({ latency }) => latency.p99Ms)).median,
  };
}

function batchLaneFigures({ name, customers, halfLoad, anonymousMib }: BatchLaneContender, rounds: Rounds): BatchLaneFigures {
  if (halfLoad === undefined) throw new Error("the batch lane was not finished");
  const times = { p50Ms: halfLoad.p50Ms, p99Ms: halfLoad.p99Ms };
  return {
    customers,
    transfersABatch: TRANSFERS_A_BATCH,
    ...transfers(rounds, name),
    rounds: spreadIn(rounds.figures, name).runs,
    ...times,
    anonymousMib,
  };
}

function ratioToAnvil({ runs }: Rounds): number | null {
  const [ours, theirs] = [runs.get("payments"), runs.get("anvil")];
  if (ours === undefined || theirs === undefined) return null;
  return spreadOf(ours.map((figure, round) => figure / (theirs[round] ?? Number.NaN))).median;
}

function makeAnvil(run: BenchRun, notes: string[]): { readonly contender: AnvilContender; readonly version: string } | undefined {
  const anvil = findAnvil();
  if (anvil === undefined) notes.push("anvil was not measured: neither its npm package for this platform nor one on the PATH is there.");
  return anvil === undefined ? undefined : { contender: new AnvilContender(anvil, run), version: anvil.version };
}

function makePostgresql(
  run: BenchRun,
  notes: string[],
): { readonly contender: PostgresqlContender; figures(rounds: Rounds): PostgresqlFigures } | undefined {
  const found = findPostgresql();
  if (found === undefined) {
    notes.push("PostgreSQL was not measured: no server with initdb, postgres, psql and pgbench was found.");
    return undefined;
  }
  const contender = new PostgresqlContender(found, run);
  return {
    contender,
    figures: (rounds) => ({
      version: found.version,
      ...transfers(rounds, "postgresql"),
      hotAccountPerSecond: spreadOf(contender.hot).median,
    }),
  };
}

function transfers(rounds: Rounds, name: string): Omit<AnvilFigures, "version"> {
  const { median, min, max } = spreadIn(rounds.figures, name);
  return { transfersPerSecond: median, transfersPerSecondMin: min, transfersPerSecondMax: max };
}

function spreadIn(spreads: ReadonlyMap<string, Spread>, name: string): Spread {
  const spread = spreads.get(name);
  if (spread === undefined) throw new Error(`${name} was not measured`);
  return spread;
}
