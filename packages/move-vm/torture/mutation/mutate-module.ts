import type { CompiledModule, Instruction, TypeToken } from "../../src/format/compiled-module.ts";
import { OPCODES, type Opcode, type OperandForm } from "../../src/format/opcodes.ts";
import type { Random } from "../random.ts";

type Code = { locals: number; instructions: Instruction[]; jumpTables: { enum: number; targets: number[] }[] };

const ALL_OPCODES = Object.keys(OPCODES).filter((name): name is Opcode => name in OPCODES);
const SAME_FORM = new Map<OperandForm, readonly Opcode[]>(
  ALL_OPCODES.map((op) => [OPCODES[op][1], ALL_OPCODES.filter((other) => OPCODES[other][1] === OPCODES[op][1])]),
);
/** Instructions that sound code tells apart by abilities and borrows alone, so that one in place of the other is often refused for just that. */
const TWINS: readonly (readonly Opcode[])[] = [
  ["CopyLoc", "MoveLoc"],
  ["CopyLoc", "MoveLoc", "StLoc", "ImmBorrowLoc", "MutBorrowLoc"],
  ["ImmBorrowLoc", "MutBorrowLoc"],
  ["ImmBorrowField", "MutBorrowField"],
  ["ImmBorrowFieldGeneric", "MutBorrowFieldGeneric"],
  ["VecImmBorrow", "VecMutBorrow"],
  ["ReadRef", "Pop", "FreezeRef", "Nop"],
  ["BrTrue", "BrFalse", "Branch"],
  ["UnpackVariantImmRef", "UnpackVariantMutRef", "UnpackVariant"],
];

/** Bytes with a few of them flipped, replaced, put in or taken out. */
export function mutateBytes(random: Random, source: Uint8Array): Uint8Array {
  const bytes = [...source];
  for (let count = 1 + random.below(3); count > 0; count -= 1) {
    const at = random.below(bytes.length);
    const old = bytes[at] ?? 0;
    switch (random.below(8)) {
      case 0:
        bytes[at] = old ^ (1 << random.below(8));
        break;
      case 1:
        bytes[at] = random.below(256);
        break;
      case 2:
        bytes[at] = (old + (random.oneIn(2) ? 1 : 255)) & 0xff;
        break;
      case 3:
        bytes.splice(at, 1);
        break;
      case 4:
        bytes.splice(at, 0, random.below(256));
        break;
      case 5:
        if (random.oneIn(4)) bytes.length = at;
        break;
      default:
        bytes[at] = random.below(16);
    }
    if (bytes.length === 0) bytes.push(0xa1);
  }
  return Uint8Array.from(bytes);
}

/** A copy of a module with one to three changes of instructions, of indexes, or of table entries. */
export function mutateTables(random: Random, source: CompiledModule): CompiledModule {
  const module = structuredClone(source);
  for (let count = random.oneIn(3) ? 1 + random.below(3) : 1; count > 0; count -= 1) {
    if (random.below(5) > 0) mutateCode(random, module);
    else mutateTable(random, module);
  }
  return module;
}

function mutateCode(random: Random, module: CompiledModule): void {
  const bodies = module.functionDefinitions.flatMap(({ code }) => (code === undefined ? [] : [code as Code]));
  if (bodies.length === 0) return;
  const code = random.pick(bodies);
  const { instructions } = code;
  if (instructions.length === 0) return;
  const offset = random.below(instructions.length);
  const old = random.oneIn(1) ? (instructions[offset] ?? nop()) : nop();
  const other = random.below(instructions.length);
  switch (random.below(12)) {
    case 0:
      instructions[offset] = { ...old, op: random.pick(ALL_OPCODES) };
      break;
    case 1:
      instructions[offset] = { ...old, op: random.pick(SAME_FORM.get(OPCODES[old.op][1]) ?? ALL_OPCODES) };
      break;
    case 2:
    case 3: {
      const place = instructions.findIndex((each, index) => index >= offset && TWINS.some((twins) => twins.includes(each.op)));
      const chosen = instructions[place];
      if (chosen !== undefined)
        instructions[place] = { ...chosen, op: random.pick(random.pick(TWINS.filter((twins) => twins.includes(chosen.op)))) };
      break;
    }
    case 4:
    case 5:
      instructions[offset] = { ...old, index: random.below(random.oneIn(20) ? 70_000 : Math.max(1, tableSize(module, code, old.op))) };
      break;
    case 6:
      [instructions[offset], instructions[other]] = [instructions[other] ?? nop(), old];
      break;
    case 7:
      splice(random, code, offset, 1, []);
      break;
    case 8:
      splice(random, code, offset, 0, [{ op: random.pick(ALL_OPCODES), index: random.below(8), literal: BigInt(random.below(5)) }]);
      break;
    case 9:
      splice(random, code, offset, 0, instructions.slice(other, other + 1 + random.below(4)));
      break;
    case 10: {
      const table = code.jumpTables[0] === undefined ? undefined : random.pick(code.jumpTables);
      if (table === undefined || table.targets.length === 0) splice(random, code, offset, 1 + random.below(3), []);
      else table.targets[random.below(table.targets.length)] = random.below(instructions.length);
      break;
    }
    default:
      instructions[offset] = { ...old, literal: BigInt(random.below(4)) };
  }
}

/** Replaces instructions; half the time jumps beyond still lead where they did. */
function splice(random: Random, code: Code, offset: number, count: number, added: readonly Instruction[]): void {
  code.instructions.splice(offset, count, ...structuredClone(added));
  if (random.oneIn(4)) return;
  const moved = (target: number): number => (target > offset ? target + added.length - count : target);
  for (const [index, each] of code.instructions.entries()) {
    if (each.op === "Branch" || each.op === "BrTrue" || each.op === "BrFalse")
      code.instructions[index] = { ...each, index: moved(each.index) };
  }
  for (const table of code.jumpTables) table.targets = table.targets.map(moved);
}

function nop(): Instruction {
  return { op: "Nop", index: 0, literal: 0n };
}

function tableSize(module: CompiledModule, code: Code, op: Opcode): number {
  const form: OperandForm = OPCODES[op][1];
  switch (form) {
    case "offset":
      return code.instructions.length;
    case "local":
      return 8;
    case "constant":
      return module.constants.length;
    case "function":
      return module.functionHandles.length;
    case "function-instantiation":
      return module.functionInstantiations.length;
    case "field":
      return module.fieldHandles.length;
    case "field-instantiation":
      return module.fieldInstantiations.length;
    case "struct":
      return module.structDefinitions.length;
    case "struct-instantiation":
      return module.structInstantiations.length;
    case "variant":
      return module.variantHandles.length;
    case "variant-instantiation":
      return module.variantInstantiations.length;
    case "jump-table":
      return code.jumpTables.length;
    case "signature":
    case "signature-and-count":
      return module.signatures.length;
    default:
      return 1;
  }
}

/** Changes a number or type somewhere below a random entry of a random table, swaps two entries, or takes one out or in twice. */
function mutateTable(random: Random, module: CompiledModule): void {
  const tables = Object.values(module).filter((table): table is unknown[] => Array.isArray(table) && table.length > 0);
  const table = random.pick(tables);
  const [index, other] = [random.below(table.length), random.below(table.length)];
  switch (random.below(8)) {
    case 0:
      [table[index], table[other]] = [table[other], table[index]];
      break;
    case 1:
      table.splice(index, 1);
      break;
    case 2:
      table.push(structuredClone(table[index]));
      break;
    case 3:
      mutateType(random, module);
      break;
    default:
      changeNumber(random, table[index]);
  }
}

/** Puts another of the module's types, or one made from it, in the place of a type. */
function mutateType(random: Random, module: CompiledModule): void {
  const types: TypeToken[] = module.signatures.flat();
  if (types.length === 0) return;
  const signature = random.pick(module.signatures) as TypeToken[];
  if (signature.length === 0) return;
  const chosen = structuredClone(random.pick(types));
  const made = random.pick<TypeToken>([
    chosen,
    chosen,
    { kind: "vector", element: chosen },
    { kind: "reference", target: chosen },
    { kind: "mutable-reference", target: chosen },
    { kind: "type-parameter", index: random.below(3) },
    random.pick<TypeToken>([{ kind: "bool" }, { kind: "u8" }, { kind: "u64" }, { kind: "u128" }, { kind: "address" }, { kind: "signer" }]),
  ]);
  signature[random.below(signature.length)] = made;
}

function changeNumber(random: Random, entry: unknown): void {
  let inside = entry;
  for (let depth = 0; depth < 6 && typeof inside === "object" && inside !== null; depth += 1) {
    const keys = Object.keys(inside);
    if (keys.length === 0) return;
    const key = random.pick(keys);
    const value: unknown = Reflect.get(inside, key);
    if (typeof value === "number") Reflect.set(inside, key, changedNumber(random, value));
    else if (typeof value === "boolean") Reflect.set(inside, key, !value);
    inside = value;
  }
}

function changedNumber(random: Random, value: number): number {
  return random.pick([
    value + 1,
    Math.max(0, value - 1),
    value ^ 1,
    value ^ 2,
    random.below(10),
    random.below(16),
    random.below(random.oneIn(5) ? 70_000 : 100),
  ]);
}
