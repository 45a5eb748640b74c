import type { CodeUnit } from "./compiled-module.ts";
import { byteOfOpcode } from "./opcodes.ts";

/** Of code as it was read: code of the same object may have been changed since. */
const asRead = new WeakMap<CodeUnit, Uint8Array>();

/** To be told by the reader of code of the bytes of its instructions. */
export function rememberOpcodeBytes(code: CodeUnit, bytes: Uint8Array): void {
  asRead.set(code, bytes);
}

/**
 * The byte of each instruction, 0 for an operation that there is none of: tables are found by number faster than by name.
 * `isAsRead` says that nobody can have changed the code since it was read.
 */
export function opcodeBytesOf(code: CodeUnit, isAsRead: boolean): Uint8Array {
  const known = isAsRead ? asRead.get(code) : undefined;
  if (known !== undefined) return known;
  const { instructions } = code;
  const bytes = new Uint8Array(instructions.length);
  for (let offset = 0; offset < instructions.length; offset += 1) bytes[offset] = byteOfOpcode(instructions[offset]?.op ?? "") ?? 0;
  return bytes;
}
