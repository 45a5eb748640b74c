import type { Contender } from "./contender.ts";
import { type Spread, spreadOf } from "./spread.ts";

/** What the rounds came to. */
export interface Rounds {
  /** Raw verifications a second on all cores, measured between the loads. */
  readonly raw: Spread;
  /** By contender: operations a second. */
  readonly figures: ReadonlyMap<string, Spread>;
  /** By contender: the same over the mean of the raw verifications right before and after. */
  readonly ratiosToRaw: ReadonlyMap<string, Spread>;
  /** By contender: every figure, in the order of the rounds. */
  readonly runs: ReadonlyMap<string, readonly number[]>;
}

/**
 * Measures every contender once in each round, with the raw limit between any two, so that what changes on the machine meanwhile
 * (a neighbour, heat, a full cache of the disk) touches all of them and shows in the spread.
 */
export async function runRounds(
  contenders: readonly Contender[],
  rounds: number,
  measureRaw: () => Promise<number>,
  say: (text: string) => void,
): Promise<Rounds> {
  const raws: number[] = [];
  const runs = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  const ratios = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  try {
    for (const contender of contenders) await contender.prepare();
    raws.push(await measureRaw());
    for (let round = 1; round <= rounds; round++) {
      for (const contender of contenders) {
        const { name } = contender;
        say(`round ${round} of ${rounds}: ${name}`);
        const figure = await contender.measure();
        const before = raws.at(-1) ?? Number.NaN;
        const after = await measureRaw();
        raws.push(after);
        runs.get(name)?.push(figure);
        ratios.get(name)?.push(figure / ((before + after) / 2));
      }
    }
    for (const contender of contenders) await contender.finish();
  } finally {
    for (const contender of contenders.toReversed()) await contender.end();
  }
  return { raw: spreadOf(raws), figures: spreads(runs), ratiosToRaw: spreads(ratios), runs };
}

function spreads(values: ReadonlyMap<string, readonly number[]>): Map<string, Spread> {
  return new Map([...values].map(([name, list]) => [name, spreadOf(list)]));
}
