import { chargeGas } from "../runtime/charge-gas.ts";
import { chargeMemory } from "../runtime/charge-memory.ts";
import type { RuntimeType } from "../runtime/runtime-type.ts";
import { nativeAbort } from "./native-abort.ts";
import { BYTE_PLACE, VECTOR_BYTES } from "../values/memory-size.ts";
import type { NativeFactory } from "./native-function.ts";
import { onlyTypeArgument } from "./type-arguments.ts";

/** Abort code for the package of a type that has none, as in Move's own library. */
const NON_MODULE_TYPE = 0n;

/** Answers `TypeName { name: ascii::String { bytes } }`. */
const name: NativeFactory = ({ context }, typeArguments) => {
  const bytes = Array.from(new TextEncoder().encode(printType(onlyTypeArgument(typeArguments))));
  return () => {
    chargeGas(context, context.schedule.natives.typeName + context.schedule.natives.typeNameByte * bytes.length);
    chargeMemory(context, VECTOR_BYTES + BYTE_PLACE * bytes.length);
    return { f0: { f0: bytes.slice() } };
  };
};

function packageAddress(native: string): NativeFactory {
  return ({ context }, typeArguments) => {
    const type = onlyTypeArgument(typeArguments);
    return () => {
      chargeGas(context, context.schedule.natives.typeName);
      if (type.kind === "struct" || type.kind === "enum") return type.address;
      throw nativeAbort("type_name", native, NON_MODULE_TYPE, `${type.key} belongs to no package`);
    };
  };
}

/** `std::type_name`. An upgrade keeps a package's address, so that every name of a kind means the same here. */
export const TYPE_NAME_NATIVES: Record<string, NativeFactory> = {
  with_defining_ids: name,
  with_original_ids: name,
  defining_id: packageAddress("defining_id"),
  original_id: packageAddress("original_id"),
  // The names that Move's own library had for them before.
  get: name,
  get_with_original_ids: name,
  package_id: packageAddress("package_id"),
  original_package_id: packageAddress("original_package_id"),
};

/** As Move's own library prints types: addresses of 64 digits without `0x`, no blanks. */
function printType(type: RuntimeType): string {
  if (type.kind === "vector") return `vector<${printType(type.element)}>`;
  if (type.kind !== "struct" && type.kind !== "enum") return type.kind;
  const printed = `${type.address.slice(2)}::${type.module}::${type.name}`;
  return type.typeArguments.length === 0 ? printed : `${printed}<${type.typeArguments.map(printType).join(",")}>`;
}
