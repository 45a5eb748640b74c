import type { BcsReader, BcsWriter } from "@sycee/bcs";
import { BcsError, readAddress, writeAddress } from "@sycee/bcs";
import type { Address } from "./address.ts";

/** A Move type as transactions and events carry it, e.g. `u64`, `vector<u8>`, `0x2::money::Money`. */
export type TypeTag =
  | { readonly kind: "bool" | "u8" | "u16" | "u32" | "u64" | "u128" | "u256" | "address" | "signer" }
  | { readonly kind: "vector"; readonly element: TypeTag }
  | {
      readonly kind: "struct";
      readonly address: Address;
      readonly module: string;
      readonly name: string;
      readonly typeArguments: readonly TypeTag[];
    };

/** Nesting of a type tag that is still read. */
export const MAX_TYPE_TAG_DEPTH = 16;

// The order of Move's own TypeTag enum in BCS (move-core-types): later additions come last.
const VARIANTS = ["bool", "u8", "u64", "u128", "address", "signer", "vector", "struct", "u16", "u32", "u256"] as const;

/** Writes a tag in Move's own BCS form. */
export function writeTypeTag(writer: BcsWriter, tag: TypeTag): void {
  writer.uleb128(VARIANTS.indexOf(tag.kind));
  if (tag.kind === "vector") writeTypeTag(writer, tag.element);
  if (tag.kind === "struct") {
    writeAddress(writer, tag.address);
    writer.string(tag.module).string(tag.name);
    writer.vector(tag.typeArguments, writeTypeTag);
  }
}

/** Reads a tag; throws `BcsError` beyond {@link MAX_TYPE_TAG_DEPTH} levels. */
export function readTypeTag(reader: BcsReader, depth = 0): TypeTag {
  if (depth > MAX_TYPE_TAG_DEPTH) throw new BcsError("length_too_large", reader.offset);
  const kind = VARIANTS[reader.variant(VARIANTS.length)] ?? "bool";
  if (kind === "vector") return { kind, element: readTypeTag(reader, depth + 1) };
  if (kind !== "struct") return { kind };
  return {
    kind,
    address: readAddress(reader),
    module: reader.string(128),
    name: reader.string(128),
    typeArguments: reader.vector((inner) => readTypeTag(inner, depth + 1), 1, 32),
  };
}

/** The tag as Move writes it, addresses in short form: `0x2::money::Money`. */
export function printTypeTag(tag: TypeTag): string {
  if (tag.kind === "vector") return `vector<${printTypeTag(tag.element)}>`;
  if (tag.kind !== "struct") return tag.kind;
  const inner = tag.typeArguments.length === 0 ? "" : `<${tag.typeArguments.map(printTypeTag).join(", ")}>`;
  return `${shortAddress(tag.address)}::${tag.module}::${tag.name}${inner}`;
}

/** `0x2` for an address of leading zeros, as Move prints package addresses. */
export function shortAddress(address: Address): string {
  return `0x${address.slice(2).replace(/^0{1,63}/, "")}`;
}
