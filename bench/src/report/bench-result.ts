import type { RawLimits } from "../limits/measure-limits.ts";
import type { Machine } from "../machine/describe-machine.ts";
import type { PartName } from "../options/parts.ts";
import type { OpenLoadFigures } from "../parts/measure-latency.ts";
import type { MillionsFigures } from "../parts/measure-millions.ts";
import type { RecoveryFigures } from "../parts/measure-recovery.ts";
import type { AnvilFigures } from "../peers/anvil/anvil-contender.ts";
import type { PostgresqlFigures } from "../peers/postgresql/postgresql-contender.ts";

/** Figures of one run on one machine. What was not measured is absent; a peer that was not measured or is not there is null. */
export interface BenchResult extends RawLimits {
  readonly at: string;
  /** How long the run took. */
  readonly tookSeconds: number;
  readonly machine: Machine;
  /** Of the ledger that most loads run on, and of the peers. */
  readonly accounts: number;
  /** Lowest and highest of the verifications on all cores between the rounds; the median is `rawVerifyPerSecondAllCores`. */
  readonly rawVerifySpread: { readonly min: number; readonly max: number; readonly runs: number };
  readonly signedPayments?: PaymentFigures;
  readonly singlePayments?: PaymentFigures;
  readonly hotAccount?: LoadFigures & { readonly ratioToUniform: number | null };
  readonly batchLane?: BatchLaneFigures;
  readonly mixed?: LoadFigures;
  readonly latency?: Readonly<Record<string, OpenLoadFigures>>;
  readonly recovery?: RecoveryFigures;
  readonly million?: MillionsFigures;
  readonly tenMillion?: MillionsFigures;
  /** Payments a second of `tenMillion` by those of `million`, each by the raw verifications around it, where both were measured. */
  readonly tenMillionToMillion?: number;
  /** Memory of the node with these accounts after all its loads, that no file stands behind. */
  readonly anonymousMib?: number;
  readonly peers: { readonly anvil: AnvilFigures | null; readonly postgresql: PostgresqlFigures | null };
  /** Parts that were asked for and had not been measured when this was written; absent in a run that came to its end. */
  readonly unfinished?: readonly PartName[];
  /** Whatever a reader of the figures should know, such as why a peer is missing. */
  readonly notes: readonly string[];
}

/** Figures of a load: medians over the rounds. */
export interface LoadFigures {
  readonly perSecond: number;
  readonly perSecondMin: number;
  readonly perSecondMax: number;
  readonly rounds: number;
  /** Of the raw verifications a second on all cores, measured right before and after. */
  readonly ratioToRawVerify: number;
  /** Answer times at the peak, where as many requests are open as the load keeps open. */
  readonly peakP50Ms: number;
  readonly peakP99Ms: number;
}

/** Figures of batches that one signature each covers. */
export interface BatchLaneFigures {
  readonly customers: number;
  readonly transfersABatch: number;
  /** Transfers that succeed, medians over the rounds. */
  readonly transfersPerSecond: number;
  readonly transfersPerSecondMin: number;
  readonly transfersPerSecondMax: number;
  readonly rounds: number;
  /** Answer times of batches at half the load, counted from when each was due. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Memory of its node that no file stands behind. */
  readonly anonymousMib: number | undefined;
}

export interface PaymentFigures extends LoadFigures {
  /** Null where anvil was not measured. */
  readonly ratioToAnvil: number | null;
  /** Answer times at half the load, counted from when each request was due: see `halfLoad`. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly halfLoad: OpenLoadFigures;
}
