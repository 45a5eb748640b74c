import type { PrimitiveKind } from "../runtime/runtime-type.ts";
import type { ByteSink } from "./byte-sink.ts";
import type { Signature, TypeToken } from "./compiled-module.ts";

const PRIMITIVE_BYTE: Record<PrimitiveKind, number> = {
  bool: 0x1,
  u8: 0x2,
  u64: 0x3,
  u128: 0x4,
  address: 0x5,
  signer: 0xc,
  u16: 0xd,
  u32: 0xe,
  u256: 0xf,
};

/** Writes one type. */
export function encodeTypeToken(sink: ByteSink, root: TypeToken): void {
  const pending: TypeToken[] = [root];
  for (let token = pending.pop(); token !== undefined; token = pending.pop()) {
    switch (token.kind) {
      case "vector":
        sink.u8(0xa);
        pending.push(token.element);
        break;
      case "reference":
      case "mutable-reference":
        sink.u8(token.kind === "reference" ? 0x6 : 0x7);
        pending.push(token.target);
        break;
      case "type-parameter":
        sink.u8(0x9);
        sink.uleb(token.index);
        break;
      case "datatype":
        sink.u8(token.typeArguments.length === 0 ? 0x8 : 0xb);
        sink.uleb(token.handle);
        if (token.typeArguments.length > 0) sink.uleb(token.typeArguments.length);
        pending.push(...token.typeArguments.toReversed());
        break;
      default:
        sink.u8(PRIMITIVE_BYTE[token.kind]);
    }
  }
}

/** Writes a list of types. */
export function encodeSignature(sink: ByteSink, signature: Signature): void {
  sink.uleb(signature.length);
  for (const token of signature) encodeTypeToken(sink, token);
}
