import type { CompiledModule, FieldDefinition, FunctionDefinition, Instruction, TypeToken } from "../format/compiled-module.ts";
import { readCleverCode } from "../format/clever-code.ts";
import { OPCODES, type OperandForm } from "../format/opcodes.ts";

/** Bits of an abort code that are the indices of constants, which other constants move. */
const CONSTANTS = 32n;

/**
 * Prints what a verified module declares so that two declarations print alike if and only if they mean the same, whatever
 * the indices of their tables are.
 */
export class ModulePrinter {
  readonly #module: CompiledModule;

  constructor(module: CompiledModule) {
    this.#module = module;
  }

  /** Every struct and enum by name: kind, abilities, type parameters, fields. */
  datatypes(): ReadonlyMap<string, string> {
    const printed = new Map<string, string>();
    for (const { handle, fields } of this.#module.structDefinitions) {
      printed.set(this.#datatypeName(handle), `struct ${this.#datatypeHead(handle)} {${this.#fields(fields ?? [])}}`);
    }
    for (const { handle, variants } of this.#module.enumDefinitions) {
      const body = variants.map((variant) => `${this.identifier(variant.name)} {${this.#fields(variant.fields)}}`);
      printed.set(this.#datatypeName(handle), `enum ${this.#datatypeHead(handle)} {${body.join("; ")}}`);
    }
    return printed;
  }

  functionName({ handle }: FunctionDefinition): string {
    return this.identifier(found(this.#module.functionHandles, handle).name);
  }

  /** Type parameters, parameters and results. */
  signature({ handle }: FunctionDefinition): string {
    const { typeParameters, parameters, results } = found(this.#module.functionHandles, handle);
    return `<${typeParameters.join(", ")}>(${this.#types(parameters)}): (${this.#types(results)})`;
  }

  /** Visibility, signature, locals and instructions. */
  whole(definition: FunctionDefinition): string {
    const { visibility, isEntry, code } = definition;
    const head = `${visibility}${isEntry ? " entry" : ""} ${this.signature(definition)}`;
    if (code === undefined) return `${head} native`;
    const lines = code.instructions.map((instruction, offset) =>
      instruction.op === "LdU64" && code.instructions[offset + 1]?.op === "Abort"
        ? `LdU64 ${this.#abortCode(instruction.literal)}`
        : `${instruction.op} ${this.#operand(instruction)}`,
    );
    const tables = code.jumpTables.map((table) => `${table.enum} [${table.targets.join(", ")}]`);
    return [head, this.#types(code.locals), ...lines, ...tables].join("\n");
  }

  identifier(index: number): string {
    return found(this.#module.identifiers, index);
  }

  #datatypeHead(handle: number): string {
    const { abilities, typeParameters } = found(this.#module.datatypeHandles, handle);
    const generic = typeParameters.map(({ constraints, isPhantom }) => `${isPhantom ? "phantom " : ""}${constraints}`);
    return `<${generic.join(", ")}> has ${abilities}`;
  }

  #fields(fields: readonly FieldDefinition[]): string {
    return fields.map((field) => `${this.identifier(field.name)}: ${this.#type(field.type)}`).join(", ");
  }

  #types(signature: number): string {
    return found(this.#module.signatures, signature)
      .map((token) => this.#type(token))
      .join(", ");
  }

  #type(token: TypeToken): string {
    switch (token.kind) {
      case "vector":
        return `vector<${this.#type(token.element)}>`;
      case "reference":
        return `&${this.#type(token.target)}`;
      case "mutable-reference":
        return `&mut ${this.#type(token.target)}`;
      case "type-parameter":
        return `T${token.index}`;
      case "datatype": {
        const { module } = found(this.#module.datatypeHandles, token.handle);
        const typeArguments = token.typeArguments.map((argument) => this.#type(argument));
        return `${this.#moduleName(module)}::${this.#datatypeName(token.handle)}<${typeArguments.join(", ")}>`;
      }
      default:
        return token.kind;
    }
  }

  /**
   * The line of an assertion or of an error constant's use moves when anything above it does: it is left out. What else such a
   * code says counts: its error code, if any, and the constant's name and value, whatever their indices.
   */
  #abortCode(literal: bigint): string {
    const code = readCleverCode(literal);
    if (code === undefined) return `${literal}`;
    if (code.name === undefined && code.value === undefined) return `error ${code.rest}`;
    const { constants } = this.#module;
    const name = constants[code.name ?? -1];
    const value = constants[code.value ?? -1];
    if (name === undefined || value === undefined) return `${literal}`;
    return `error ${code.rest >> CONSTANTS} ${hex(name.data)} ${this.#type(value.type)} ${hex(value.data)}`;
  }

  #operand({ op, index, literal }: Instruction): string {
    const form: OperandForm = OPCODES[op][1];
    const module = this.#module;
    switch (form) {
      case "none":
        return "";
      case "offset":
      case "local":
      case "jump-table":
        return `${index}`;
      case "constant": {
        const { type, data } = found(module.constants, index);
        return `${this.#type(type)} ${hex(data)}`;
      }
      case "function":
        return this.#called(index);
      case "function-instantiation": {
        const { generic, typeArguments } = found(module.functionInstantiations, index);
        return `${this.#called(generic)}<${this.#types(typeArguments)}>`;
      }
      case "field":
        return this.#field(index);
      case "field-instantiation": {
        const { generic, typeArguments } = found(module.fieldInstantiations, index);
        return `${this.#field(generic)}<${this.#types(typeArguments)}>`;
      }
      case "struct":
        return this.#struct(index);
      case "struct-instantiation": {
        const { generic, typeArguments } = found(module.structInstantiations, index);
        return `${this.#struct(generic)}<${this.#types(typeArguments)}>`;
      }
      case "variant": {
        const handle = found(module.variantHandles, index);
        return this.#variant(handle.enum, handle.variant);
      }
      case "variant-instantiation": {
        const handle = found(module.variantInstantiations, index);
        const { generic, typeArguments } = found(module.enumInstantiations, handle.enum);
        return `${this.#variant(generic, handle.variant)}<${this.#types(typeArguments)}>`;
      }
      case "signature":
        return this.#types(index);
      case "signature-and-count":
        return `${this.#types(index)} ${literal}`;
      default:
        return `${literal}`;
    }
  }

  #called(index: number): string {
    const handle = found(this.#module.functionHandles, index);
    return `${this.#moduleName(handle.module)}::${this.identifier(handle.name)}`;
  }

  #struct(index: number): string {
    return this.#datatypeName(found(this.#module.structDefinitions, index).handle);
  }

  #field(index: number): string {
    const { struct, field } = found(this.#module.fieldHandles, index);
    return `${this.#struct(struct)} ${field}`;
  }

  #variant(definition: number, variant: number): string {
    return `${this.#datatypeName(found(this.#module.enumDefinitions, definition).handle)} ${variant}`;
  }

  #datatypeName(handle: number): string {
    return this.identifier(found(this.#module.datatypeHandles, handle).name);
  }

  #moduleName(index: number): string {
    const { address, name } = found(this.#module.moduleHandles, index);
    return `${found(this.#module.addresses, address)}::${this.identifier(name)}`;
  }
}

function found<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error(`index ${index} of a verified module is out of bounds`);
  return item;
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
