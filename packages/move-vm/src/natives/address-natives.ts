import { addressOfBytes, putAddress } from "@sycee/bcs";
import { chargeGas } from "../runtime/charge-gas.ts";
import { chargeMemory } from "../runtime/charge-memory.ts";
import { BYTE_PLACE, VECTOR_BYTES } from "../values/memory-size.ts";
import type { NativeFactory } from "./native-function.ts";

const scratch = new Uint8Array(32);

/** `std::address`. */
export const ADDRESS_NATIVES: Record<string, NativeFactory> = {
  // The Move function around it has checked that there are 32 bytes.
  native_from_bytes:
    ({ context }) =>
    (bytes: number[]) => {
      chargeGas(context, context.schedule.natives.address);
      if (bytes.length !== 32) throw new Error(`an address of ${bytes.length} bytes`);
      return addressOfBytes(Uint8Array.from(bytes));
    },
  to_bytes:
    ({ context }) =>
    (address: string) => {
      chargeGas(context, context.schedule.natives.address);
      chargeMemory(context, VECTOR_BYTES + BYTE_PLACE * 32);
      putAddress(scratch, 0, address);
      return Array.from(scratch);
    },
  to_u256:
    ({ context }) =>
    (address: string) => {
      chargeGas(context, context.schedule.natives.address);
      return BigInt(address);
    },
  from_u256:
    ({ context }) =>
    (value: bigint) => {
      chargeGas(context, context.schedule.natives.address);
      return `0x${value.toString(16).padStart(64, "0")}`;
    },
};
