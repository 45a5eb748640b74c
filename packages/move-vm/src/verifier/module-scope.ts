import type { CodeUnit, CompiledModule, FunctionDefinition, FunctionHandle, Signature, TypeToken } from "../format/compiled-module.ts";
import { opcodeBytesOf } from "../format/opcode-bytes.ts";
import { OPCODES, type OperandForm, tableByByte } from "../format/opcodes.ts";
import { TypePool } from "./type-pool.ts";
import { VerificationError, type VerificationFault } from "./verification-error.ts";
import type { Payer, VerificationMeter } from "./verification-meter.ts";
import { nodesOf } from "./walk-types.ts";

const NAMING_FORMS: ReadonlySet<OperandForm> = new Set<OperandForm>([
  "function",
  "function-instantiation",
  "field",
  "field-instantiation",
  "struct",
  "struct-instantiation",
  "variant",
  "variant-instantiation",
  "signature",
  "signature-and-count",
]);
/** Whether the instruction of a byte names something. */
const IS_NAMING = tableByByte((opcode) => NAMING_FORMS.has(OPCODES[opcode][1]), false);

/**
 * A module under verification: what the passes share. Errors raised through it carry its place. Its fields are private by
 * type alone: an engine that has not compiled this yet looks a `#` field up as it would any key.
 */
export class ModuleScope implements Payer {
  readonly compiled: CompiledModule;
  readonly types: TypePool;
  /** `0x…::name`. */
  readonly name: string;
  /** Whether `decodeModule` has just made the module, so that nobody can have changed what it has checked. */
  readonly isDecoded: boolean;
  readonly meter: VerificationMeter;
  /** Memory for the operands of one function after another: a list that is cut short would give its own back, and ask for it again. */
  readonly operands: number[] = [];
  private readonly opcodesOf = new Map<CodeUnit, Uint8Array>();
  private readonly namingOf = new Map<CodeUnit, readonly number[]>();
  private readonly nodesOfSignatures: (readonly TypeToken[])[] = [];
  private function: FunctionDefinition | undefined;

  constructor(compiled: CompiledModule, meter: VerificationMeter, isDecoded = false) {
    this.compiled = compiled;
    this.isDecoded = isDecoded;
    this.meter = meter;
    this.name = printModule(compiled, compiled.selfModule);
    this.types = new TypePool(compiled, this);
  }

  /** Pays for work; throws `too_complex` when the meter is exhausted. */
  charge(units: number): void {
    const { meter } = this;
    const left = meter.left - units;
    meter.left = left;
    if (left < meter.floor) this.fail("too_complex", "verifying this takes more steps than are allowed");
  }

  /** Throws `too_complex` unless so many units are left; takes none. */
  afford(units: number): void {
    if (this.meter.left - units < this.meter.floor) this.charge(units);
  }

  /** Names the function that faults from here on are in; `undefined` for none. */
  enterFunction(definition: FunctionDefinition | undefined): void {
    this.function = definition;
  }

  functionName(definition: FunctionDefinition): string {
    return this.compiled.identifiers[this.compiled.functionHandles[definition.handle]?.name ?? -1] ?? "?";
  }

  fail(fault: VerificationFault, detail: string, offset?: number): never {
    const place = { module: this.name, function: this.function && this.functionName(this.function), offset };
    throw new VerificationError(fault, place, detail);
  }

  /** The entry of a table whose index the bounds pass has checked. */
  at<Item>(table: readonly Item[], index: number): Item {
    return table[index] ?? missing();
  }

  signature(index: number): Signature {
    return this.compiled.signatures[index] ?? missing();
  }

  /** Every node of the types of a signature, by its index, each before what it is made of. The first to ask pays for the walk, and sees each. */
  nodes(signature: number, visit?: (token: TypeToken) => void): readonly TypeToken[] {
    let nodes = this.nodesOfSignatures[signature];
    if (nodes === undefined) {
      nodes = nodesOf(this.signature(signature), this, visit);
      this.nodesOfSignatures[signature] = nodes;
    }
    return nodes;
  }

  /** The byte of each instruction, by which tables are found faster than by name. */
  opcodes(code: CodeUnit): Uint8Array {
    let opcodes = this.opcodesOf.get(code);
    if (opcodes === undefined) {
      opcodes = opcodeBytesOf(code, this.isDecoded);
      this.opcodesOf.set(code, opcodes);
    }
    return opcodes;
  }

  /** Offsets of the instructions that name a function, field, struct, variant or type: several passes look at no others. */
  naming(code: CodeUnit): readonly number[] {
    const known = this.namingOf.get(code);
    if (known !== undefined) return known;
    const opcodes = this.opcodes(code);
    const offsets: number[] = [];
    for (let offset = 0; offset < opcodes.length; offset += 1) if (IS_NAMING[opcodes[offset] ?? 0] === true) offsets.push(offset);
    this.namingOf.set(code, offsets);
    return offsets;
  }

  /** Functions with code, in order, with their handles. */
  *functionsWithCode(): Iterable<{ definition: FunctionDefinition; handle: FunctionHandle; code: CodeUnit }> {
    for (const definition of this.compiled.functionDefinitions) {
      if (definition.code === undefined) continue;
      this.enterFunction(definition);
      yield { definition, handle: this.at(this.compiled.functionHandles, definition.handle), code: definition.code };
    }
    this.enterFunction(undefined);
  }
}

/** For an entry of a table whose index the bounds pass has checked: it is there. */
export function missing(): never {
  throw new Error("an index is used before it was checked");
}

/** `0x…::name` of a module handle, question marks for what is missing. */
export function printModule(compiled: CompiledModule, index: number): string {
  const handle = compiled.moduleHandles[index];
  return `${compiled.addresses[handle?.address ?? -1] ?? "?"}::${compiled.identifiers[handle?.name ?? -1] ?? "?"}`;
}
