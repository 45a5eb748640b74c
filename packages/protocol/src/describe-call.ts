import { BcsError, BcsReader } from "@sycee/bcs";
import { addressFromBytes } from "./address.ts";
import { bytesToHex } from "./hex.ts";
import type { Call } from "./transaction.ts";
import { printTypeTag, shortAddress } from "./type-tag.ts";

const MAX_PRINTED_BYTES = 256;
const MAX_PRINTED_ITEMS = 64;
/** Of longer vectors, so many elements are printed. */
const FEW_ITEMS = 3;
const FIXED_BYTES: { readonly [type: string]: number } = { u8: 1, u16: 2, u32: 4, u64: 8, u128: 16, u256: 32, address: 32 };

/** How much of long literals is printed: a few elements and how many there are, or all, as whoever signs must see it. */
type PrintedLength = "short" | "whole";

/** A call for people: `0x2::wallet::pay(signer 0, 0xab…, 1, 1250)`. Literals that do not fit their parameter print as bytes. */
export function describeCall(
  call: Call,
  description: { readonly parameters: readonly string[] } | undefined,
  length: PrintedLength = "short",
): string {
  const parameters = (description?.parameters ?? []).filter((parameter) => !/^&(mut )?0x1::ledger::Ledger$/.test(parameter));
  const typeArguments = call.typeArguments.length === 0 ? "" : `<${call.typeArguments.map(printTypeTag).join(", ")}>`;
  const printed = call.arguments.map((argument, index) => {
    if (argument.kind === "signer") return `signer ${argument.index}`;
    if (argument.kind === "result") return `result ${argument.call}.${argument.value}`;
    return printLiteral(argument.bytes, parameters[index] ?? "", length);
  });
  return `${shortAddress(call.address)}::${call.module}::${call.function}${typeArguments}(${printed.join(", ")})`;
}

function printLiteral(bytes: Uint8Array, type: string, length: PrintedLength): string {
  try {
    const reader = new BcsReader(bytes);
    const text = read(reader, type, length);
    reader.finish();
    return text;
  } catch (error) {
    if (!(error instanceof BcsError)) throw error;
    return `0x${bytesToHex(bytes)}`;
  }
}

/** A text in quotation marks. What shows as nothing or turns the order of what follows stands as its code: it could hide an argument. */
function printText(text: string): string {
  return JSON.stringify(text).replace(
    /[\p{Cf}\p{Zl}\p{Zp}\u007f-\u009f]/gu,
    (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}}`,
  );
}

/** Bytecode and the like are too long to print. */
function printBytes(bytes: Uint8Array, length: PrintedLength): string {
  if (length === "whole" || bytes.length <= MAX_PRINTED_BYTES) return `0x${bytesToHex(bytes)}`;
  return `0x${bytesToHex(bytes.subarray(0, 8))}… (${bytes.length} bytes)`;
}

/** Batches are too long to print, and there is a price to reading what is not. */
function readItems(reader: BcsReader, type: string, length: PrintedLength): string {
  const size = FIXED_BYTES[type];
  const count = reader.count(size ?? 1);
  const isLong = length === "short" && count > MAX_PRINTED_ITEMS;
  const printed = Array.from({ length: isLong ? FEW_ITEMS : count }, () => read(reader, type, length));
  if (!isLong) return `[${printed.join(", ")}]`;
  if (size !== undefined) reader.skip((count - FEW_ITEMS) * size);
  else for (let index = FEW_ITEMS; index < count; index++) read(reader, type, length);
  return `[${printed.join(", ")}, …] (${count} items)`;
}

function read(reader: BcsReader, type: string, length: PrintedLength): string {
  switch (type) {
    case "bool":
      return String(reader.bool());
    case "u8":
      return String(reader.u8());
    case "u16":
      return String(reader.u16());
    case "u32":
      return String(reader.u32());
    case "u64":
      return String(reader.u64());
    case "u128":
      return String(reader.u128());
    case "u256":
      return String(reader.u256());
    case "address":
      return addressFromBytes(reader.fixedBytes(32));
    case "0x1::string::String":
      return printText(reader.string());
    case "vector<u8>":
      return printBytes(reader.byteVector(), length);
  }
  const option = /^0x1::option::Option<(.*)>$/.exec(type)?.[1];
  if (option !== undefined) return reader.option((inner) => read(inner, option, length)) ?? "none";
  const element = /^vector<(.*)>$/.exec(type)?.[1];
  if (element !== undefined) return readItems(reader, element, length);
  return `0x${bytesToHex(reader.fixedBytes(reader.remaining))}`;
}
