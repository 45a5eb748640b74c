import { add, subtract, type U64 } from "./checked-u64.ts";
import { StepMeter } from "./step-meter.ts";

const SLOTS = 1024;

interface HashMap {
  readonly keys: number[];
  readonly values: U64[];
}

/** `cases::table` by hand. */
export function table(iterations: number, seed: U64): U64 {
  const meter = new StepMeter(Number.MAX_SAFE_INTEGER);
  const map: HashMap = { keys: [], values: [] };
  for (let i = 0; i < SLOTS; i++) {
    map.keys.push(0);
    map.values.push(0);
  }
  for (let i = 0; i < iterations; i++) {
    meter.spend(60);
    const slot = entry(map, (i * 7919) % 700, seed, meter);
    map.values[slot] = add(at(map.values, slot), i);
  }
  return subtract(at(map.values, slotOf(map, 0, meter)), seed);
}

function entry(map: HashMap, key: number, initial: U64, meter: StepMeter): number {
  const slot = slotOf(map, key, meter);
  if (at(map.keys, slot) === 0) {
    map.keys[slot] = key + 1;
    map.values[slot] = initial;
  }
  return slot;
}

function slotOf(map: HashMap, key: number, meter: StepMeter): number {
  // The product stays below 2^53 for the keys there are; its low ten bits are the slot.
  let slot = (key * 2654435761) % SLOTS;
  for (;;) {
    meter.spend(20);
    const found = at(map.keys, slot);
    if (found === 0 || found === key + 1) return slot;
    slot = (slot + 1) & (SLOTS - 1);
  }
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new RangeError("a vector was used outside its bounds");
  return item;
}
