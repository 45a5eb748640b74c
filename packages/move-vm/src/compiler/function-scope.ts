import type { Instruction, TypeToken } from "../format/compiled-module.ts";
import type { DeclaredDatatype, DeclaredFunction, LinkedModule } from "../runtime/linked-module.ts";
import { ExecutionError } from "../runtime/execution-error.ts";
import type { InstantiatedType } from "../runtime/module-linker.ts";
import type { EnumType, RuntimeType, StructType } from "../runtime/runtime-type.ts";
import type { TypeRegistry } from "../runtime/type-registry.ts";
import { nestsWithin } from "../runtime/value-nesting.ts";
import { fixedSize, isEncodable } from "../values/encoded-size.ts";
import { heldBytes, holdsVectors } from "../values/memory-size.ts";
import { MAX_VALUE_DEPTH, operationsOf } from "../values/operations-of.ts";
import { type CodeGas, fixedValueCost } from "./gas-table.ts";
import { isPrimitive, OperandStack } from "./operand-stack.ts";
import { namesOfAll, TYPE_NAMES_AT_ONCE } from "./type-names.ts";

/** How a function reaches the functions that it calls. */
export interface CallTargets {
  /** An object whose `f` is the compiled function. */
  cell(called: DeclaredFunction, typeArguments: readonly RuntimeType[]): { readonly f: (...values: never[]) => unknown };
  native(called: DeclaredFunction, typeArguments: readonly RuntimeType[]): (...values: never[]) => unknown;
}

/** Values up to so many bytes are counted only by the vector that they are in. */
const UNCHARGED_BYTES = 256;

/** Size that values with a signer inside are taken to have; they are small and cannot be copied. */
const NOT_ENCODABLE_SIZE = 64;

/** Modules all of whose natives with one parameter leave it as it is, and keep nothing of it. */
const READING_NATIVES: ReadonlySet<string> = new Set([`0x${"1".padStart(64, "0")}::hash`]);

/** What the translation of one function instance shares between its instructions. */
export class FunctionScope {
  readonly stack = new OperandStack();
  readonly module: LinkedModule;
  readonly types: TypeRegistry;
  /** What code costs. */
  readonly prices: CodeGas;
  readonly targets: CallTargets;
  readonly typeArguments: readonly RuntimeType[];
  /** How many results the function has. */
  readonly resultCount: number;
  /** A local of a type beyond the limits never has a value: whoever uses it is told. */
  readonly #locals: readonly (InstantiatedType | ExecutionError)[];
  readonly #instructions: readonly Instruction[];
  /** Locals of a primitive type that are mutably borrowed: they live in a `LocalReference`. */
  readonly boxed: ReadonlySet<number>;
  /** Whether the function calls another compiled function, so that its frame counts. */
  readonly countsFrame: boolean;
  /** Where emitted code has the gas left: a function with a loop keeps it in a variable, and in the context only around calls. */
  readonly gas: "g" | "x.gas";
  /** Objects that the emitted code uses, by the numbers of their names `k0`, `k1`, …. */
  readonly used: unknown[] = [];
  /** Gas of the block being translated that does not depend on operands. */
  blockGas = 0;
  /** Most operands at once in the block being translated. */
  blockPeak = 0;
  /** Most arguments of any call translated so far. */
  widestCall = 0;

  constructor(
    declared: DeclaredFunction,
    typeArguments: readonly RuntimeType[],
    types: TypeRegistry,
    targets: CallTargets,
    prices: CodeGas,
  ) {
    const { owner, definition } = declared;
    const { code } = definition;
    const localTokens = code === undefined ? undefined : owner.compiled.signatures[code.locals];
    if (code === undefined || localTokens === undefined) throw new Error("only functions with code are compiled");
    this.module = owner;
    this.#instructions = code.instructions;
    this.types = types;
    this.targets = targets;
    this.prices = prices;
    this.typeArguments = typeArguments;
    const closed = (token: TypeToken) => withinLimits(() => types.instantiated(owner, token, typeArguments));
    this.#locals = [...declared.parameterTokens, ...localTokens].map(closed);
    this.resultCount = declared.resultTokens.length;
    const mayBeBoxed = (of: InstantiatedType | ExecutionError) => !(of instanceof ExecutionError) && isPrimitive(of.type);
    this.boxed = new Set(
      code.instructions
        .filter(({ op, index }) => op === "MutBorrowLoc" && mayBeBoxed(item(this.#locals, index)))
        .map((instruction) => instruction.index),
    );
    this.countsFrame = code.instructions.some((instruction) => this.callsCompiled(instruction));
    this.gas = code.instructions.some(jumpsBack) ? "g" : "x.gas";
  }

  /** Parameters and locals. */
  get localCount(): number {
    return this.#locals.length;
  }

  /** Throws `ExecutionError` for one of a type beyond the limits. */
  local(index: number): InstantiatedType {
    const local = item(this.#locals, index);
    if (local instanceof ExecutionError) throw local;
    return local;
  }

  /** The name under which emitted code has an object. */
  use(object: unknown): string {
    const known = this.used.indexOf(object);
    return `k${known >= 0 ? known : this.used.push(object) - 1}`;
  }

  /** Arguments that report a fault at an instruction. */
  place(offset: number): string {
    return `L,${offset}`;
  }

  /** Closed types of a signature of the module. */
  signature(index: number): readonly RuntimeType[] {
    return item(this.module.compiled.signatures, index).map((token) => this.types.closed(this.module, token, this.typeArguments));
  }

  /** The type of a signature that has just one. */
  onlyType(index: number): RuntimeType {
    return item(this.signature(index), 0);
  }

  /** The struct of an index of the struct definitions or, if generic, of their instantiations. */
  struct(index: number, isGeneric: boolean): StructType {
    const { structDefinitions, structInstantiations } = this.module.compiled;
    const instantiation = isGeneric ? item(structInstantiations, index) : undefined;
    const definition = item(structDefinitions, instantiation?.generic ?? index);
    const typeArguments = instantiation === undefined ? [] : this.signature(instantiation.typeArguments);
    const type = this.types.datatype(this.declared(definition.handle), typeArguments);
    if (type.kind !== "struct") throw new Error(`${type.key} is not a struct`);
    return type;
  }

  /** The enum and variant of an index of the variant handles or, if generic, of their instantiations. */
  variant(index: number, isGeneric: boolean): { readonly type: EnumType; readonly tag: number } {
    const { enumDefinitions, enumInstantiations, variantHandles, variantInstantiations } = this.module.compiled;
    const handle = item(isGeneric ? variantInstantiations : variantHandles, index);
    const instantiation = isGeneric ? item(enumInstantiations, handle.enum) : undefined;
    const definition = item(enumDefinitions, instantiation?.generic ?? handle.enum);
    const typeArguments = instantiation === undefined ? [] : this.signature(instantiation.typeArguments);
    const type = this.types.datatype(this.declared(definition.handle), typeArguments);
    if (type.kind !== "enum") throw new Error(`${type.key} is not an enum`);
    return { type, tag: handle.variant };
  }

  /** The function and type arguments of a `Call` or `CallGeneric`. Those of a native are within the limits on types. */
  called({ op, index }: Instruction): { readonly called: DeclaredFunction; readonly typeArguments: readonly RuntimeType[] } {
    const { functionOfHandle, compiled } = this.module;
    if (op === "Call") return { called: item(functionOfHandle, index), typeArguments: [] };
    const instantiation = item(compiled.functionInstantiations, index);
    const called = item(functionOfHandle, instantiation.generic);
    const typeArguments = called.isNative ? this.signature(instantiation.typeArguments) : this.named(instantiation.typeArguments);
    return { called, typeArguments };
  }

  private named(index: number): readonly RuntimeType[] {
    return item(this.module.compiled.signatures, index).map((token) => this.types.named(this.module, token, this.typeArguments));
  }

  callsCompiled(instruction: Instruction): boolean {
    if (instruction.op !== "Call" && instruction.op !== "CallGeneric") return false;
    const { functionOfHandle, compiled } = this.module;
    const { op, index } = instruction;
    const handle = op === "Call" ? index : item(compiled.functionInstantiations, index).generic;
    return !item(functionOfHandle, handle).isNative;
  }

  /** Takes memory for a value of the type that is about to be made with its vectors empty, unless it is small. */
  holdFixed(bytes: number, offset: number): void {
    if (bytes > UNCHARGED_BYTES) this.stack.emit(`hold(x,${bytes},${this.place(offset)});`);
  }

  /** Charges for a copy: for going over the value, and for the memory of another one. */
  chargeForCopy(type: RuntimeType, value: string, offset: number): void {
    this.chargeForValue(type, value, this.prices.copiedByte, offset);
    if (holdsVectors(type)) this.stack.emit(`hold(x,${this.use(operationsOf(type))}.memory(${value}),${this.place(offset)});`);
    else this.holdFixed(heldBytes(type), offset);
  }

  /** Whether the instruction gives its one operand to a native that only reads it: the operand need not be a copy then. */
  onlyReads(offset: number): boolean {
    const instruction = this.#instructions[offset];
    if (instruction?.op !== "Call") return false;
    const { called } = this.called(instruction);
    return called.isNative && called.parameterTokens.length === 1 && READING_NATIVES.has(`${called.address}::${called.module}`);
  }

  /** Charges for going over a whole value: with the block if all values of the type are of one size, else by its size. */
  chargeForValue(type: RuntimeType, value: string, gasPerByte: number, offset: number): void {
    const size = isEncodable(type) ? fixedSize(type) : NOT_ENCODABLE_SIZE;
    if (size === undefined) {
      const cost = `${this.use(operationsOf(type))}.size(${value})*${gasPerByte}`;
      this.stack.emit(`if((${this.gas}-=${cost})<0)outOfGas(${this.place(offset)});`);
    } else this.blockGas += fixedValueCost(this.prices, size);
  }

  /** A value that would nest deeper than values may is not made: whoever gets there is told. */
  refuseTooDeep(type: RuntimeType, offset: number): void {
    if (!nestsWithin(MAX_VALUE_DEPTH, type, (each) => this.types.declarationOf(each)))
      this.stack.emit(`valueDepthFault(${this.place(offset)});`);
  }

  /** More types than may be made at one place are not made: whoever gets there is told. */
  refuseTooManyNames(names: number, offset: number): void {
    if (names > TYPE_NAMES_AT_ONCE) this.stack.emit(`typeNamesFault(${this.place(offset)});`);
  }

  /** The names of the function's own type arguments. */
  ownNames(): number {
    return namesOfAll(this.types, this.typeArguments);
  }

  /** The type arguments, as code has them, of an instance of a struct or enum. */
  writtenArguments(op: "PackGeneric" | "PackVariantGeneric", index: number): readonly TypeToken[] {
    const { enumInstantiations, signatures, structInstantiations, variantInstantiations } = this.module.compiled;
    const instantiation =
      op === "PackGeneric" ? item(structInstantiations, index) : item(enumInstantiations, item(variantInstantiations, index).enum);
    return item(signatures, instantiation.typeArguments);
  }

  private declared(handle: number): DeclaredDatatype {
    return item(this.module.datatypeOfHandle, handle);
  }
}

/** The item at an index that was checked when the module was read. */
export function item<Item>(items: readonly Item[], index: number): Item {
  const found = items[index];
  if (found === undefined) throw new Error(`index ${index} is out of bounds`);
  return found;
}

/** What is made, or the limit on types that is in the way. */
function withinLimits<Made>(make: () => Made): Made | ExecutionError {
  try {
    return make();
  } catch (error) {
    if (error instanceof ExecutionError) return error;
    throw error;
  }
}

function jumpsBack({ op, index }: Instruction, offset: number): boolean {
  return (op === "Branch" || op === "BrTrue" || op === "BrFalse") && index <= offset;
}
