import type {
  CodeUnit,
  CompiledModule,
  FieldDefinition,
  FunctionDefinition,
  FunctionHandle,
  Instruction,
  ModuleConstant,
  TypeToken,
} from "./compiled-module.ts";
import { OPCODES, type OperandForm } from "./opcodes.ts";

const ABILITY_NAMES = ["copy", "drop", "store", "key"];

/** A module as text: its constants and types, and its functions instruction by instruction, with labels where jumps go and with what operands name. */
export function disassemble(module: CompiledModule): string {
  return new Disassembler(module).text();
}

class Disassembler {
  readonly #module: CompiledModule;

  constructor(module: CompiledModule) {
    this.#module = module;
  }

  text(): string {
    const { version, flavor, friends, structDefinitions, enumDefinitions, functionDefinitions, constants } = this.#module;
    const lines = [`// bytecode version ${version}, flavour ${flavor}`, `module ${this.#moduleName(this.#module.selfModule)} {`];
    for (const friend of friends) lines.push(`  friend ${this.#address(friend.address)}::${this.#identifier(friend.name)};`);
    for (const [index, constant] of constants.entries()) {
      const text = textOf(constant);
      const comment = text === undefined ? "" : ` // ${JSON.stringify(text)}`;
      lines.push(`  const #${index}: ${this.#type(constant.type)} = 0x${hex(constant.data)};${comment}`);
    }
    for (const { handle, fields } of structDefinitions) {
      const body = fields === undefined ? " native" : ` { ${this.#fields(fields)} }`;
      lines.push(`  struct ${this.#datatypeHead(handle)}${body}`);
    }
    for (const { handle, variants } of enumDefinitions) {
      lines.push(`  enum ${this.#datatypeHead(handle)} {`);
      for (const variant of variants) lines.push(`    ${this.#identifier(variant.name)} { ${this.#fields(variant.fields)} },`);
      lines.push("  }");
    }
    for (const definition of functionDefinitions) lines.push(...this.#function(definition));
    return `${[...lines, "}"].join("\n")}\n`;
  }

  #function(definition: FunctionDefinition): string[] {
    const handle = this.#module.functionHandles[definition.handle];
    if (handle === undefined) throw new Error("a checked handle is missing");
    const visibility = definition.visibility === "private" ? "" : `${definition.visibility} `;
    const head = `  ${visibility}${definition.isEntry ? "entry " : ""}${definition.code === undefined ? "native " : ""}fun ${this.#signature(handle)}`;
    const { code } = definition;
    if (code === undefined) return [`${head};`];
    const parameters = this.#module.signatures[handle.parameters]?.length ?? 0;
    const locals = (this.#module.signatures[code.locals] ?? []).map(
      (token, index) => `    local ${parameters + index}: ${this.#type(token)}`,
    );
    const labels = labelsOf(code);
    const jumpTable = (index: number): string => (code.jumpTables[index]?.targets ?? []).map((target) => `L${target}`).join(", ");
    const instructions = code.instructions.flatMap((instruction, offset) => {
      const operand = instruction.op === "VariantSwitch" ? `[${jumpTable(instruction.index)}]` : this.#operand(instruction);
      const line = `    ${`${offset}`.padStart(4)}: ${instruction.op}${operand === "" ? "" : ` ${operand}`}`;
      return labels.has(offset) ? [`   L${offset}:`, line] : [line];
    });
    return [`${head} {`, ...locals, ...instructions, "  }"];
  }

  #signature(handle: FunctionHandle): string {
    const typeParameters = handle.typeParameters.map((asked, index) => `T${index}${constraint(asked)}`);
    const parameters = (this.#module.signatures[handle.parameters] ?? []).map((token, index) => `${index}: ${this.#type(token)}`);
    const results = (this.#module.signatures[handle.results] ?? []).map((token) => this.#type(token));
    const generic = typeParameters.length === 0 ? "" : `<${typeParameters.join(", ")}>`;
    return `${this.#identifier(handle.name)}${generic}(${parameters.join(", ")})${results.length === 0 ? "" : `: (${results.join(", ")})`}`;
  }

  #operand({ op, index, literal }: Instruction): string {
    const form: OperandForm = OPCODES[op][1];
    const module = this.#module;
    switch (form) {
      case "none":
        return "";
      case "offset":
        return `L${index}`;
      case "local":
      case "jump-table":
        return `${index}`;
      case "constant":
        return `#${index}`;
      case "function":
        return this.#functionName(index);
      case "function-instantiation":
        return this.#instantiated(module.functionInstantiations[index], (generic) => this.#functionName(generic));
      case "field":
        return this.#fieldName(index);
      case "field-instantiation":
        return this.#instantiated(module.fieldInstantiations[index], (generic) => this.#fieldName(generic));
      case "struct":
        return this.#structName(index);
      case "struct-instantiation":
        return this.#instantiated(module.structInstantiations[index], (generic) => this.#structName(generic));
      case "variant": {
        const handle = module.variantHandles[index];
        return this.#variantName(handle?.enum, handle?.variant);
      }
      case "variant-instantiation": {
        const handle = module.variantInstantiations[index];
        return this.#instantiated(module.enumInstantiations[handle?.enum ?? -1], (generic) => this.#variantName(generic, handle?.variant));
      }
      case "signature":
        return this.#types(index);
      case "signature-and-count":
        return `${this.#types(index)} ${literal}`;
      default:
        return `${literal}`;
    }
  }

  #instantiated(
    entry: { readonly generic: number; readonly typeArguments: number } | undefined,
    name: (generic: number) => string,
  ): string {
    if (entry === undefined) throw new Error("a checked instantiation is missing");
    return `${name(entry.generic)}${this.#types(entry.typeArguments)}`;
  }

  #types(signature: number): string {
    return `<${(this.#module.signatures[signature] ?? []).map((token) => this.#type(token)).join(", ")}>`;
  }

  #functionName(index: number): string {
    const handle = this.#module.functionHandles[index];
    return `${this.#moduleName(handle?.module)}::${this.#identifier(handle?.name)}`;
  }

  #structName(index: number): string {
    return this.#datatypeName(this.#module.structDefinitions[index]?.handle);
  }

  #fieldName(index: number): string {
    const handle = this.#module.fieldHandles[index];
    const definition = this.#module.structDefinitions[handle?.struct ?? -1];
    return `${this.#datatypeName(definition?.handle)}.${this.#identifier(definition?.fields?.[handle?.field ?? -1]?.name)}`;
  }

  #variantName(definition: number | undefined, variant: number | undefined): string {
    const found = this.#module.enumDefinitions[definition ?? -1];
    return `${this.#datatypeName(found?.handle)}::${this.#identifier(found?.variants[variant ?? -1]?.name)}`;
  }

  #datatypeHead(handle: number): string {
    const found = this.#module.datatypeHandles[handle];
    const parameters = (found?.typeParameters ?? []).map(
      (parameter, index) => `${parameter.isPhantom ? "phantom " : ""}T${index}${constraint(parameter.constraints)}`,
    );
    const generic = parameters.length === 0 ? "" : `<${parameters.join(", ")}>`;
    const abilities = abilityNames(found?.abilities ?? 0);
    return `${this.#identifier(found?.name)}${generic}${abilities.length === 0 ? "" : ` has ${abilities.join(", ")}`}`;
  }

  #fields(fields: readonly FieldDefinition[]): string {
    return fields.map((field) => `${this.#identifier(field.name)}: ${this.#type(field.type)}`).join(", ");
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
        const typeArguments = token.typeArguments.map((argument) => this.#type(argument));
        return `${this.#datatypeName(token.handle)}${typeArguments.length === 0 ? "" : `<${typeArguments.join(", ")}>`}`;
      }
      default:
        return token.kind;
    }
  }

  #datatypeName(handle: number | undefined): string {
    const found = this.#module.datatypeHandles[handle ?? -1];
    const name = this.#identifier(found?.name);
    return found?.module === this.#module.selfModule ? name : `${this.#moduleName(found?.module)}::${name}`;
  }

  #moduleName(handle: number | undefined): string {
    const found = this.#module.moduleHandles[handle ?? -1];
    return `${this.#address(found?.address)}::${this.#identifier(found?.name)}`;
  }

  #address(index: number | undefined): string {
    const address = this.#module.addresses[index ?? -1];
    if (address === undefined) throw new Error("a checked address is missing");
    return `0x${address.slice(2).replace(/^0+(?=.)/, "")}`;
  }

  #identifier(index: number | undefined): string {
    const identifier = this.#module.identifiers[index ?? -1];
    if (identifier === undefined) throw new Error("a checked identifier is missing");
    return identifier;
  }
}

/** Where jumps go. */
function labelsOf(code: CodeUnit): ReadonlySet<number> {
  const jumps = code.instructions.filter(({ op }) => OPCODES[op][1] === "offset").map(({ index }) => index);
  return new Set([...jumps, ...code.jumpTables.flatMap(({ targets }) => targets)]);
}

/** What a constant of bytes says, if it is text that can be printed. */
function textOf({ type, data }: ModuleConstant): string | undefined {
  if (type.kind !== "vector" || type.element.kind !== "u8") return undefined;
  const start = data.findIndex((byte) => byte < 0x80) + 1;
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(data.subarray(start));
    return text === "" || /[\p{C}]/u.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

function constraint(asked: number): string {
  const names = abilityNames(asked);
  return names.length === 0 ? "" : `: ${names.join(" + ")}`;
}

function abilityNames(abilities: number): string[] {
  return ABILITY_NAMES.filter((_, bit) => (abilities & (1 << bit)) !== 0);
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
