import { BcsError } from "@sycee/bcs";
import { bytesToHex } from "@sycee/protocol";
import { expect, test } from "vitest";
import { enumeration, type MoveVariant, struct } from "./move-struct.ts";
import { decode, literal, type MoveType, string, u16, u64, vector } from "./move-type.ts";

type Kind = MoveVariant<"Circle", { readonly radius: bigint }> | MoveVariant<"Named", { readonly name: string }>;
interface Drawing {
  readonly id: number;
  readonly kinds: readonly Kind[];
}
const kind: MoveType<Kind> = enumeration("0x5::shape::Kind", { Circle: { radius: u64 }, Named: { name: string } });
const drawing: MoveType<Drawing> = struct("0x5::shape::Drawing", { id: u16, kinds: vector(kind) });

test("structs and enums are written and read as Move does", () => {
  const value: Drawing = {
    id: 0x0102,
    kinds: [
      { variant: "Named", fields: { name: "a" } },
      { variant: "Circle", fields: { radius: 3n } },
    ],
  };
  const written = literal(drawing, value);
  if (written.kind !== "literal") throw new Error("not a literal");
  expect(bytesToHex(written.bytes)).toBe("0201" + "02" + "010161" + "000300000000000000");
  expect(decode(drawing, written.bytes)).toEqual(value);
});

test("a variant beyond the enum's and bytes left over are refused", () => {
  expect(() => decode(kind, Uint8Array.of(2))).toThrow(BcsError);
  expect(() => decode(u16, Uint8Array.of(2, 0, 0))).toThrow(BcsError);
});
