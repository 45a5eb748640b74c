import type { FieldDefinition, TypeToken } from "../format/compiled-module.ts";
import { latin1Text } from "../format/latin1-text.ts";
import { missing, type ModuleScope } from "./module-scope.ts";
import { nodesOf } from "./walk-types.ts";

/**
 * Pass 3. No table has an entry twice, so that an index is a name; every definition belongs to this module, every handle
 * of this module has exactly one definition, and no struct is without fields, no enum without variants.
 */
export function checkDuplicates(scope: ModuleScope): void {
  const { compiled } = scope;
  const unique = (what: string, keys: readonly (string | number)[]) => checkUnique(scope, what, keys);
  const pair = (left: number, right: number) => left * 0x1_0000 + right;
  unique("identifier", compiled.identifiers);
  unique("address", compiled.addresses);
  unique(
    "constant",
    compiled.constants.map(({ type, data }) => {
      scope.charge(data.length);
      return `${printTypes(1, nodesOf([type], scope))} ${latin1Text(data)}`;
    }),
  );
  unique(
    "signature",
    compiled.signatures.map((signature, index) => {
      const nodes = scope.nodes(index);
      scope.charge(nodes.length);
      return printTypes(signature.length, nodes);
    }),
  );
  for (const handles of [compiled.moduleHandles, compiled.friends]) {
    unique(
      "module handle",
      handles.map(({ address, name }) => pair(address, name)),
    );
  }
  for (const handles of [compiled.datatypeHandles, compiled.functionHandles]) {
    unique(
      "handle",
      handles.map(({ module, name }) => pair(module, name)),
    );
  }
  const { functionInstantiations, structInstantiations, fieldInstantiations, enumInstantiations } = compiled;
  for (const instantiations of [functionInstantiations, structInstantiations, fieldInstantiations, enumInstantiations]) {
    unique(
      "instantiation",
      instantiations.map(({ generic, typeArguments }) => pair(generic, typeArguments)),
    );
  }
  unique(
    "field handle",
    compiled.fieldHandles.map(({ struct, field }) => pair(struct, field)),
  );
  for (const handles of [compiled.variantHandles, compiled.variantInstantiations]) {
    unique(
      "variant handle",
      handles.map((handle) => pair(handle.enum, handle.variant)),
    );
  }
  checkTypeDefinitions(scope);
  checkFunctionDefinitions(scope);
}

function checkTypeDefinitions(scope: ModuleScope): void {
  const { compiled } = scope;
  const defined = [...compiled.structDefinitions, ...compiled.enumDefinitions].map(({ handle }) => handle);
  checkUnique(scope, "definition of a type", defined);
  checkDefined(scope, "type", compiled.datatypeHandles, defined);
  const names = (fields: readonly FieldDefinition[]) => fields.map(({ name }) => name);
  for (const { fields } of compiled.structDefinitions) {
    if (fields?.length === 0) scope.fail("empty_type", "a struct has no fields");
    checkUnique(scope, "field", names(fields ?? []));
  }
  for (const { variants } of compiled.enumDefinitions) {
    if (variants.length === 0) scope.fail("empty_type", "an enum has no variants");
    checkUnique(
      scope,
      "variant",
      variants.map(({ name }) => name),
    );
    for (const { fields } of variants) checkUnique(scope, "field", names(fields));
  }
}

function checkFunctionDefinitions(scope: ModuleScope): void {
  const { compiled } = scope;
  const defined = compiled.functionDefinitions.map(({ handle }) => handle);
  checkUnique(scope, "definition of a function", defined);
  checkDefined(scope, "function", compiled.functionHandles, defined);
}

/** The handles of this module are those defined. */
function checkDefined(scope: ModuleScope, what: string, handles: readonly { readonly module: number }[], defined: readonly number[]): void {
  const self = scope.compiled.selfModule;
  for (const handle of defined) {
    if (handles[handle]?.module !== self) scope.fail("foreign_definition", `a ${what} of another module is defined`);
  }
  const implemented = new Set(defined);
  for (let index = 0; index < handles.length; index += 1) {
    if (handles[index]?.module === self && !implemented.has(index)) {
      scope.fail("missing_definition", `a ${what} of this module is not defined`);
    }
  }
}

function checkUnique(scope: ModuleScope, what: string, keys: readonly (string | number)[]): void {
  scope.charge(keys.length);
  if (keys.length > 1 && new Set(keys).size !== keys.length) scope.fail("duplicate_entry", `a ${what} is there twice`);
}

/** A text that no other types have: of so many types, which have these nodes. */
function printTypes(count: number, nodes: readonly TypeToken[]): string {
  let text = `${count}`;
  for (let index = 0; index < nodes.length; index += 1) {
    const token = nodes[index] ?? missing();
    text += ` ${token.kind}`;
    if (token.kind === "type-parameter") text += token.index;
    else if (token.kind === "datatype") text += `${token.handle}:${token.typeArguments.length}`;
  }
  return text;
}
