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

/** A Move enum; `variants` in the order of their declaration, each with its fields. */
export function enumeration<Variants extends { readonly [Name in keyof Variants]: object }>(
  name: string,
  variants: { readonly [Name in keyof Variants & string]: MoveFields<Variants[Name]> },
): MoveType<{ [Name in keyof Variants & string]: MoveVariant<Name, Variants[Name]> }[keyof Variants & string]> {
  type Name = keyof Variants & string;
  const names = Object.keys(variants) as Name[];
  return {
    name,
    write(writer, value) {
      writer.uleb128(names.indexOf(value.variant));
      writeFields(variants[value.variant], writer, value.fields);
    },
    read(reader) {
      const variant = names[reader.variant(names.length)];
      if (variant === undefined) throw new Error(`${name} has no such variant`);
      return { variant, fields: readFields(variants[variant], reader) };
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
