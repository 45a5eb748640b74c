import type { BcsReader } from "@sycee/bcs";
import type { U64 } from "./u64.ts";

/** So many u32 in a row. Throws `BcsError` if there are fewer bytes. */
export function readU32s(reader: BcsReader, count: number): number[] {
  const view = viewOf(reader.fixedBytes(4 * count));
  const values: number[] = [];
  for (let at = 0; at < 4 * count; at += 4) values.push(view.getUint32(at, true));
  return values;
}

/** So many u64 in a row, each in its one representation. Throws `BcsError` if there are fewer bytes. */
export function readU64s(reader: BcsReader, count: number): U64[] {
  const view = viewOf(reader.fixedBytes(8 * count));
  const values: U64[] = [];
  for (let at = 0; at < 8 * count; at += 8) {
    const high = view.getUint32(at + 4, true);
    values.push(high < 0x20_0000 ? high * 0x1_0000_0000 + view.getUint32(at, true) : view.getBigUint64(at, true));
  }
  return values;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
