import type { ByteSink } from "./byte-sink.ts";
import type { CodeUnit, FunctionDefinition, Instruction } from "./compiled-module.ts";
import { LITERAL_BYTES, OPCODES, type OperandForm } from "./opcodes.ts";

const VISIBILITY_BYTE: Record<FunctionDefinition["visibility"], number> = { private: 0, public: 1, friend: 3 };
const NATIVE = 0x2;
const ENTRY = 0x4;
const FULL_JUMP_TABLE = 1;

/** Writes one definition of the table of functions, with its code. */
export function encodeFunctionDefinition(sink: ByteSink, definition: FunctionDefinition, version: number): void {
  sink.uleb(definition.handle);
  sink.u8(VISIBILITY_BYTE[definition.visibility]);
  sink.u8((definition.code === undefined ? NATIVE : 0) | (definition.isEntry ? ENTRY : 0));
  sink.uleb(definition.acquires.length);
  for (const struct of definition.acquires) sink.uleb(struct);
  if (definition.code !== undefined) encodeCodeUnit(sink, definition.code, version);
}

function encodeCodeUnit(sink: ByteSink, code: CodeUnit, version: number): void {
  sink.uleb(code.locals);
  sink.uleb(code.instructions.length);
  for (const instruction of code.instructions) encodeInstruction(sink, instruction);
  if (version < 7) {
    if (code.jumpTables.length > 0) throw new RangeError(`version ${version} has no jump tables`);
    return;
  }
  sink.uleb(code.jumpTables.length);
  for (const table of code.jumpTables) {
    sink.uleb(table.enum);
    sink.uleb(table.targets.length);
    sink.u8(FULL_JUMP_TABLE);
    for (const target of table.targets) sink.uleb(target);
  }
}

function encodeInstruction(sink: ByteSink, { op, index, literal }: Instruction): void {
  const [byte, form]: readonly [number, OperandForm] = OPCODES[op];
  sink.u8(byte);
  if (form === "none") return;
  const width = LITERAL_BYTES[form];
  if (width !== undefined) {
    sink.integer(literal, width);
    return;
  }
  sink.uleb(index);
  if (form === "signature-and-count") sink.integer(literal, 8);
}
