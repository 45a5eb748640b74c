import type { BcsReader, BcsWriter } from "@sycee/bcs";
import type { MoveType } from "./move-type.ts";

/** The fields of `T` with their types, in the order of their declaration. */
export type MoveFields<T> = { readonly [Name in keyof T]: MoveType<T[Name]> };

/** A Move struct as an object; `name` is its printed type, e.g. `0x2::money::Paid`. */
export function struct<T extends object>(name: string, fields: MoveFields<T>): MoveType<T> {
  return { name, write: (writer, value) => writeFields(fields, writer, value), read: (reader) => readFields(fields, reader) };
}

/** One value of an enum: the variant's name and its fields. */
export interface MoveVariant<Name extends string, Fields extends object> {
  readonly variant: Name;
  readonly fields: Fields;
}

/** A Move enum of the union `T`; `variants` in the order of their declaration, each with its fields. */
export function enumeration<T extends MoveVariant<string, object>>(
  name: string,
  variants: { readonly [Name in T["variant"]]: MoveFields<Extract<T, { readonly variant: Name }>["fields"]> },
): MoveType<T> {
  const fieldsOf = new Map<string, MoveFields<object>>(Object.entries(variants));
  const names = [...fieldsOf.keys()];
  return {
    name,
    write(writer, value) {
      const fields = fieldsOf.get(value.variant);
      if (fields === undefined) throw new RangeError(`${name} has no variant ${value.variant}`);
      writer.uleb128(names.indexOf(value.variant));
      writeFields(fields, writer, value.fields);
    },
    read(reader) {
      const variant = names[reader.variant(names.length)] ?? "";
      // Every variant of the union has its name and its own fields here.
      return { variant, fields: readFields(fieldsOf.get(variant) ?? {}, reader) } as T;
    },
  };
}

function writeFields<T extends object>(fields: MoveFields<T>, writer: BcsWriter, value: T): void {
  for (const name in fields) fields[name].write(writer, value[name]);
}

function readFields<T extends object>(fields: MoveFields<T>, reader: BcsReader): T {
  const value: Partial<T> = {};
  for (const name in fields) value[name] = fields[name].read(reader);
  // Every field was read.
  return value as T;
}
