import { chargeGas } from "../runtime/charge-gas.ts";
import { chargeMemory } from "../runtime/charge-memory.ts";
import { ExecutionError } from "../runtime/execution-error.ts";
import { BYTE_PLACE, VECTOR_BYTES } from "../values/memory-size.ts";
import { isUtf8 } from "../values/utf8.ts";
import { indexOfBytes } from "./index-of-bytes.ts";
import { nativeAbort } from "./native-abort.ts";
import type { NativeFactory } from "./native-function.ts";

/** Abort code of a part that ends before it begins, as in Move's own library. */
const INDEX_INVALID = 1n;

/** `std::string`. */
export const STRING_NATIVES: Record<string, NativeFactory> = {
  internal_check_utf8:
    ({ context }) =>
    (bytes: number[]) => {
      chargeGas(context, context.schedule.natives.utf8 + context.schedule.natives.utf8Byte * bytes.length);
      return isUtf8(bytes);
    },
  internal_is_char_boundary:
    ({ context }) =>
    (bytes: number[], index: number | bigint) => {
      chargeGas(context, context.schedule.natives.text);
      if (Number(index) === bytes.length) return true;
      const byte = bytes[Number(index)];
      // In UTF-8 every byte of a character but its first is 10xxxxxx.
      return byte !== undefined && (byte & 0xc0) !== 0x80;
    },
  // The Move function around it has checked that both indices lie between characters.
  internal_sub_string:
    ({ context }) =>
    (bytes: number[], start: number | bigint, end: number | bigint) => {
      const [first, last] = [Number(start), Number(end)];
      if (first > last) throw nativeAbort("string", "internal_sub_string", INDEX_INVALID, `bytes ${start} to ${end}`);
      if (last > bytes.length) throw new ExecutionError("vector_error", `bytes ${start} to ${end} of ${bytes.length}`);
      chargeGas(context, context.schedule.natives.text + context.schedule.natives.textByte * (last - first));
      chargeMemory(context, VECTOR_BYTES + BYTE_PLACE * (last - first));
      return bytes.slice(first, last);
    },
  internal_index_of:
    ({ context }) =>
    (bytes: number[], part: number[]) => {
      chargeGas(context, context.schedule.natives.text + context.schedule.natives.searchedByte * (bytes.length + part.length));
      const index = indexOfBytes(bytes, part);
      return index === -1 ? bytes.length : index;
    },
};
