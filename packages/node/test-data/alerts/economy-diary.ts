import type { RuleName } from "../../src/read-models/alerts/alert.ts";
import type { ObservedPayment } from "../../src/read-models/alerts/observed-payment.ts";
import { DAY_MS, START_MS } from "./streams.ts";

/** A case of laundering that was put into an economy. */
export interface PlantedCase {
  readonly name: string;
  readonly pattern: RuleName;
  /** `plain`: as the typology describes it. `evasive`: by somebody who knows that such rules exist. */
  readonly variant: "plain" | "evasive";
}

/** A payment of an economy, and which planted case it belongs to. */
export interface LabelledPayment extends ObservedPayment {
  readonly plantedCase: string | undefined;
}

interface Entry {
  readonly from: string;
  readonly to: string;
  readonly yuan: number;
  readonly day: number;
  readonly plantedCase: string | undefined;
}

/** Collects the payments of an economy in any order. Names of parties tell their role, as `registerOf` reads them. */
export class EconomyDiary {
  readonly #entries: Entry[] = [];
  readonly cases: PlantedCase[] = [];

  /** An ordinary payment on a day, counted from the start and with its part of the day. */
  pay(from: string, to: string, yuan: number, day: number): void {
    this.#entries.push({ from, to, yuan, day, plantedCase: undefined });
  }

  /** Begins a planted case: the function it gives writes its payments. */
  plant(pattern: RuleName, variant: "plain" | "evasive"): (from: string, to: string, yuan: number, day: number) => void {
    const name = `${pattern}-${this.cases.length}`;
    this.cases.push({ name, pattern, variant });
    return (from, to, yuan, day) => this.#entries.push({ from, to, yuan, day, plantedCase: name });
  }

  /** All payments in the order of time, a block for each second in which there are some. */
  payments(): LabelledPayment[] {
    const sorted = this.#entries
      .map((entry) => ({ ...entry, timeMs: START_MS + Math.floor((entry.day * DAY_MS) / 1_000) * 1_000 }))
      .toSorted((one, other) => one.timeMs - other.timeMs);
    return sorted.map(({ from, to, yuan, timeMs, plantedCase }, index) => ({
      id: `p${index}`,
      height: BigInt((timeMs - START_MS) / 1_000),
      timeMs,
      from,
      to,
      amountMinor: BigInt(Math.max(1, Math.round(yuan * 100))),
      unit: "CNY",
      instrument: 1,
      kind: "transfer",
      plantedCase,
    }));
  }
}
