import { expect } from "vitest";
import { compileTestPackage } from "./compile-package.ts";
import { ModuleEditor, type Step } from "./module-editor.ts";
import type { CompiledModule, TypeToken } from "../src/format/compiled-module.ts";
import { decodeModule } from "../src/format/decode-module.ts";
import { VERIFICATION_FAULTS, VerificationError, type VerificationFault } from "../src/verifier/verification-error.ts";
import { verifyModule } from "../src/verifier/verify-package.ts";

const compiled = (await compileTestPackage("verified")).map(decodeModule);
/** A module of something of every kind, one that uses it, and what both stand on. */
export const parts = moduleWith("arithmetic8");
export const user = moduleWith("pair_of");
export const library = compiled.filter((module) => module !== parts && module !== user);

/** What the verifier answers to a module that was changed. */
export type ModuleCase = readonly [fault: VerificationFault | "accepted", what: string, edit: (m: ModuleEditor) => unknown];

export const ret: Step = ["Ret"];

/** What is wrong with `parts` once it is changed. */
export function faultOfParts(edit: (m: ModuleEditor) => unknown): string {
  const editor = new ModuleEditor(parts);
  edit(editor);
  return faultOf(() => verifyModule(editor.module));
}

/** The fault that a check finds, or "accepted". */
export function faultOf(verify: () => void): string {
  try {
    verify();
  } catch (error) {
    if (!(error instanceof VerificationError)) throw error;
    expect(error.code).toBe(VERIFICATION_FAULTS[error.fault]);
    return error.fault;
  }
  return "accepted";
}

function moduleWith(identifier: string): CompiledModule {
  const module = compiled.find(({ identifiers }) => identifiers.includes(identifier));
  if (module === undefined) throw new Error(`no test module has ${identifier}`);
  return module;
}

export function first<Item>(table: readonly Item[]): Item {
  const [item] = table;
  if (item === undefined) throw new Error("a table of the test module is empty");
  return item;
}

export function handleOf(m: ModuleEditor, name: string) {
  return first(m.module.datatypeHandles.slice(m.datatype(name)));
}

export function functionOf(m: ModuleEditor, name: string) {
  return first(m.module.functionHandles.slice(m.function(name)));
}

export function fieldsOf(m: ModuleEditor, name: string) {
  return m.module.structDefinitions[m.struct(name)]?.fields ?? [];
}

export function otherModule(m: ModuleEditor): number {
  return m.module.selfModule === 0 ? 1 : 0;
}

/** Adds the handle of a function of the module that declares `Pair`. */
export function imports(m: ModuleEditor, name: string, parameters: TypeToken[], results: TypeToken[], typeParameters: number[] = []): void {
  const { module } = handleOf(m, "Pair");
  m.module.functionHandles.push({
    module,
    name: m.addIdentifier(name),
    parameters: m.signature(parameters),
    results: m.signature(results),
    typeParameters,
  });
}

export function instance(m: ModuleEditor, handle: number, ...typeArguments: TypeToken[]): number {
  return m.module.functionInstantiations.push({ generic: handle, typeArguments: m.signature(typeArguments) }) - 1;
}
