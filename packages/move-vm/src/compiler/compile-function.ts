import type { ExecutionContext } from "../runtime/execution-context.ts";
import type { DeclaredFunction } from "../runtime/linked-module.ts";
import type { RuntimeType } from "../runtime/runtime-type.ts";
import type { TypeRegistry } from "../runtime/type-registry.ts";
import { basicBlocks, successorsOf } from "./control-flow-graph.ts";
import { dominatorTree } from "./dominator-tree.ts";
import { EMITTED_LIBRARY } from "./emitted-library.ts";
import type { CodePlace } from "./faults.ts";
import { type CallTargets, FunctionScope } from "./function-scope.ts";
import { type BlockCode, dispatchedCode, structuredCode } from "./structure.ts";
import { translateBlock } from "./translate-block.ts";

export type CompiledFunction = (...values: unknown[]) => unknown;

export interface CompileOptions {
  readonly types: TypeRegistry;
  readonly targets: CallTargets;
  readonly context: ExecutionContext;
  /** Emits a dispatch loop even where structured code is possible. */
  readonly alwaysDispatch?: boolean;
}

/** Slots of a frame besides its variables. */
const FRAME_SLOTS = 8;
const LIBRARY_NAMES = Object.keys(EMITTED_LIBRARY).join(",");

/**
 * Compiles a Move function, for one choice of type arguments, to a JavaScript function. The emitted source holds only
 * numbers and fixed text: what else it needs comes in an array.
 */
export function compileFunction(
  declared: DeclaredFunction,
  typeArguments: readonly RuntimeType[],
  options: CompileOptions,
): CompiledFunction {
  const scope = new FunctionScope(declared, typeArguments, options.types, options.targets, options.context.schedule.code);
  const source = emitFunction(declared, scope, options.alwaysDispatch === true);
  const place: CodePlace = { address: declared.address, module: declared.module, function: declared.name };
  return new Function("library", "x", "L", "k", source)(EMITTED_LIBRARY, options.context, place, scope.used);
}

/** The source of a function body that makes the compiled function from `library`, `x` (context), `L` (place) and `k` (objects). */
export function emitFunction(declared: DeclaredFunction, scope: FunctionScope, alwaysDispatch: boolean): string {
  const { code } = declared.definition;
  if (code === undefined) throw new Error("a native function has no code");
  const blocks = basicBlocks(code);
  const tree = dominatorTree(blocks.map(successorsOf));
  const empty: BlockCode = { statements: "", operand: "", terminator: { kind: "exit" } };
  const codes = blocks.map((block, index) => ((tree.order[index] ?? -1) < 0 ? empty : translateBlock(scope, code, block)));
  const body = alwaysDispatch ? dispatchedCode(codes, tree) : structuredCode(codes, tree);

  const parameters = declared.parameterTokens.length;
  const names = Array.from({ length: scope.localCount }, (_, index) => `l${index}`);
  const variables = names.slice(parameters).filter((_, index) => !scope.boxed.has(index + parameters));
  const boxes = [...scope.boxed].map((index) =>
    index < parameters ? `l${index}=new LocalReference(l${index});` : `const l${index}=new LocalReference(0);`,
  );
  // The engine keeps parameters, variables and the arguments of the widest call on its stack.
  const slots = parameters + scope.localCount + scope.stack.temporaries + scope.widestCall + FRAME_SLOTS;
  const enter = scope.countsFrame ? "if(++x.depth>CALL_DEPTH_MAX||((x.slots+=N)&SLOTS_MASK)>STACK_SLOTS_MAX)stackFault(L);" : "";
  return [
    `"use strict";const{${LIBRARY_NAMES}}=library,N=${slots};`,
    scope.used.map((_, index) => `const k${index}=k[${index}];`).join(""),
    `return function(${names.slice(0, parameters).join(",")}){`,
    `let ${["w", ...variables].join(",")};${boxes.join("")}${enter}`,
    scope.gas === "g" ? keepingGas(body) : body,
    "}",
  ].join("\n");
}

/** However the body ends, the context has what gas is left: also where a call that failed left less than the variable has. */
function keepingGas(body: string): string {
  return `let g=x.gas;try{\n${body}\n}finally{if(g<x.gas)x.gas=g;}`;
}
