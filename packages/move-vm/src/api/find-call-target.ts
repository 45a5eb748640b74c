import type { InstantiatedFunction, InstantiatedType, ModuleLinker } from "../runtime/module-linker.ts";
import type { RuntimeType } from "../runtime/runtime-type.ts";
import { parseTypeKey } from "../state/type-key.ts";
import { CallRefusal } from "./call-refusal.ts";
import { standardType } from "./standard-type.ts";

const FUNCTION_NAME = /^0x([0-9a-fA-F]{1,64})::([A-Za-z_][A-Za-z0-9_]*)::([A-Za-z_][A-Za-z0-9_]*)$/;
/** Longest name or printed type, in characters. */
const TEXT_MAX = 4096;

/** The function that a name and printed type arguments stand for, if it may be called. Throws {@link CallRefusal}. */
export function findCallTarget(linker: ModuleLinker, name: string, typeArguments: readonly string[]): InstantiatedFunction {
  const [, digits, module, called] = (name.length <= TEXT_MAX && FUNCTION_NAME.exec(name)) || [];
  if (digits === undefined || module === undefined || called === undefined) {
    throw new CallRefusal("bad_function_name", "a function is named by its address, module and name: 0x42::module::function");
  }
  const linked = linker.findFunction(`0x${digits.toLowerCase().padStart(64, "0")}`, module, called);
  if (linked === undefined) throw new CallRefusal("unknown_function", `there is no function ${name}`);
  if (!linked.isEntry && linked.visibility !== "public") throw new CallRefusal("not_callable", `${name} is neither public nor entry`);
  const wanted = linked.typeParameters.length;
  if (typeArguments.length !== wanted) {
    throw new CallRefusal("wrong_type_argument", `${name} takes ${wanted} type arguments, not ${typeArguments.length}`);
  }
  const types = typeArguments.map((text, index) => typeArgument(linker, text, index));
  const target = linker.instantiate(linked, types);
  if (target === undefined) throw new CallRefusal("wrong_type_argument", `a type argument of ${name} lacks an ability that it asks for`);
  checkLedgers(target.parameterTypes, name);
  return target;
}

function typeArgument(linker: ModuleLinker, text: string, index: number): RuntimeType {
  const parsed = text.length <= TEXT_MAX ? parseTypeKey(text) : undefined;
  const type = parsed === undefined ? undefined : linker.resolveType(parsed);
  if (type === undefined) throw new CallRefusal("wrong_type_argument", `type argument ${index} is not a type of these modules`);
  return type;
}

/** There is one ledger, to be lent out: once if it may change. */
function checkLedgers(parameters: readonly InstantiatedType[], name: string): void {
  const ledgers = parameters.filter(({ type }) => standardType(type) === "ledger");
  const isShared = ledgers.length > 1 && ledgers.some(({ reference }) => reference === "mutable");
  if (isShared || ledgers.some(({ reference }) => reference === "none")) {
    throw new CallRefusal("not_callable", `${name} takes the ledger in a way that no caller can give it`);
  }
}
