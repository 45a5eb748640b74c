import { chargeGas } from "../runtime/charge-gas.ts";
import type { MoveValue, PrimitiveReference } from "../runtime/runtime-type.ts";
import { printValue } from "../values/print-value.ts";
import type { NativeFactory } from "./native-function.ts";
import { referencedValue } from "./referenced-value.ts";
import { onlyTypeArgument } from "./type-arguments.ts";

/** `std::debug`: prints where a unit test collects it, and nowhere else. */
export const DEBUG_NATIVES: Record<string, NativeFactory> = {
  print: ({ context }, typeArguments) => {
    const type = onlyTypeArgument(typeArguments);
    return (reference: MoveValue | PrimitiveReference) => {
      chargeGas(context, context.schedule.natives.print);
      context.transaction?.debugOutput?.push(printValue(type, referencedValue(type, reference)));
    };
  },
  // The machine keeps no stack that could be printed; Move's own does so only where it is built for debugging.
  print_stack_trace: () => () => undefined,
};
