import type { ByteCursor } from "./byte-cursor.ts";
import type { CodeUnit, FunctionDefinition, Instruction, JumpTable } from "./compiled-module.ts";
import { LIST_MAX, TABLE_INDEX_MAX } from "./decode-signature.ts";
import { ModuleFormatError } from "./module-format-error.ts";
import { rememberOpcodeBytes } from "./opcode-bytes.ts";
import {
  FIRST_VERSION_7_OPCODE,
  isDeprecatedOpcode,
  LITERAL_BYTES,
  type Opcode,
  OPCODES,
  type OperandForm,
  tableByByte,
} from "./opcodes.ts";

const VARIANT_MAX = 127;
const VARIANT_HANDLE_MAX = 1024;
const NATIVE = 0x2;
const ENTRY = 0x4;
const FULL_JUMP_TABLE = 1;
const COUNT_BYTES = 8;

const INDEX_MAX: { readonly [form in OperandForm]?: number } = {
  local: 255,
  variant: VARIANT_HANDLE_MAX,
  "variant-instantiation": VARIANT_HANDLE_MAX,
  "jump-table": VARIANT_MAX,
};
const OPCODE_OF = tableByByte((opcode): Opcode | undefined => opcode, undefined);
/** The highest index after an opcode byte; -1 where none follows. */
const INDEX_MAX_OF = tableByByte((opcode) => {
  const form: OperandForm = OPCODES[opcode][1];
  return form === "none" || LITERAL_BYTES[form] !== undefined ? -1 : (INDEX_MAX[form] ?? TABLE_INDEX_MAX);
}, -1);
/** Bytes of the literal or count after an opcode byte, or after its index; 0 for none. */
const LITERAL_BYTES_OF = tableByByte((opcode) => {
  const form: OperandForm = OPCODES[opcode][1];
  return form === "signature-and-count" ? COUNT_BYTES : (LITERAL_BYTES[form] ?? 0);
}, 0);

/** Reads one definition of the table of functions, with its code. */
export function decodeFunctionDefinition(cursor: ByteCursor, version: number): FunctionDefinition {
  const handle = cursor.uleb(TABLE_INDEX_MAX);
  const at = cursor.position;
  const visibility = visibilityOf(cursor.u8(), at);
  const flags = cursor.u8();
  if ((flags & ~(NATIVE | ENTRY)) !== 0) throw new ModuleFormatError("bad_tag", at, "A function has unknown flags.");
  const acquires: number[] = [];
  const acquiresCount = cursor.uleb(LIST_MAX);
  for (let index = 0; index < acquiresCount; index += 1) acquires.push(cursor.uleb(TABLE_INDEX_MAX));
  const code = (flags & NATIVE) !== 0 ? undefined : decodeCodeUnit(cursor, version);
  return { handle, visibility, isEntry: (flags & ENTRY) !== 0, acquires, code };
}

function visibilityOf(byte: number, at: number): FunctionDefinition["visibility"] {
  if (byte === 0) return "private";
  if (byte === 1) return "public";
  if (byte === 3) return "friend";
  throw new ModuleFormatError("bad_tag", at, `There is no visibility ${byte}.`);
}

function decodeCodeUnit(cursor: ByteCursor, version: number): CodeUnit {
  const locals = cursor.uleb(TABLE_INDEX_MAX);
  const count = cursor.uleb(TABLE_INDEX_MAX);
  const opcodes = new Uint8Array(count);
  const instructions = decodeInstructions(cursor, version, opcodes);
  const jumpTables: JumpTable[] = [];
  const tableCount = version >= 7 ? cursor.uleb(VARIANT_MAX) : 0;
  for (let index = 0; index < tableCount; index += 1) jumpTables.push(decodeJumpTable(cursor));
  const code = { locals, instructions, jumpTables };
  rememberOpcodeBytes(code, opcodes);
  return code;
}

function decodeJumpTable(cursor: ByteCursor): JumpTable {
  const enumDefinition = cursor.uleb(TABLE_INDEX_MAX);
  const branches = cursor.uleb(VARIANT_MAX);
  const at = cursor.position;
  if (cursor.u8() !== FULL_JUMP_TABLE) throw new ModuleFormatError("bad_tag", at, "A jump table has an unknown form.");
  const targets: number[] = [];
  for (let index = 0; index < branches; index += 1) targets.push(cursor.uleb(TABLE_INDEX_MAX));
  return { enum: enumDefinition, targets };
}

/** Reads as many instructions as `opcodes` has room for, and writes their bytes there. */
function decodeInstructions(cursor: ByteCursor, version: number, opcodes: Uint8Array): Instruction[] {
  const { bytes, end } = cursor;
  const instructions: Instruction[] = [];
  // Half of a module's bytes are read here: a call for each would cost more than what it does.
  for (let count = 0; count < opcodes.length; count += 1) {
    const at = cursor.position;
    const byte = at < end ? (bytes[at] ?? 0) : cursor.u8();
    const op = OPCODE_OF[byte];
    if (op === undefined || (version < 7 && byte >= FIRST_VERSION_7_OPCODE)) {
      if (isDeprecatedOpcode(byte)) throw new ModuleFormatError("deprecated_opcode", at, "Global storage instructions are not accepted.");
      throw new ModuleFormatError("bad_tag", at, `There is no instruction of byte ${byte} in version ${version}.`);
    }
    cursor.position = at + 1;
    const max = INDEX_MAX_OF[byte] ?? -1;
    let index = 0;
    if (max >= 0) {
      // Most indexes are one byte.
      const next = at + 1 < end ? (bytes[at + 1] ?? 0x80) : 0x80;
      if (next < 0x80 && next <= max) {
        index = next;
        cursor.position = at + 2;
      } else {
        index = cursor.uleb(max);
      }
    }
    const width = LITERAL_BYTES_OF[byte] ?? 0;
    opcodes[count] = byte;
    instructions.push({ op, index, literal: width === 0 ? 0n : cursor.integer(width) });
  }
  return instructions;
}
