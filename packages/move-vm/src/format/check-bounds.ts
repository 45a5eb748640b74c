import type { CodeUnit, CompiledModule, Instruction, Signature, TypeToken } from "./compiled-module.ts";
import { ModuleFormatError } from "./module-format-error.ts";
import { opcodeBytesOf } from "./opcode-bytes.ts";
import { OPCODES, type OperandForm, tableByByte } from "./opcodes.ts";

/**
 * Checks that every index of a module names an entry of its table. Throws `ModuleFormatError`. `isAsRead` says that the module
 * comes from `decodeModule` and nobody can have changed it since.
 */
export function checkBounds(module: CompiledModule, isAsRead: boolean): void {
  const check = boundsOf(module);
  check("module handle", module.selfModule, module.moduleHandles.length);
  for (const handle of [...module.moduleHandles, ...module.friends]) {
    check("address", handle.address, module.addresses.length);
    check("identifier", handle.name, module.identifiers.length);
  }
  for (const handle of module.datatypeHandles) {
    check("module handle", handle.module, module.moduleHandles.length);
    check("identifier", handle.name, module.identifiers.length);
  }
  for (const handle of module.functionHandles) {
    check("module handle", handle.module, module.moduleHandles.length);
    check("identifier", handle.name, module.identifiers.length);
    check("signature", handle.parameters, module.signatures.length);
    check("signature", handle.results, module.signatures.length);
  }
  const instantiations = [
    [module.functionInstantiations, module.functionHandles],
    [module.structInstantiations, module.structDefinitions],
    [module.fieldInstantiations, module.fieldHandles],
    [module.enumInstantiations, module.enumDefinitions],
  ] as const;
  for (const [table, generics] of instantiations) {
    for (const entry of table) {
      check("generic", entry.generic, generics.length);
      check("signature", entry.typeArguments, module.signatures.length);
    }
  }
  checkMembers(module, check);
  for (const signature of module.signatures) checkTokens(module, signature, check);
  for (const constant of module.constants) checkTokens(module, [constant.type], check);
  for (const definition of module.functionDefinitions) {
    check("function handle", definition.handle, module.functionHandles.length);
    if (definition.code !== undefined)
      checkCode(module, definition.handle, definition.code, opcodeBytesOf(definition.code, isAsRead), check);
  }
}

type Check = (what: string, index: number, length: number) => void;

function boundsOf(module: CompiledModule): Check {
  return (what, index, length) => {
    // Whole numbers from 0 only: decoded modules have no others, hand-made ones may.
    if (!(index >= 0 && index < length && Number.isInteger(index))) {
      const name = module.identifiers[module.moduleHandles[module.selfModule]?.name ?? -1] ?? "?";
      throw new ModuleFormatError("index_out_of_bounds", 0, `Module ${name} refers to ${what} ${index} of ${length}.`);
    }
  };
}

function checkMembers(module: CompiledModule, check: Check): void {
  for (const definition of module.structDefinitions) {
    check("datatype handle", definition.handle, module.datatypeHandles.length);
    for (const field of definition.fields ?? []) {
      check("identifier", field.name, module.identifiers.length);
      checkTokens(module, [field.type], check);
    }
  }
  for (const definition of module.enumDefinitions) {
    check("datatype handle", definition.handle, module.datatypeHandles.length);
    for (const variant of definition.variants) {
      check("identifier", variant.name, module.identifiers.length);
      for (const field of variant.fields) {
        check("identifier", field.name, module.identifiers.length);
        checkTokens(module, [field.type], check);
      }
    }
  }
  for (const handle of module.fieldHandles) {
    check("struct", handle.struct, module.structDefinitions.length);
    check("field", handle.field, module.structDefinitions[handle.struct]?.fields?.length ?? 0);
  }
  for (const handle of module.variantHandles) {
    check("enum", handle.enum, module.enumDefinitions.length);
    check("variant", handle.variant, module.enumDefinitions[handle.enum]?.variants.length ?? 0);
  }
  for (const handle of module.variantInstantiations) {
    check("enum instantiation", handle.enum, module.enumInstantiations.length);
    const definition = module.enumDefinitions[module.enumInstantiations[handle.enum]?.generic ?? -1];
    check("variant", handle.variant, definition?.variants.length ?? 0);
  }
}

function checkTokens(module: CompiledModule, tokens: Signature, check: Check): void {
  for (let index = 0; index < tokens.length; index += 1) checkToken(module, tokens[index], check);
}

function checkToken(module: CompiledModule, root: TypeToken | undefined, check: Check): void {
  let pending: TypeToken[] | undefined;
  for (let token = root; token !== undefined; ) {
    if (token.kind === "vector") token = token.element;
    else if (token.kind === "reference" || token.kind === "mutable-reference") token = token.target;
    else if (token.kind === "datatype") {
      const { handle, typeArguments } = token;
      check("datatype handle", handle, module.datatypeHandles.length);
      if (typeArguments.length > 1) (pending ??= []).push(...typeArguments.slice(1));
      token = typeArguments[0] ?? pending?.pop();
    } else token = pending?.pop();
  }
}

/** Tables that instructions name entries of, in the order in which `checkCode` lists their lengths. */
const TABLES: readonly OperandForm[] = [
  "offset",
  "local",
  "constant",
  "function",
  "function-instantiation",
  "field",
  "field-instantiation",
  "struct",
  "struct-instantiation",
  "variant",
  "variant-instantiation",
  "jump-table",
  "signature",
  "signature-and-count",
];
/** Which of `TABLES` the instruction of a byte names an entry of; -1 for none. */
const TABLE_OF = tableByByte((opcode) => TABLES.indexOf(OPCODES[opcode][1]), -1);

function checkCode(module: CompiledModule, handle: number, code: CodeUnit, opcodes: Uint8Array, check: Check): void {
  check("signature", code.locals, module.signatures.length);
  const parameters = module.signatures[module.functionHandles[handle]?.parameters ?? -1]?.length ?? 0;
  const locals = parameters + (module.signatures[code.locals]?.length ?? 0);
  const { instructions } = code;
  const lengths = [
    instructions.length,
    locals,
    module.constants.length,
    module.functionHandles.length,
    module.functionInstantiations.length,
    module.fieldHandles.length,
    module.fieldInstantiations.length,
    module.structDefinitions.length,
    module.structInstantiations.length,
    module.variantHandles.length,
    module.variantInstantiations.length,
    code.jumpTables.length,
    module.signatures.length,
    module.signatures.length,
  ];
  const last: Instruction | undefined = instructions.at(-1);
  const ends = last !== undefined && (last.op === "Ret" || last.op === "Abort" || last.op === "Branch" || last.op === "VariantSwitch");
  check(ends ? "instruction" : "instruction after the last", ends ? 0 : instructions.length, instructions.length);
  for (let offset = 0; offset < instructions.length; offset += 1) {
    const table = TABLE_OF[opcodes[offset] ?? 0] ?? -1;
    if (table < 0) continue;
    const index = instructions[offset]?.index ?? Number.NaN;
    const length = lengths[table] ?? 0;
    // What is sound is not worth a call: there are as many as instructions.
    if (index !== (index | 0) || index < 0 || index >= length) check(TABLES[table] ?? "", index, length);
  }
  for (const table of code.jumpTables) {
    check("enum", table.enum, module.enumDefinitions.length);
    for (const target of table.targets) check("offset", target, instructions.length);
  }
}
