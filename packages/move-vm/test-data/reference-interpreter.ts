import type { CompiledModule, FunctionDefinition, Instruction, TypeToken } from "../src/format/compiled-module.ts";
import type { DeclaredFunction, LinkedModule } from "../src/runtime/linked-module.ts";

/*
 * Move bytecode executed one instruction after the other in the plainest way: integers carry their width, references are
 * pairs of closures, nothing is typed, folded or shared with the compiler. What the compiler is compared with.
 */

export class Int {
  readonly bits: number;
  readonly value: bigint;

  constructor(bits: number, value: bigint) {
    this.bits = bits;
    this.value = value;
  }
}

/** A struct, or a variant of an enum. */
export class Record {
  tag: number | undefined;
  fields: Value[];

  constructor(tag: number | undefined, fields: Value[]) {
    this.tag = tag;
    this.fields = fields;
  }
}

interface Reference {
  readonly read: () => Value;
  readonly write: (value: Value) => void;
}

export type Value = Int | boolean | string | Value[] | Record | Reference;

/** Ends execution like an `ExecutionError`. */
export class Stop extends Error {
  readonly code: string;
  readonly place: string;
  readonly abortCode: bigint | undefined;

  constructor(code: string, place: string, abortCode?: bigint) {
    super(`${code} at ${place}`);
    this.code = code;
    this.place = place;
    this.abortCode = abortCode;
  }
}

/** Runs a function without natives on values; `fuel.left` counts down with each instruction. */
export function interpret(called: DeclaredFunction, values: readonly Value[], fuel: { left: number }): Value[] {
  return new Frame(called, values, fuel).run();
}

const BITS: { readonly [name: string]: number } = { U8: 8, U16: 16, U32: 32, U64: 64, U128: 128, U256: 256 };

class Frame {
  readonly #module: LinkedModule;
  readonly #compiled: CompiledModule;
  readonly #called: DeclaredFunction;
  readonly #code: NonNullable<FunctionDefinition["code"]>;
  readonly #locals: Value[];
  readonly #stack: Value[] = [];
  readonly #fuel: { left: number };
  #offset = 0;

  constructor(called: DeclaredFunction, values: readonly Value[], fuel: { left: number }) {
    const { code } = called.definition;
    if (code === undefined) throw new Error(`${called.name} is native`);
    this.#called = called;
    this.#module = called.owner;
    this.#compiled = called.owner.compiled;
    this.#code = code;
    this.#locals = [...values];
    this.#fuel = fuel;
  }

  run(): Value[] {
    for (;;) {
      const instruction = at(this.#code.instructions, this.#offset);
      this.#fuel.left -= 1;
      if (this.#fuel.left < 0) throw new Stop("fuel", this.#place());
      if (instruction.op === "Ret") return this.#stack;
      const target = this.#step(instruction);
      this.#offset = target ?? this.#offset + 1;
    }
  }

  #place(): string {
    return `${this.#called.module}::${this.#called.name}:${this.#offset}`;
  }

  #fail(code: string): never {
    throw new Stop(code, this.#place());
  }

  #pop(): Value {
    const value = this.#stack.pop();
    if (value === undefined) throw new Error("empty stack");
    return value;
  }

  #popMany(count: number): Value[] {
    return count === 0 ? [] : this.#stack.splice(-count);
  }

  #int(): Int {
    const value = this.#pop();
    if (!(value instanceof Int)) throw new Error("not an integer");
    return value;
  }

  #reference(): Reference {
    const value = this.#pop();
    if (typeof value !== "object" || !("read" in value)) throw new Error("not a reference");
    return value;
  }

  #record(value: Value): Record {
    if (!(value instanceof Record)) throw new Error("not a record");
    return value;
  }

  #vector(value: Value): Value[] {
    if (!Array.isArray(value)) throw new Error("not a vector");
    return value;
  }

  /** Answers where to go on, if not at the next instruction. */
  #step(instruction: Instruction): number | undefined {
    const { op, index, literal } = instruction;
    const stack = this.#stack;
    if (op.startsWith("Ld") && BITS[op.slice(2)] !== undefined) {
      stack.push(new Int(BITS[op.slice(2)] ?? 0, literal));
      return undefined;
    }
    if (op.startsWith("Cast")) {
      stack.push(this.#made(BITS[op.slice(4)] ?? 0, this.#int().value));
      return undefined;
    }
    if (op.startsWith("Vec")) return this.#vectorStep(instruction);
    if (op.includes("Pack") || op.includes("Unpack") || op.includes("Variant")) return this.#datatypeStep(instruction);
    switch (op) {
      case "Nop":
        return undefined;
      case "Pop":
        this.#pop();
        return undefined;
      case "BrTrue":
        return this.#pop() === true ? index : undefined;
      case "BrFalse":
        return this.#pop() === false ? index : undefined;
      case "Branch":
        return index;
      case "Abort":
        throw new Stop("aborted", this.#place(), this.#int().value);
      case "LdTrue":
      case "LdFalse":
        stack.push(op === "LdTrue");
        return undefined;
      case "LdConst":
        stack.push(constantValue(at(this.#compiled.constants, index)));
        return undefined;
      case "CopyLoc":
        stack.push(copy(at(this.#locals, index)));
        return undefined;
      case "MoveLoc":
        stack.push(at(this.#locals, index));
        return undefined;
      case "StLoc":
        this.#locals[index] = this.#pop();
        return undefined;
      case "MutBorrowLoc":
      case "ImmBorrowLoc":
        stack.push({
          read: () => at(this.#locals, index),
          write: (value) => {
            this.#locals[index] = value;
          },
        });
        return undefined;
      case "MutBorrowField":
      case "ImmBorrowField":
        stack.push(this.#fieldOf(this.#reference(), at(this.#compiled.fieldHandles, index).field));
        return undefined;
      case "MutBorrowFieldGeneric":
      case "ImmBorrowFieldGeneric": {
        const handle = at(this.#compiled.fieldInstantiations, index).generic;
        stack.push(this.#fieldOf(this.#reference(), at(this.#compiled.fieldHandles, handle).field));
        return undefined;
      }
      case "ReadRef":
        stack.push(copy(this.#reference().read()));
        return undefined;
      case "WriteRef": {
        const reference = this.#reference();
        reference.write(this.#pop());
        return undefined;
      }
      case "FreezeRef":
        return undefined;
      case "Call":
      case "CallGeneric": {
        const handle = op === "Call" ? index : at(this.#compiled.functionInstantiations, index).generic;
        const called = at(this.#module.functionOfHandle, handle);
        stack.push(...interpret(called, this.#popMany(called.parameterTokens.length), this.#fuel));
        return undefined;
      }
      case "Not":
        stack.push(this.#pop() !== true);
        return undefined;
      case "Eq":
      case "Neq": {
        const right = this.#pop();
        stack.push(equals(this.#pop(), right) === (op === "Eq"));
        return undefined;
      }
      case "And":
      case "Or": {
        const right = this.#pop() === true;
        const left = this.#pop() === true;
        stack.push(op === "And" ? left && right : left || right);
        return undefined;
      }
      default:
        stack.push(this.#arithmetic(op));
        return undefined;
    }
  }

  #arithmetic(op: Instruction["op"]): Value {
    const right = this.#int().value;
    const { bits, value: left } = this.#int();
    const mask = 2n ** BigInt(bits) - 1n;
    switch (op) {
      case "Add":
        return this.#made(bits, left + right);
      case "Sub":
        return this.#made(bits, left - right);
      case "Mul":
        return this.#made(bits, left * right);
      case "Div":
        return right === 0n ? this.#fail("arithmetic_error") : new Int(bits, left / right);
      case "Mod":
        return right === 0n ? this.#fail("arithmetic_error") : new Int(bits, left % right);
      case "BitAnd":
        return new Int(bits, left & right);
      case "BitOr":
        return new Int(bits, left | right);
      case "Xor":
        return new Int(bits, left ^ right);
      case "Shl":
        return right >= BigInt(bits) ? this.#fail("arithmetic_error") : new Int(bits, (left << right) & mask);
      case "Shr":
        return right >= BigInt(bits) ? this.#fail("arithmetic_error") : new Int(bits, left >> right);
      case "Lt":
        return left < right;
      case "Gt":
        return left > right;
      case "Le":
        return left <= right;
      case "Ge":
        return left >= right;
      default:
        throw new Error(`the interpreter does not know ${op}`);
    }
  }

  #made(bits: number, value: bigint): Int {
    if (value < 0n || value >= 2n ** BigInt(bits)) this.#fail("arithmetic_error");
    return new Int(bits, value);
  }

  #fieldOf(owner: Reference, field: number): Reference {
    return {
      read: () => at(this.#record(owner.read()).fields, field),
      write: (value) => {
        this.#record(owner.read()).fields[field] = value;
      },
    };
  }

  #vectorStep({ op, literal }: Instruction): undefined {
    const stack = this.#stack;
    if (op === "VecPack") {
      stack.push(this.#popMany(Number(literal)));
    } else if (op === "VecUnpack") {
      const vector = this.#vector(this.#pop());
      if (BigInt(vector.length) !== literal) this.#fail("vector_error");
      stack.push(...vector);
    } else if (op === "VecLen") {
      stack.push(new Int(64, BigInt(this.#vector(this.#reference().read()).length)));
    } else if (op === "VecImmBorrow" || op === "VecMutBorrow") {
      const position = Number(this.#int().value);
      const owner = this.#reference();
      if (position >= this.#vector(owner.read()).length) this.#fail("vector_error");
      stack.push({
        read: () => at(this.#vector(owner.read()), position),
        write: (value) => {
          this.#vector(owner.read())[position] = value;
        },
      });
    } else if (op === "VecPushBack") {
      const value = this.#pop();
      this.#vector(this.#reference().read()).push(value);
    } else if (op === "VecPopBack") {
      stack.push(this.#vector(this.#reference().read()).pop() ?? this.#fail("vector_error"));
    } else {
      const [right, left] = [Number(this.#int().value), Number(this.#int().value)];
      const vector = this.#vector(this.#reference().read());
      if (left >= vector.length || right >= vector.length) this.#fail("vector_error");
      [vector[left], vector[right]] = [at(vector, right), at(vector, left)];
    }
    return undefined;
  }

  #datatypeStep({ op, index }: Instruction): number | undefined {
    const stack = this.#stack;
    const compiled = this.#compiled;
    const isGeneric = op.includes("Generic");
    if (op === "VariantSwitch") {
      const tag = this.#record(this.#reference().read()).tag ?? -1;
      return at(at(this.#code.jumpTables, index).targets, tag);
    }
    if (!op.includes("Variant")) {
      const definition = isGeneric ? at(compiled.structInstantiations, index).generic : index;
      const fields = at(compiled.structDefinitions, definition).fields ?? [];
      if (op.startsWith("Pack")) stack.push(new Record(undefined, this.#popMany(fields.length)));
      else stack.push(...this.#record(this.#pop()).fields);
      return undefined;
    }
    const handle = at(isGeneric ? compiled.variantInstantiations : compiled.variantHandles, index);
    const definition = isGeneric ? at(compiled.enumInstantiations, handle.enum).generic : handle.enum;
    const { fields } = at(at(compiled.enumDefinitions, definition).variants, handle.variant);
    if (op.startsWith("Pack")) {
      stack.push(new Record(handle.variant, this.#popMany(fields.length)));
    } else if (op.endsWith("Ref")) {
      const owner = this.#reference();
      if (this.#record(owner.read()).tag !== handle.variant) this.#fail("enum_error");
      stack.push(...fields.map((_, field) => this.#fieldOf(owner, field)));
    } else {
      const record = this.#record(this.#pop());
      if (record.tag !== handle.variant) this.#fail("enum_error");
      stack.push(...record.fields);
    }
    return undefined;
  }
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error(`nothing at ${index}`);
  return item;
}

function copy(value: Value): Value {
  if (Array.isArray(value)) return value.map(copy);
  return value instanceof Record ? new Record(value.tag, value.fields.map(copy)) : value;
}

function equals(left: Value, right: Value): boolean {
  if (typeof left === "object" && typeof right === "object" && "read" in left && "read" in right) return equals(left.read(), right.read());
  if (left instanceof Int && right instanceof Int) return left.value === right.value;
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((value, index) => equals(value, at(right, index)));
  }
  if (left instanceof Record && right instanceof Record) {
    return left.tag === right.tag && left.fields.every((value, index) => equals(value, at(right.fields, index)));
  }
  return left === right;
}

function constantValue(constant: { readonly type: TypeToken; readonly data: Uint8Array }): Value {
  let position = 0;
  const integer = (bytes: number): bigint => {
    let value = 0n;
    for (let index = 0; index < bytes; index += 1) value |= BigInt(constant.data[position + index] ?? 0) << BigInt(8 * index);
    position += bytes;
    return value;
  };
  const read = (type: TypeToken): Value => {
    if (type.kind === "vector") {
      let length = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = Number(integer(1));
        length |= (byte & 0x7f) << shift;
        if (byte < 0x80) break;
      }
      return Array.from({ length }, () => read(type.element));
    }
    if (type.kind === "bool") return integer(1) === 1n;
    if (type.kind === "address") {
      const bytes = constant.data.slice(position, position + 32);
      position += 32;
      return `0x${Buffer.from(bytes).toString("hex")}`;
    }
    const bits = BITS[type.kind.toUpperCase()] ?? 0;
    return new Int(bits, integer(bits / 8));
  };
  return read(constant.type);
}
