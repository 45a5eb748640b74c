import { missing, type ModuleScope } from "./module-scope.ts";
import { stronglyConnected } from "./strongly-connected.ts";
import { walkType } from "./walk-types.ts";

/** Type parameters of a function are numbered function * this + parameter. */
const PARAMETERS_MAX = 256;

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
      for (const [position, type] of scope.signature(typeArguments).entries()) {
        const to = callee * PARAMETERS_MAX + position;
        walkType(type, (token) => {
          scope.charge(3);
          if (token.kind !== "type-parameter") return;
          let targets = own[token.index];
          if (targets === undefined) {
            targets = new Map();
            own[token.index] = targets;
            edges.set(caller * PARAMETERS_MAX + token.index, targets);
          }
          const grows = token !== type;
          if (!targets.has(to) || grows) targets.set(to, grows);
        });
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
