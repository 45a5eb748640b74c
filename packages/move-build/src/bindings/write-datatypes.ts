import type { FieldDefinition } from "@sycee/move-vm";
import { type BindingTypes, typeParameterNames } from "./binding-types.ts";
import { at, emittedTypes, type PackageScope, printedName, type ScopedDatatype, type ScopedModule } from "./package-scope.ts";
import { camelCase, docComment, pascalCase } from "./typescript-names.ts";

/** Interfaces and codecs of every datatype that `types` keeps, in its order. */
export function writeDatatypes(types: BindingTypes): string[] {
  return [...types.datatypes].flatMap(([datatype, name]) =>
    datatype.shape.kind === "struct" ? writeStruct(types, datatype, name) : writeEnum(types, datatype, name),
  );
}

interface WrittenField {
  readonly name: string;
  readonly doc: string | undefined;
  readonly typescript: string;
  readonly codec: string;
}

function writeStruct(types: BindingTypes, datatype: ScopedDatatype, name: string): string[] {
  const { shape } = datatype;
  if (shape.kind !== "struct") throw new Error(`${name} is not a struct`);
  const fields = writeFields(types, datatype, shape.fields);
  const codec = `${types.use("struct")}("${printedName(datatype)}", {${fields.map((field) => ` ${field.name}: ${field.codec}`).join(",")} })`;
  return [
    ...docComment(datatype.source?.doc, ""),
    `export interface ${name}${genericsOf(datatype)} {`,
    ...fields.flatMap((field) => [...docComment(field.doc, "  "), `  readonly ${field.name}: ${field.typescript};`]),
    "}",
    "",
    ...writeCodec(types, datatype, name, codec),
  ];
}

function writeEnum(types: BindingTypes, datatype: ScopedDatatype, name: string): string[] {
  const { shape } = datatype;
  if (shape.kind !== "enum") throw new Error(`${name} is not an enum`);
  const variants = shape.variants.map((variant) => ({ name: variant.name, fields: writeFields(types, datatype, variant.fields) }));
  const lines = variants.map(({ name: variant, fields }) => {
    const printed = fields.map((field) => `readonly ${field.name}: ${field.typescript}`).join("; ");
    return `  | MoveVariant<"${variant}", {${printed === "" ? "" : ` ${printed} `}}>`;
  });
  const codecs = variants.map(
    ({ name: variant, fields }) => `${variant}: {${fields.map((field) => ` ${field.name}: ${field.codec}`).join(",")} }`,
  );
  types.use("MoveVariant");
  return [
    ...docComment(datatype.source?.doc, ""),
    `export type ${name}${genericsOf(datatype)} =`,
    ...lines.slice(0, -1),
    `${lines.at(-1)};`,
    "",
    ...writeCodec(types, datatype, name, `${types.use("enumeration")}("${printedName(datatype)}", { ${codecs.join(", ")} })`),
  ];
}

function writeCodec(types: BindingTypes, datatype: ScopedDatatype, name: string, codec: string): string[] {
  const type = `${types.use("MoveType")}<${name}${genericsOf(datatype)}>`;
  const doc = `/** \`${printedName(datatype)}\` in BCS. */`;
  const codecName = `${camelCase(name)}Type`;
  const parameters = usedTypeParameters(datatype);
  if (parameters.length === 0) return [doc, `export const ${codecName}: ${type} = ${codec};`, ""];
  const values = parameters.map((parameter) => `${camelCase(parameter)}: ${types.use("MoveType")}<${parameter}>`);
  return [doc, `export function ${codecName}${genericsOf(datatype)}(${values.join(", ")}): ${type} {`, `  return ${codec};`, "}", ""];
}

function writeFields(types: BindingTypes, datatype: ScopedDatatype, fields: readonly FieldDefinition[]): WrittenField[] {
  const { module, source } = datatype;
  return fields.map((field) => {
    const name = at(module.compiled.identifiers, field.name);
    const type = types.stored(module, field.type, typeParameterNames(datatype));
    if (type === undefined) throw new Error(`the field ${name} of ${printedName(datatype)} has no type in TypeScript`);
    return { name: camelCase(name), doc: source?.memberDocs.get(name), ...type };
  });
}

function usedTypeParameters(datatype: ScopedDatatype): string[] {
  return typeParameterNames(datatype).filter((_, index) => datatype.typeParameters[index] === false);
}

function genericsOf(datatype: ScopedDatatype): string {
  const used = usedTypeParameters(datatype);
  return used.length === 0 ? "" : `<${used.join(", ")}>`;
}

/** Datatypes that a module's functions emit as events and that have no type parameters. */
export function eventsOf(scope: PackageScope, types: BindingTypes, module: ScopedModule): readonly ScopedDatatype[] {
  return [...emittedTypes(module)]
    .map((handle) => scope.datatype(module, handle))
    .filter((datatype) => datatype.typeParameters.length === 0 && types.declare(datatype));
}

/** The union of a package's events and the function that reads one; nothing for a package without events. */
export function writeEvents(types: BindingTypes, packageName: string, events: readonly ScopedDatatype[]): string[] {
  if (events.length === 0) return [];
  const union = `${pascalCase(packageName)}Event`;
  const entries = events.map((event) => ({ type: printedName(event), name: types.nameOf(event) }));
  types.use("decode");
  return [
    `/** An event of the package ${packageName}. */`,
    `export type ${union} =`,
    ...entries.map(({ type, name }, index) => {
      const end = index === entries.length - 1 ? ";" : "";
      return `  | { readonly type: "${type}"; readonly fields: ${name} }${end}`;
    }),
    "",
    `/** The event of a receipt's \`type\` and BCS \`data\`; \`undefined\` if it is none of this package. Throws \`BcsError\`. */`,
    `export function read${union}(type: string, data: Uint8Array): ${union} | undefined {`,
    "  switch (type) {",
    ...entries.flatMap(({ type, name }) => [`    case "${type}":`, `      return { type, fields: decode(${camelCase(name)}Type, data) };`]),
    "    default:",
    "      return undefined;",
    "  }",
    "}",
    "",
  ];
}
