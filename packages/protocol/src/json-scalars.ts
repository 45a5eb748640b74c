import { Type } from "typebox";
import { type Address, parseAddress } from "./address.ts";
import { hexToBytes } from "./hex.ts";
import { CodedError } from "./status.ts";

/** An address in JSON: `0x` and up to 64 hexadecimal digits; answers always have all 64. */
export const AddressJson = Type.String({ maxLength: 256, description: "`0x` and up to 64 hexadecimal digits (answers have all 64)." });

/** Bytes in JSON: `0x` and two hexadecimal digits a byte. */
export const BytesJson = Type.String({ pattern: "^0x(?:[0-9a-fA-F]{2})*$", description: "`0x` and two hexadecimal digits for each byte." });

/** 32 bytes in JSON: a hash, an id, a chain. */
export const HashJson = Type.String({ pattern: "^0x[0-9a-fA-F]{64}$", description: "32 bytes: `0x` and 64 hexadecimal digits." });

/** A u64 in JSON: decimal digits in a string, because JSON numbers are exact only to 2^53. */
export const U64Json = Type.String({ pattern: "^(?:0|[1-9][0-9]{0,19})$", description: "An unsigned 64-bit integer as decimal digits." });

/** An amount of money in JSON: minor units as decimal digits. */
export const AmountJson = Type.String({
  pattern: "^-?(?:0|[1-9][0-9]{0,38})$",
  description: "Minor units of the instrument's unit of account, as decimal digits.",
});

const MAX_U64 = 0xffff_ffff_ffff_ffffn;

/** The address that a JSON string holds. Throws `CodedError("invalid_address")`. */
export function addressFromJson(text: string): Address {
  const address = parseAddress(text);
  if (address === undefined)
    throw new CodedError("invalid_address", `${JSON.stringify(text.slice(0, 80))} is not an address: 0x and up to 64 hexadecimal digits.`);
  return address;
}

/** The bytes that a JSON string holds, `length` of them if given. Throws `CodedError("invalid_request")`; `name` is the field it came from. */
export function bytesFromJson(text: string, name: string, length?: number): Uint8Array {
  const bytes = text.startsWith("0x") ? hexToBytes(text) : undefined;
  if (bytes === undefined) throw new CodedError("invalid_request", `${name} is not 0x and two hexadecimal digits for each byte.`);
  if (length !== undefined && bytes.length !== length) {
    throw new CodedError("invalid_request", `${name} has ${bytes.length} bytes where ${length} are expected.`);
  }
  return bytes;
}

/** The u64 that a JSON string holds. Throws `CodedError("invalid_request")`; `name` is the field it came from. */
export function u64FromJson(text: string, name: string): bigint {
  const value = /^[0-9]{1,20}$/.test(text) ? BigInt(text) : undefined;
  if (value === undefined || value > MAX_U64) {
    throw new CodedError("invalid_request", `${name} is not an unsigned 64-bit integer in decimal digits.`);
  }
  return value;
}
