import { describe, expect, it } from "vitest";
import { parseTypeKey } from "./type-key.ts";

const TWO = `0x${"2".padStart(64, "0")}`;

describe("printed types", () => {
  it("name what they were printed from", () => {
    expect(parseTypeKey("u64")).toEqual({ kind: "u64" });
    expect(parseTypeKey("vector<vector<u8>>")).toEqual({ kind: "vector", element: { kind: "vector", element: { kind: "u8" } } });
    expect(parseTypeKey("0x2::money::Box<u64, 0x2::money::Money>")).toEqual({
      kind: "struct",
      address: TWO,
      module: "money",
      name: "Box",
      typeArguments: [{ kind: "u64" }, { kind: "struct", address: TWO, module: "money", name: "Money", typeArguments: [] }],
    });
  });

  it.each([
    "",
    "u7",
    "vector",
    "vector<>",
    "vector<u8",
    "vector<u8, u8>",
    "u8 u8",
    "u8>",
    "0x2::money",
    "0x2::money::Money<>",
    "0x2::money::Money<u8,>",
    "0xZ::money::Money",
    "<u8>",
  ])("refuses %j", (text) => {
    expect(parseTypeKey(text)).toBeUndefined();
  });
});
