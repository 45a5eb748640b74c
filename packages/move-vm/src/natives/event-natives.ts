import type { MoveValue } from "../runtime/runtime-type.ts";
import type { NativeFactory } from "./native-function.ts";
import { runningTransaction } from "./running-transaction.ts";
import { onlyTypeArgument } from "./type-arguments.ts";

/** `std::event`. */
export const EVENT_NATIVES: Record<string, NativeFactory> = {
  emit: ({ context }, typeArguments) => {
    const type = onlyTypeArgument(typeArguments);
    return (event: MoveValue) => runningTransaction(context).emit(type, event);
  },
};
