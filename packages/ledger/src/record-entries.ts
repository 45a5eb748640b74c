import { BcsReader } from "@sycee/bcs";
import { decodeBlockHeader } from "@sycee/protocol/core";
import type { BlockRecord } from "./block-record.ts";

/** Header and entries of an encoded record: what executing it again takes. Throws `BcsError`. */
export function decodeRecordEntries(bytes: Uint8Array): Pick<BlockRecord, "header" | "entries"> {
  const reader = new BcsReader(bytes);
  return { header: decodeBlockHeader(reader.byteVector()), entries: reader.vector((inner) => inner.byteVector()) };
}
