import { CodeError } from "../code-error.ts";
import { type DataObjects, placeOf } from "./data-objects.ts";
import type { Values } from "./layout.ts";

type AnyLayout = Readonly<
  Record<string, { readonly id: string; readonly format: (value: string) => boolean; readonly isMandatory?: true }>
>;

/** The values of a layout as data objects, in the order of their ids. Throws `CodeError` `missing`, `bad_value`. */
export function objectsOf<L extends AnyLayout>(layout: L, values: Values<L>, within = ""): (readonly [id: string, value: string])[] {
  const given: Readonly<Record<string, string | undefined>> = { ...values };
  return Object.entries(layout).flatMap(([name, field]) => {
    const value = checked(field, given[name], within);
    return value === undefined ? [] : [[field.id, value] as const];
  });
}

/** The values that data objects give a layout. Throws `CodeError` `missing`, `bad_value`. */
export function valuesOf<L extends AnyLayout>(layout: L, objects: DataObjects, within = ""): Values<L> {
  const values = Object.entries(layout).flatMap(([name, field]) => {
    const value = checked(field, objects.get(field.id), within);
    return value === undefined ? [] : [[name, value] as const];
  });
  // Every mandatory field is there, and each has its name.
  return Object.fromEntries(values) as Values<L>;
}

function checked(field: AnyLayout[string], value: string | undefined, within: string): string | undefined {
  if (value === undefined) {
    if (field.isMandatory === true) throw new CodeError("missing", placeOf(within, field.id));
    return undefined;
  }
  if (!field.format(value)) throw new CodeError("bad_value", placeOf(within, field.id));
  return value;
}
