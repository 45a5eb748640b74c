import { add, multiply, remainder, subtract, type U64 } from "./checked-u64.ts";
import { StepMeter } from "./step-meter.ts";

const LENGTH = 256;

/** `cases::sort` by hand. */
export function sort(iterations: number, seed: U64): U64 {
  const meter = new StepMeter(Number.MAX_SAFE_INTEGER);
  let sum: U64 = 0;
  for (let i = 0; i < iterations; i++) {
    const numbers: U64[] = [];
    let state: U64 = i + 12345;
    for (let j = 0; j < LENGTH; j++) {
      meter.spend(30);
      state = remainder(add(multiply(state, 1103515245), 12345), 2147483648);
      numbers.push(add(state, seed));
    }
    quickSort(numbers, 0, LENGTH, meter);
    if (at(numbers, 0) > at(numbers, LENGTH - 1)) throw new RangeError("missing");
    sum = add(sum, remainder(subtract(at(numbers, 128), seed), 1000));
  }
  return sum;
}

function quickSort(numbers: U64[], start: number, end: number, meter: StepMeter): void {
  if (end - start < 2) return;
  const pivot = at(numbers, Math.floor((start + end - 1) / 2));
  let left = start;
  let right = end - 1;
  for (;;) {
    for (; at(numbers, left) < pivot; left++) meter.spend(10);
    for (; at(numbers, right) > pivot; right--) meter.spend(10);
    if (left >= right) break;
    const moved = at(numbers, left);
    numbers[left] = at(numbers, right);
    numbers[right] = moved;
    left++;
    right--;
    meter.spend(20);
  }
  quickSort(numbers, start, right + 1, meter);
  quickSort(numbers, right + 1, end, meter);
}

function at(numbers: readonly U64[], index: number): U64 {
  const number = numbers[index];
  if (number === undefined) throw new RangeError("a vector was used outside its bounds");
  return number;
}
