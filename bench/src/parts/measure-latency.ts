import type { Latency, LoadKind } from "../payments/load-task.ts";
import { wholeBatches } from "../rounds/load-contender.ts";
import type { BenchRun } from "../run/bench-run.ts";

/** Answer times under a load that comes as it comes. */
export interface OpenLoadFigures extends Latency {
  /** Transactions a second that were due. */
  readonly offeredPerSecond: number;
  /** Transactions a request. */
  readonly batch: number;
  readonly requests: number;
}

/** Answer times when `perSecond` transactions are due each second in requests of `batch`, counted from when each was due. */
export async function measureOpenLoad(
  run: BenchRun,
  load: { readonly kind: LoadKind; readonly batch: number; readonly perSecond: number },
): Promise<OpenLoadFigures> {
  const { kind, batch, perSecond } = load;
  const node = await run.node();
  const measured = wholeBatches(perSecond * run.seconds, batch);
  const result = await node.run({
    kind,
    batch,
    keyed: run.accounts,
    accounts: run.accounts,
    pace: { kind: "open", transactionsPerSecond: perSecond },
    warmUp: wholeBatches(Math.min(2_000, perSecond * run.seconds), batch),
    measured,
  });
  return { offeredPerSecond: Math.round(perSecond), batch, requests: measured / batch, ...result.latency };
}
