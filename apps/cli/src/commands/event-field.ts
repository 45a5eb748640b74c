import type { ReceiptJson } from "@sycee/protocol";

/** A field of the first event of a type, which the call always emits. Throws when the receipt has none: the framework is not the one that this program knows. */
export function eventField({ events }: ReceiptJson, type: string, field: string): string {
  const fields = events.find((event) => event.type === type)?.fields;
  const value: unknown = typeof fields === "object" && fields !== null ? Reflect.get(fields, field) : undefined;
  if (typeof value !== "string") throw new Error(`the receipt has no ${type} with ${field}`);
  return value;
}
