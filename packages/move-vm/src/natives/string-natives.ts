import { chargeGas } from "../runtime/charge-gas.ts";
import { isUtf8 } from "../values/utf8.ts";
import { NATIVE_GAS } from "./native-gas.ts";
import type { NativeFactory } from "./native-function.ts";

/** `std::string`. */
export const STRING_NATIVES: Record<string, NativeFactory> = {
  internal_check_utf8:
    ({ context }) =>
    (bytes: number[]) => {
      chargeGas(context, NATIVE_GAS.utf8 + NATIVE_GAS.utf8Byte * bytes.length);
      return isUtf8(bytes);
    },
};
