import { CodeError } from "../code-error.ts";

/** Data objects by id (`00` to `99`), in their order. */
export type DataObjects = ReadonlyMap<string, string>;

/**
 * Data objects one after the other: id, length and value. A length counts characters of Unicode and not bytes, so that a
 * name of four Chinese characters has length `04` (EMV QR Code Specification for Payment Systems, Merchant-Presented Mode, 3.2 and its
 * example with the name 最佳运输). Throws `CodeError` `bad_value` for a value of no or more than 99 characters.
 */
export function writeDataObjects(objects: Iterable<readonly [id: string, value: string | undefined]>, within = ""): string {
  let text = "";
  for (const [id, value] of objects) {
    if (value === undefined) continue;
    const length = Array.from(value).length;
    if (length < 1 || length > 99) throw new CodeError("bad_value", placeOf(within, id), "A value has 1 to 99 characters.");
    text += `${id}${length.toString().padStart(2, "0")}${value}`;
  }
  return text;
}

/** Reads what {@link writeDataObjects} writes, and nothing else. Throws `CodeError` `bad_object`, `truncated`, `duplicate`. */
export function readDataObjects(text: string, within = ""): DataObjects {
  const characters = Array.from(text);
  const objects = new Map<string, string>();
  let at = 0;
  while (at < characters.length) {
    const head = characters.slice(at, at + 4).join("");
    const id = head.slice(0, 2);
    if (!/^\d{4}$/.test(head) || head.endsWith("00"))
      throw new CodeError(head.length < 4 ? "truncated" : "bad_object", placeOf(within, id));
    const end = at + 4 + Number(head.slice(2));
    if (end > characters.length) throw new CodeError("truncated", placeOf(within, id));
    if (objects.has(id)) throw new CodeError("duplicate", placeOf(within, id));
    objects.set(id, characters.slice(at + 4, end).join(""));
    at = end;
  }
  return objects;
}

/** Where a data object is, e.g. `62.05`. */
export function placeOf(within: string, id: string): string {
  return within === "" ? id : `${within}.${id}`;
}
