import { BcsReader, BcsWriter, readAddress, writeAddress } from "@sycee/bcs";
import type { Address } from "./address.ts";
import { CodedError, type StatusCode, statusNumber, statusOfNumber } from "./status.ts";
import { readTypeTag, type TypeTag, writeTypeTag } from "./type-tag.ts";

/** Where in Move code something happened. */
export interface CodeLocation {
  readonly address: Address;
  readonly module: string;
  readonly function: string;
  /** Index of the bytecode instruction in the function. */
  readonly offset: number;
}

/** How a transaction that entered a block ended. */
export type Outcome =
  | { readonly kind: "executed" }
  | {
      /** A Move `abort`. */
      readonly kind: "aborted";
      readonly location: CodeLocation;
      readonly abortCode: bigint;
      /** Name of the `#[error]` constant, e.g. `EDailyLimit`. */
      readonly name: string | undefined;
      /** Text of the `#[error]` constant. */
      readonly text: string | undefined;
    }
  | { readonly kind: "failed"; readonly code: StatusCode; readonly detail: string; readonly location: CodeLocation | undefined };

/** An event a call emitted. */
export interface EventRecord {
  /** Index of the call in the transaction. */
  readonly call: number;
  readonly type: TypeTag;
  /** BCS of the event's struct. */
  readonly data: Uint8Array;
}

/** What became of one transaction: committed to by the block's header. Failed ones leave only their nonce and this. */
export interface Receipt {
  readonly id: Uint8Array;
  readonly signers: readonly Address[];
  readonly outcome: Outcome;
  readonly gasUsed: bigint;
  readonly events: readonly EventRecord[];
}

export function encodeReceipt(receipt: Receipt): Uint8Array {
  const writer = new BcsWriter(512);
  writeReceipt(writer, receipt);
  return writer.toBytes();
}

// The ledger has one object for each type of event, and prints it in every receipt.
const encodedTags = new WeakMap<TypeTag, Uint8Array>();

function encodedTag(type: TypeTag): Uint8Array {
  const known = encodedTags.get(type);
  if (known !== undefined) return known;
  const writer = new BcsWriter(96);
  writeTypeTag(writer, type);
  const encoded = writer.toBytes();
  encodedTags.set(type, encoded);
  return encoded;
}

export function writeReceipt(writer: BcsWriter, receipt: Receipt): void {
  writer.fixedBytes(receipt.id);
  writer.vector(receipt.signers, writeAddress);
  writeOutcome(writer, receipt.outcome);
  writer.u64(receipt.gasUsed);
  writer.vector(receipt.events, (inner, event) => {
    inner.u16(event.call);
    inner.fixedBytes(encodedTag(event.type));
    inner.byteVector(event.data);
  });
}

/** Throws `BcsError`. */
export function decodeReceipt(bytes: Uint8Array): Receipt {
  const reader = new BcsReader(bytes);
  const receipt: Receipt = {
    id: reader.fixedBytes(32),
    signers: reader.vector((inner) => readAddress(inner), 32),
    outcome: readOutcome(reader),
    gasUsed: reader.u64(),
    events: reader.vector((inner) => ({ call: inner.u16(), type: readTypeTag(inner), data: inner.byteVector() }), 4),
  };
  reader.finish();
  return receipt;
}

function writeOutcome(writer: BcsWriter, outcome: Outcome): void {
  if (outcome.kind === "executed") {
    writer.u8(0);
  } else if (outcome.kind === "aborted") {
    writeLocation(writer.u8(1), outcome.location);
    writer.u64(outcome.abortCode);
    writer.option(outcome.name, (inner, name) => inner.string(name));
    writer.option(outcome.text, (inner, text) => inner.string(text));
  } else {
    writer.u8(2).u16(statusNumber(outcome.code)).string(outcome.detail).option(outcome.location, writeLocation);
  }
}

function readOutcome(reader: BcsReader): Outcome {
  const variant = reader.variant(3);
  if (variant === 0) return { kind: "executed" };
  if (variant === 1) {
    return {
      kind: "aborted",
      location: readLocation(reader),
      abortCode: reader.u64(),
      name: reader.option((inner) => inner.string()),
      text: reader.option((inner) => inner.string()),
    };
  }
  const number = reader.u16();
  const code = statusOfNumber(number);
  if (code === undefined) throw new CodedError("malformed_bcs", `${number} is not the number of a status.`);
  return { kind: "failed", code, detail: reader.string(), location: reader.option(readLocation) };
}

function writeLocation(writer: BcsWriter, location: CodeLocation): void {
  writeAddress(writer, location.address);
  writer.string(location.module).string(location.function).u32(location.offset);
}

function readLocation(reader: BcsReader): CodeLocation {
  return { address: readAddress(reader), module: reader.string(), function: reader.string(), offset: reader.u32() };
}
