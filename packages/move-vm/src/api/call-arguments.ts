import { BcsError, BcsReader, readAddress } from "@sycee/bcs";
import type { InstantiatedFunction, InstantiatedType } from "../runtime/module-linker.ts";
import type { MoveValue, PrimitiveReference, RuntimeType } from "../runtime/runtime-type.ts";
import { literalReader } from "../state/literal-reader.ts";
import { operationsOf } from "../values/operations-of.ts";
import { LocalReference } from "../values/primitive-reference.ts";
import { CallRefusal } from "./call-refusal.ts";
import { standardType } from "./standard-type.ts";
import { valueOfPlain } from "./value-of-plain.ts";

/** A `&mut` argument, to be read again after the call. */
interface LentArgument {
  readonly argument: number;
  readonly type: RuntimeType;
  readonly reference: MoveValue | PrimitiveReference;
}

/** Arguments in run-time representation. */
export interface CallArguments {
  /** In parameter order, the ledger included. */
  readonly values: readonly (MoveValue | PrimitiveReference)[];
  readonly lent: readonly LentArgument[];
}

/** Reads the arguments of a call; the ledger needs none. Throws {@link CallRefusal}. */
export function readCallArguments(target: InstantiatedFunction, given: readonly unknown[]): CallArguments {
  const wanted = target.parameterTypes.filter(({ type }) => standardType(type) !== "ledger").length;
  if (given.length !== wanted) throw new CallRefusal("wrong_argument_count", `the function takes ${wanted} arguments, not ${given.length}`);
  const values: (MoveValue | PrimitiveReference)[] = [];
  const lent: LentArgument[] = [];
  let index = 0;
  for (const parameter of target.parameterTypes) {
    const { type, reference } = parameter;
    if (type.kind === "struct" && standardType(type) === "ledger") {
      values.push(new type.make(...type.fields.map(() => false)));
      continue;
    }
    const value = lend(parameter, readArgument(type, given[index], `argument ${index}`));
    if (reference === "mutable") lent.push({ argument: index, type, reference: value });
    values.push(value);
    index++;
  }
  return { values, lent };
}

/** A reference to a primitive is an object of its own, to anything else the value itself. */
function lend({ reference }: InstantiatedType, value: MoveValue): MoveValue | PrimitiveReference {
  return reference === "none" || typeof value === "object" ? value : new LocalReference(value);
}

function readArgument(type: RuntimeType, given: unknown, path: string): MoveValue {
  const bytes = bcsOf(type, given);
  if (bytes === undefined) return valueOfPlain(type, given, path);
  try {
    const reader = new BcsReader(bytes);
    const value = type.kind === "signer" ? readAddress(reader) : (literalReader(type) ?? operationsOf(type).read)(reader);
    reader.finish();
    return value;
  } catch (error) {
    if (!(error instanceof BcsError)) throw error;
    throw new CallRefusal("wrong_argument", `${path} is not a ${type.key} in BCS: ${error.message}`);
  }
}

/** The bytes of `{ bcs }`, `undefined` for a plain value. */
function bcsOf(type: RuntimeType, given: unknown): Uint8Array | undefined {
  if (typeof given !== "object" || given === null || !("bcs" in given) || !(given.bcs instanceof Uint8Array)) return undefined;
  return type.kind === "struct" && type.fieldNames.includes("bcs") ? undefined : given.bcs;
}
