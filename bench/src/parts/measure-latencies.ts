import type { BenchRun } from "../run/bench-run.ts";
import { measureOpenLoad, type OpenLoadFigures } from "./measure-latency.ts";

/** What the node reaches, by the kind of request. */
export interface Peaks {
  readonly payments: number;
  readonly singles: number;
}

const SHARES = [0.1, 0.5, 0.9];

/** Answer times at shares of the peak: singles of theirs, requests of 50 and of 500 of that of batches. */
export async function measureLatencies(run: BenchRun, peaks: Peaks): Promise<Record<string, OpenLoadFigures>> {
  const forms = [
    { form: "singles", batch: 1, peak: peaks.singles },
    { form: "requests of 50", batch: 50, peak: peaks.payments },
    { form: "requests of 500", batch: 500, peak: peaks.payments },
  ];
  const figures: Record<string, OpenLoadFigures> = {};
  for (const { form, batch, peak } of forms) {
    for (const share of SHARES) {
      const name = `${share * 100}% load, ${form}`;
      run.say(`answer times: ${name}`);
      figures[name] = await measureOpenLoad(run, { kind: "payments", batch, perSecond: peak * share });
    }
  }
  return figures;
}
