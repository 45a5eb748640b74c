import { chargeGas } from "../runtime/charge-gas.ts";
import { ExecutionError } from "../runtime/execution-error.ts";
import type { NativeFactory } from "./native-function.ts";

const U256_END = 1n << 256n;

/** `std::u256`: a product of 512 bits is nothing that Move has a type for. */
export const U256_NATIVES: Record<string, NativeFactory> = {
  native_mul_div: mulDiv((product, divisor) => product / divisor),
  native_mul_div_ceil: mulDiv((product, divisor) => (product + divisor - 1n) / divisor),
};

function mulDiv(divide: (product: bigint, divisor: bigint) => bigint): NativeFactory {
  return ({ context }) =>
    (left: bigint, right: bigint, divisor: bigint) => {
      chargeGas(context, context.schedule.natives.mulDiv);
      if (divisor === 0n) throw new ExecutionError("arithmetic_error", "A number was divided by zero.");
      const quotient = divide(left * right, divisor);
      if (quotient >= U256_END) throw new ExecutionError("arithmetic_error", "The quotient is beyond the largest u256.");
      return quotient;
    };
}
