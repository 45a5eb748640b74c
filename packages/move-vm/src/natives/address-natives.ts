import { chargeGas } from "../runtime/charge-gas.ts";
import { addressOfBytes } from "../values/address-bytes.ts";
import { NATIVE_GAS } from "./native-gas.ts";
import type { NativeFactory } from "./native-function.ts";

/** `std::address`. */
export const ADDRESS_NATIVES: Record<string, NativeFactory> = {
  // The Move function around it has checked that there are 32 bytes.
  native_from_bytes:
    ({ context }) =>
    (bytes: number[]) => {
      chargeGas(context, NATIVE_GAS.address);
      if (bytes.length !== 32) throw new Error(`an address of ${bytes.length} bytes`);
      return addressOfBytes(Uint8Array.from(bytes));
    },
};
