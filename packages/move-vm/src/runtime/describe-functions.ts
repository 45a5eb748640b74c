import type { LinkedModule } from "./linked-module.ts";
import type { LinkedFunction, SignatureToken } from "./module-linker.ts";
import { shortAddress } from "./type-registry.ts";
import type { FunctionDescription, ModuleDescription } from "./virtual-machine.ts";

/** What the outside may know of a function. */
export function describeFunction(linked: LinkedFunction): FunctionDescription {
  return {
    name: linked.name,
    visibility: linked.visibility,
    isEntry: linked.isEntry,
    typeParameters: linked.typeParameters,
    parameters: linked.parameters.map(printToken),
    results: linked.results.map(printToken),
  };
}

/** What the outside may know of modules. */
export function describeModules(modules: readonly LinkedModule[]): readonly ModuleDescription[] {
  return modules.map((module) => ({
    address: `0x${module.address.slice(2)}`,
    name: module.name,
    functions: [...module.functions.values()].map(describeFunction),
  }));
}

function printToken(token: SignatureToken): string {
  switch (token.kind) {
    case "vector":
      return `vector<${printToken(token.element)}>`;
    case "reference":
      return `&${printToken(token.target)}`;
    case "mutable-reference":
      return `&mut ${printToken(token.target)}`;
    case "type-parameter":
      return `T${token.index}`;
    case "datatype": {
      const name = `${shortAddress(token.address)}::${token.module}::${token.name}`;
      return token.typeArguments.length === 0 ? name : `${name}<${token.typeArguments.map(printToken).join(", ")}>`;
    }
    default:
      return token.kind;
  }
}
