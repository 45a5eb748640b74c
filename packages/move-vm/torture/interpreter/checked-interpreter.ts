import { CODE_GAS, fixedValueCost, instructionCost, jumpCost } from "../../src/compiler/gas-table.ts";
import type { CodeUnit, Instruction } from "../../src/format/compiled-module.ts";
import type { Opcode } from "../../src/format/opcodes.ts";
import type { DeclaredFunction } from "../../src/runtime/linked-module.ts";
import type { InstantiatedType } from "../../src/runtime/module-linker.ts";
import { ABILITY, type RuntimeType } from "../../src/runtime/runtime-type.ts";
import { fitsConstraints, type TypeRegistry } from "../../src/runtime/type-registry.ts";
import { fixedSize } from "../../src/values/encoded-size.ts";
import { Cell, type Clock, checkApart } from "./cell.ts";
import { constantValue } from "./constant-value.ts";
import { datatypeStep } from "./datatype-step.ts";
import { operatorStep } from "./operator-step.ts";
import { at, copyOf, encodedBytes, type Operand, Reference, Scalar, Sequence, type Value } from "./value.ts";
import { vectorStep } from "./vector-step.ts";
import { demand } from "./violation.ts";

/** Ends execution like an `ExecutionError`, or because the interpreter goes no further. */
export class Stop extends Error {
  readonly code: string;
  readonly module: string;
  readonly function: string;
  readonly address: string;
  readonly offset: number;
  readonly abortCode: bigint | undefined;

  constructor(code: string, called: DeclaredFunction, offset: number, abortCode?: bigint) {
    super(`${code} at ${called.module}::${called.name}:${offset}`);
    this.code = code;
    this.address = called.address;
    this.module = called.module;
    this.function = called.name;
    this.offset = offset;
    this.abortCode = abortCode;
  }
}

/** What a run shares between its frames. */
export interface Run {
  readonly types: TypeRegistry;
  readonly clock: Clock;
  /** Instructions left. */
  fuel: number;
  /** Gas as compiled code counts it. */
  gas: number;
  depth: number;
  readonly opcodes: Set<Opcode>;
}

const DEPTH_MAX = 250;
const SEQUENCE_MAX = 100_000;

/**
 * Bytecode, one instruction after the other in the plainest way, every one checked while it runs: types, abilities, locals,
 * references. Throws `Stop` when the code ends early and `Violation` when it does what sound code cannot do.
 */
export function runChecked(
  called: DeclaredFunction,
  typeArguments: readonly RuntimeType[],
  operands: readonly Operand[],
  run: Run,
): Operand[] {
  return new Frame(called, typeArguments, operands, run).run();
}

export class Frame {
  readonly called: DeclaredFunction;
  readonly run_: Run;
  readonly code: CodeUnit;
  readonly typeArguments: readonly RuntimeType[];
  readonly #types: readonly InstantiatedType[];
  /** References lie in a local as they are, values in a cell. */
  readonly #locals: (Cell | Reference | undefined)[];
  readonly #stack: Operand[] = [];
  offset = 0;

  constructor(called: DeclaredFunction, typeArguments: readonly RuntimeType[], operands: readonly Operand[], run: Run) {
    const { code } = called.definition;
    if (code === undefined) throw new Stop("native", called, 0);
    if (run.depth >= DEPTH_MAX) throw new Stop("depth", called, 0);
    this.called = called;
    this.code = code;
    this.typeArguments = typeArguments;
    this.run_ = run;
    demand(fitsConstraints(called.typeParameters, typeArguments), "type arguments lack an ability");
    const tokens = [...called.parameterTokens, ...at(called.owner.compiled.signatures, code.locals)];
    this.#types = tokens.map((token) => run.types.instantiated(called.owner, token, typeArguments));
    demand(operands.length === called.parameterTokens.length, "a call with too few or too many arguments");
    checkApart(operands, "arguments");
    this.#locals = this.#types.map((type, index) => (index < operands.length ? this.#held(at(operands, index), type) : undefined));
  }

  run(): Operand[] {
    this.run_.depth += 1;
    for (;;) {
      const instruction = at(this.code.instructions, this.offset);
      this.run_.opcodes.add(instruction.op);
      this.run_.fuel -= 1;
      if (this.run_.fuel < 0) throw this.stop("fuel");
      if (instruction.op === "Ret") return this.#return();
      const before = this.#stack.length;
      const target = this.#step(instruction);
      const growth = this.#stack.length - before;
      this.run_.gas +=
        instruction.op === "Branch"
          ? jumpCost(CODE_GAS, this.offset, instruction.index)
          : instructionCost(CODE_GAS, instruction.op, growth);
      this.offset = target ?? this.offset + 1;
    }
  }

  stop(code: string, abortCode?: bigint): Stop {
    return new Stop(code, this.called, this.offset, abortCode);
  }

  push(operand: Operand): void {
    demand(this.#stack.length < 10_000, "the operand stack overflows");
    this.#stack.push(operand);
  }

  pop(): Operand {
    const operand = this.#stack.pop();
    demand(operand !== undefined, "the operand stack is empty");
    return operand;
  }

  popValue(type?: RuntimeType): Value {
    const operand = this.pop();
    demand(!(operand instanceof Reference), "a reference stands where a value should");
    demand(type === undefined || operand.type === type, `a ${operand.type.key} stands where a ${type?.key} should`);
    return operand;
  }

  popValues(types: readonly RuntimeType[]): Value[] {
    return types.map((_, index) => this.popValue(types[types.length - 1 - index])).reverse();
  }

  popReference(type: RuntimeType | undefined, isMutable: boolean): Reference {
    const operand = this.pop();
    demand(operand instanceof Reference, "a value stands where a reference should");
    demand(operand.isMutable || !isMutable, "a place is changed through an immutable reference");
    operand.cell.check(operand);
    demand(
      type === undefined || operand.cell.value.type === type,
      `a reference to a ${operand.cell.key} stands where one to a ${type?.key} should`,
    );
    return operand;
  }

  popBool(): boolean {
    const value = this.popValue(this.run_.types.primitive("bool"));
    return value instanceof Scalar && value.value === true;
  }

  /** A reference to a part of what another reference points at. */
  pushPart(owner: Reference, index: number, isMutable: boolean): void {
    this.push(new Reference(owner.cell.part(index), isMutable, owner, this.#now()));
  }

  /** Closed types of a signature. */
  signature(index: number): RuntimeType[] {
    const { owner } = this.called;
    return at(owner.compiled.signatures, index).map((token) => this.run_.types.closed(owner, token, this.typeArguments));
  }

  checkDrop(value: Value, what: string): void {
    demand((value.type.abilities & ABILITY.drop) !== 0, `a ${value.type.key} is lost: ${what}`);
  }

  chargeFor(value: Value, gasPerByte: number): void {
    if (value instanceof Scalar) return;
    const size = fixedSize(value.type);
    this.run_.gas += size === undefined ? encodedBytes(value) * gasPerByte : fixedValueCost(CODE_GAS, size);
  }

  #now(): number {
    return this.run_.clock.now;
  }

  #held(operand: Operand, { reference, type }: InstantiatedType): Cell | Reference {
    if (operand instanceof Reference) {
      demand(reference !== "none" && operand.cell.value.type === type, "a reference of another type is stored");
      demand(reference === "immutable" || operand.isMutable, "an immutable reference is stored as a mutable one");
      // Through an immutable reference nothing is changed, whatever it was made from.
      return reference === "immutable" && operand.isMutable ? new Reference(operand.cell, false, operand, this.#now()) : operand;
    }
    demand(reference === "none" && operand.type === type, `a ${operand.type.key} is stored as a ${type.key}`);
    return new Cell(operand);
  }

  #local(index: number): Cell | Reference {
    const local = this.#locals[index];
    demand(local !== undefined, `local ${index} is used but empty`);
    return local;
  }

  #return(): Operand[] {
    const results = this.called.resultTokens.map((token) => this.run_.types.instantiated(this.called.owner, token, this.typeArguments));
    demand(this.#stack.length === results.length, "a function leaves too much or too little");
    for (const local of this.#locals) {
      if (!(local instanceof Cell)) continue;
      this.checkDrop(local.value, "its function returns");
      local.end();
    }
    checkApart(this.#stack, "results");
    for (const [index, type] of results.entries()) {
      const held = this.#held(at(this.#stack, index), type);
      if (held instanceof Reference) this.#stack[index] = held;
    }
    this.run_.gas += instructionCost(CODE_GAS, "Ret", -results.length);
    this.run_.depth -= 1;
    return this.#stack;
  }

  /** Answers where to go on, if not at the next instruction. */
  #step(instruction: Instruction): number | undefined {
    const { op, index } = instruction;
    if (op.startsWith("Vec")) return vectorStep(this, instruction);
    if (op.includes("Pack") || op.includes("Unpack") || op.includes("Variant")) return datatypeStep(this, instruction);
    switch (op) {
      case "Nop":
        return undefined;
      case "Pop": {
        const operand = this.pop();
        if (!(operand instanceof Reference)) this.checkDrop(operand, "popped");
        return undefined;
      }
      case "BrTrue":
        return this.popBool() ? index : undefined;
      case "BrFalse":
        return this.popBool() ? undefined : index;
      case "Branch":
        return index;
      case "Abort": {
        const value = this.popValue(this.run_.types.primitive("u64"));
        throw this.stop("aborted", value instanceof Scalar ? BigInt(value.value) : 0n);
      }
      case "LdConst":
        this.#constant(index);
        return undefined;
      case "CopyLoc":
      case "MoveLoc":
      case "StLoc":
      case "MutBorrowLoc":
      case "ImmBorrowLoc":
        this.#localStep(instruction);
        return undefined;
      case "MutBorrowField":
      case "ImmBorrowField":
      case "MutBorrowFieldGeneric":
      case "ImmBorrowFieldGeneric":
      case "ReadRef":
      case "WriteRef":
      case "FreezeRef":
        this.#referenceStep(instruction);
        return undefined;
      case "Call":
      case "CallGeneric":
        this.#call(instruction);
        return undefined;
      default:
        operatorStep(this, instruction);
        return undefined;
    }
  }

  #constant(index: number): void {
    const { owner } = this.called;
    const constant = at(owner.compiled.constants, index);
    const value = constantValue(this.run_.types.closed(owner, constant.type, []), constant.data, this.run_.types);
    if (!(value instanceof Scalar)) this.run_.gas += constant.data.length * CODE_GAS.copiedByte;
    this.push(value);
  }

  #localStep({ op, index }: Instruction): void {
    if (op === "StLoc") {
      const operand = this.pop();
      const old = this.#locals[index];
      if (old instanceof Cell) {
        this.checkDrop(old.value, "written over");
        old.end();
      }
      this.#locals[index] = this.#held(operand, at(this.#types, index));
      return;
    }
    const local = this.#local(index);
    if (op === "CopyLoc" && local instanceof Reference) {
      local.cell.check(local);
      // A copy is a reference of its own: one of the two may be used while the other is.
      this.push(new Reference(local.cell, local.isMutable, local, this.#now()));
    } else if (op === "CopyLoc" && local instanceof Cell) {
      this.chargeFor(local.value, CODE_GAS.copiedByte);
      this.push(copyOf(local.value));
    } else if (op === "MoveLoc") {
      this.#locals[index] = undefined;
      if (local instanceof Cell) {
        const { value } = local;
        local.end();
        this.push(value);
      } else this.push(local);
    } else {
      demand(local instanceof Cell, "a reference to a reference is taken");
      this.push(new Reference(local, op === "MutBorrowLoc", undefined, this.#now()));
    }
  }

  #referenceStep({ op, index }: Instruction): void {
    const { compiled } = this.called.owner;
    if (op === "ReadRef") {
      const { value } = this.popReference(undefined, false).cell;
      this.chargeFor(value, CODE_GAS.copiedByte);
      this.push(copyOf(value));
    } else if (op === "WriteRef") {
      const reference = this.popReference(undefined, true);
      this.checkDrop(reference.cell.value, "written over through a reference");
      reference.cell.write(this.popValue(reference.cell.value.type), reference, this.run_.clock);
    } else if (op === "FreezeRef") {
      const reference = this.popReference(undefined, true);
      this.push(new Reference(reference.cell, false, reference, this.#now()));
    } else {
      const isMutable = op.startsWith("Mut");
      const instantiation = op.endsWith("Generic") ? at(compiled.fieldInstantiations, index) : undefined;
      const { struct, field } = at(compiled.fieldHandles, instantiation?.generic ?? index);
      const typeArguments = instantiation === undefined ? [] : this.signature(instantiation.typeArguments);
      const declared = at(this.called.owner.datatypeOfHandle, at(compiled.structDefinitions, struct).handle);
      this.pushPart(this.popReference(this.run_.types.datatype(declared, typeArguments), isMutable), field, isMutable);
    }
  }

  #call({ op, index }: Instruction): void {
    const { owner } = this.called;
    const instantiation = op === "CallGeneric" ? at(owner.compiled.functionInstantiations, index) : undefined;
    const called = at(owner.functionOfHandle, instantiation?.generic ?? index);
    const typeArguments = instantiation === undefined ? [] : this.signature(instantiation.typeArguments);
    const operands = called.parameterTokens.map(() => this.pop()).reverse();
    for (const result of runChecked(called, typeArguments, operands, this.run_)) this.push(result);
  }

  /** A vector may not grow without end while no gas is counted. */
  checkSize(sequence: Sequence): void {
    if (sequence.items.length > SEQUENCE_MAX) throw this.stop("fuel");
  }
}
