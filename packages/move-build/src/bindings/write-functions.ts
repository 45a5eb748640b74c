import type { TypeToken } from "@sycee/move-vm";
import type { BindingTypes } from "./binding-types.ts";
import { at, functionsOf, type PackageScope, printedName, type ScopedFunction, type ScopedModule } from "./package-scope.ts";
import { bindingName, camelCase, docComment } from "./typescript-names.ts";

/** The object with a module's calls; nothing if no transaction can call any of its functions. */
export function writeModuleCalls(scope: PackageScope, types: BindingTypes, module: ScopedModule): string[] {
  const callable = functionsOf(module).filter((declared) => isCallable(scope, module, declared));
  if (callable.length === 0) return [];
  const functions = callable.flatMap((declared, index) => [...(index === 0 ? [] : [""]), ...writeFunction(scope, types, module, declared)]);
  return [
    ...docComment(module.source?.doc, ""),
    `export const ${bindingName(camelCase(module.name))} = {`,
    ...functions,
    "} as const;",
    "",
  ];
}

interface Parameter {
  /** In the type of the object of values. */
  readonly field: string;
  readonly isOptional: boolean;
  readonly doc: string | undefined;
  readonly expression: string;
}

function writeFunction(scope: PackageScope, types: BindingTypes, module: ScopedModule, declared: ScopedFunction): string[] {
  const parameters = readParameters(scope, types, module, declared);
  const isGeneric = declared.typeParameters > 0;
  const fields = parameters.flatMap(({ field, doc }) => [...docComment(doc, "    "), `    readonly ${field};`]);
  if (isGeneric) fields.unshift("    readonly typeArguments: readonly TypeTag[];");
  const isOptional = !isGeneric && parameters.every((parameter) => parameter.isOptional);
  const name = camelCase(declared.name);
  const head =
    fields.length === 0 ? [`  ${name}(): Call {`] : [`  ${name}(values: {`, ...fields, `  }${isOptional ? " = {}" : ""}): Call {`];
  return [
    ...docComment(declared.source?.doc, "  "),
    ...head,
    "    return {",
    "      address: PACKAGE,",
    `      module: "${module.name}",`,
    `      function: "${declared.name}",`,
    `      typeArguments: ${isGeneric ? "values.typeArguments" : "[]"},`,
    `      arguments: [${parameters.map(({ expression }) => expression).join(", ")}],`,
    "    };",
    "  },",
  ];
}

function readParameters(scope: PackageScope, types: BindingTypes, module: ScopedModule, declared: ScopedFunction): Parameter[] {
  let signers = 0;
  return declared.parameters.flatMap((token, index): Parameter[] => {
    if (isLedger(scope, module, token)) return [];
    const name = camelCase(declared.source?.parameters[index]?.replace(/^_+/, "") ?? "") || `argument${index}`;
    const target = isReference(token) ? token.target : token;
    if (target.kind === "signer") {
      const expression = `${types.use("signer")}(values.${name} ?? ${signers})`;
      const doc = `Its position among the transaction's signers: ${signers++} if absent.`;
      return [{ field: `${name}?: number`, isOptional: true, doc, expression }];
    }
    const literal = types.literal(module, target);
    if (literal === undefined) {
      const doc = `A result of an earlier call: \`${printToken(scope, module, token)}\`.`;
      return [{ field: `${name}: CallArgument`, isOptional: false, doc, expression: `values.${name}` }];
    }
    const field = `${name}: Argument<${literal.typescript}>`;
    return [{ field, isOptional: false, doc: undefined, expression: `${types.use("argument")}(${literal.codec}, values.${name})` }];
  });
}

/** As the executor sees it: entry or public, no reference among the results, the ledger by reference. */
function isCallable(scope: PackageScope, module: ScopedModule, declared: ScopedFunction): boolean {
  if (!declared.isCallable || declared.results.some(isReference)) return false;
  const mutableSigner = declared.parameters.some((token) => token.kind === "mutable-reference" && token.target.kind === "signer");
  return !mutableSigner && declared.parameters.every((token) => isReference(token) || !isLedger(scope, module, token));
}

function isReference(token: TypeToken): token is Extract<TypeToken, { readonly target: TypeToken }> {
  return token.kind === "reference" || token.kind === "mutable-reference";
}

function isLedger(scope: PackageScope, module: ScopedModule, token: TypeToken): boolean {
  const target = isReference(token) ? token.target : token;
  return target.kind === "datatype" && printedName(scope.datatype(module, target.handle)) === "0x1::ledger::Ledger";
}

function printToken(scope: PackageScope, module: ScopedModule, token: TypeToken): string {
  switch (token.kind) {
    case "vector":
      return `vector<${printToken(scope, module, token.element)}>`;
    case "reference":
      return `&${printToken(scope, module, token.target)}`;
    case "mutable-reference":
      return `&mut ${printToken(scope, module, token.target)}`;
    case "type-parameter":
      return `T${token.index}`;
    case "datatype": {
      const inner = token.typeArguments.map((_, index) => printToken(scope, module, at(token.typeArguments, index)));
      const name = printedName(scope.datatype(module, token.handle));
      return inner.length === 0 ? name : `${name}<${inner.join(", ")}>`;
    }
    default:
      return token.kind;
  }
}
