import type { Signature } from "../format/compiled-module.ts";
import { missing, type ModuleScope } from "./module-scope.ts";
import { stronglyConnected } from "./strongly-connected.ts";
import { walkType } from "./walk-types.ts";

/** Type parameters of a function are numbered function * this + parameter. */
const PARAMETERS_MAX = 256;

/** Units of a node of the types a function is called with: paid for every call, however often the same types are looked at. */
const NODE_COST = 3;

/** The type parameters that type arguments are made of, each with the argument it is in and whether it is all of it; and how many nodes they have. */
interface PartsOfSignature {
  readonly parameters: readonly { readonly parameter: number; readonly position: number; readonly isAll: boolean }[];
  readonly nodes: number;
}

/**
 * Pass 10. No chain of calls between the module's functions hands a type parameter back to itself inside a larger type: the
 * instances of its functions that one instance can reach are finitely many.
 *
 * Nodes are type parameters of functions; an edge runs from the caller's to the callee's that it is part of, and grows if
 * it is not all of it. A loop with a growing edge is refused. Modules do not call each other in circles.
 */
export function checkInstantiationLoops(scope: ModuleScope): void {
  const { compiled } = scope;
  if (compiled.functionInstantiations.length === 0) return;
  const functionOfHandle = new Map(compiled.functionDefinitions.map(({ handle }, index) => [handle, index]));
  const edges = new Map<number, Map<number, boolean>>();
  const known = new Map<number, PartsOfSignature>();
  for (const [caller, definition] of compiled.functionDefinitions.entries()) {
    const { code } = definition;
    if (code === undefined) continue;
    scope.charge(code.instructions.length);
    // The edges from each of the caller's type parameters.
    const own: (Map<number, boolean> | undefined)[] = [];
    const naming = scope.naming(code);
    for (let each = 0; each < naming.length; each += 1) {
      const { op, index } = code.instructions[naming[each] ?? missing()] ?? missing();
      if (op !== "CallGeneric") continue;
      const { generic, typeArguments } = compiled.functionInstantiations[index] ?? missing();
      const callee = functionOfHandle.get(generic);
      if (callee === undefined) continue;
      let parts = known.get(typeArguments);
      if (parts === undefined) {
        parts = partsOf(scope, scope.signature(typeArguments));
        known.set(typeArguments, parts);
      } else scope.charge(NODE_COST * parts.nodes);
      for (const { parameter, position, isAll } of parts.parameters) {
        const to = callee * PARAMETERS_MAX + position;
        let targets = own[parameter];
        if (targets === undefined) {
          targets = new Map();
          own[parameter] = targets;
          edges.set(caller * PARAMETERS_MAX + parameter, targets);
        }
        if (!isAll || !targets.has(to)) targets.set(to, !isAll);
      }
    }
  }
  const component = stronglyConnected(edges, () => scope.charge(1));
  for (const [from, targets] of edges) {
    for (const [to, grows] of targets) {
      if (!grows || component(from) !== component(to)) continue;
      const definition = compiled.functionDefinitions[Math.floor(from / PARAMETERS_MAX)] ?? missing();
      scope.enterFunction(definition);
      scope.fail("instantiation_loop", `${scope.functionName(definition)} calls itself, in the end, with ever larger type arguments`);
    }
  }
}

function partsOf(scope: ModuleScope, typeArguments: Signature): PartsOfSignature {
  const parameters: { parameter: number; position: number; isAll: boolean }[] = [];
  let nodes = 0;
  for (const [position, type] of typeArguments.entries()) {
    walkType(type, (token) => {
      scope.charge(NODE_COST);
      nodes += 1;
      if (token.kind === "type-parameter") parameters.push({ parameter: token.index, position, isAll: token === type });
    });
  }
  return { parameters, nodes };
}
