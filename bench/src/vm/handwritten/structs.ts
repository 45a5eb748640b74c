import { add, multiply, subtract, type U64 } from "./checked-u64.ts";
import { StepMeter } from "./step-meter.ts";

const U32_MAX = 0xffff_ffff;

class Account {
  balance: U64;
  fees: U64 = 0;
  payments = 0;

  constructor(balance: U64) {
    this.balance = balance;
  }
}

/** `cases::structs` by hand. */
export function structs(iterations: number, seed: U64): U64 {
  const meter = new StepMeter(Number.MAX_SAFE_INTEGER);
  const from = new Account(add(multiply(iterations, 3), seed));
  const to = new Account(seed);
  for (let i = 0; i < iterations; i++) {
    meter.spend(60);
    pay(from, to, 2);
  }
  return add(add(subtract(to.balance, seed), from.fees), to.payments);
}

function pay(from: Account, to: Account, amount: U64): void {
  if (from.balance < amount) throw new RangeError("missing");
  from.balance = subtract(from.balance, amount);
  from.fees = add(from.fees, 1);
  to.balance = add(to.balance, amount);
  if (to.payments >= U32_MAX) throw new RangeError("a number left the range of u32");
  to.payments++;
}
