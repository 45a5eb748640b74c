import { add, divide, multiply, remainder, type U64 } from "./checked-u64.ts";
import { StepMeter } from "./step-meter.ts";

/** `cases::arithmetic` by hand. */
export function arithmetic(iterations: number, seed: U64): U64 {
  const meter = new StepMeter(Number.MAX_SAFE_INTEGER);
  let sum = remainder(seed, 1000);
  for (let i = 0; i < iterations; i++) {
    meter.spend(40);
    const term = add(multiply(i, 7), seed);
    sum = remainder(term, 3) === 0 ? add(sum, divide(term, 5)) : add(sum, 1);
    if (sum > 1_000_000_007) sum = remainder(sum, 1_000_000_007);
  }
  return sum;
}
