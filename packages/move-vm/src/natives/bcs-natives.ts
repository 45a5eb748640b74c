import { BcsWriter } from "@sycee/bcs";
import { chargeGas } from "../runtime/charge-gas.ts";
import { chargeMemory } from "../runtime/charge-memory.ts";
import type { MoveValue, PrimitiveReference } from "../runtime/runtime-type.ts";
import { isEncodable } from "../values/encoded-size.ts";
import { BYTE_PLACE, VECTOR_BYTES } from "../values/memory-size.ts";
import { operationsOf } from "../values/operations-of.ts";
import { byteArrayOf } from "../values/byte-array.ts";
import { nativeAbort } from "./native-abort.ts";
import type { NativeFactory } from "./native-function.ts";
import { referencedValue } from "./referenced-value.ts";
import { onlyTypeArgument } from "./type-arguments.ts";

/** Abort code of `bcs::to_bytes` for a value with a signer inside, as in Move's own library. */
const NOT_ENCODABLE = 0x1c5n;

/** `std::bcs`. */
export const BCS_NATIVES: Record<string, NativeFactory> = {
  to_bytes: ({ context }, typeArguments) => {
    const type = onlyTypeArgument(typeArguments);
    const operations = operationsOf(type);
    const encodable = isEncodable(type);
    const writer = new BcsWriter();
    return (reference: MoveValue | PrimitiveReference) => {
      if (!encodable) throw nativeAbort("bcs", "to_bytes", NOT_ENCODABLE, "a value with a signer inside has no encoding");
      const value = referencedValue(type, reference);
      const size = operations.size(value);
      chargeGas(context, context.schedule.natives.toBytes + context.schedule.natives.toBytesByte * size);
      chargeMemory(context, VECTOR_BYTES + 2 * BYTE_PLACE * size);
      operations.write(writer.clear(), value);
      return byteArrayOf(writer.toBytes());
    };
  },
};
