import { type MoveType, u32 } from "./move-type.ts";

/** `vector<u32>` from any row of numbers: accounts of a batch. */
export const accountColumn: MoveType<ArrayLike<number>> = {
  name: "vector<u32>",
  write(writer, values) {
    writer.uleb128(values.length);
    for (let index = 0; index < values.length; index++) u32.write(writer, values[index] ?? 0);
  },
  read: (reader) => reader.vector((inner) => inner.u32(), 4),
};

/** `vector<u64>` from any row of big integers: amounts of a batch. */
export const amountColumn: MoveType<ArrayLike<bigint>> = {
  name: "vector<u64>",
  write(writer, values) {
    writer.uleb128(values.length);
    for (let index = 0; index < values.length; index++) {
      const amount = values[index] ?? 0n;
      // The writer takes small numbers much faster than big integers.
      writer.u64(amount >= 0n && amount <= 0x1f_ffff_ffff_ffffn ? Number(amount) : amount);
    }
  },
  read: (reader) => reader.vector((inner) => inner.u64(), 8),
};
