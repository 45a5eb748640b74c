import type { ExecutionContext } from "./execution-context.ts";
import { ExecutionError } from "./execution-error.ts";

/** Takes `amount` of gas from the running transaction. Throws `ExecutionError("out_of_gas")` when there is less left. */
export function chargeGas(context: ExecutionContext, amount: number): void {
  context.gas -= amount;
  if (context.gas < 0) throw new ExecutionError("out_of_gas", "the gas limit is used up");
}
