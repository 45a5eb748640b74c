import { describe, expect, it } from "vitest";
import { namesOf } from "./names-of.ts";

const address = (digit: string): `0x${string}` => `0x${digit.repeat(64)}`;
const alice = { name: "alice", address: address("a"), role: undefined };

describe("names", () => {
  const names = namesOf(
    [alice, { name: "river-bank", address: address("b"), role: "bank" }],
    [
      [address("b"), "River Bank"],
      [address("c"), "Coast Bank"],
      [address("d"), "Alice"],
      [address("e"), "Twin"],
      [address("f"), "Twin"],
    ],
  );

  it("are one's own first, then those of the ledger's institutions, on any ledger", () => {
    expect(names.of(address("a"))).toBe("alice");
    expect(names.of(address("b"))).toBe("river-bank");
    expect(names.of(address("c"))).toBe("Coast Bank");
    expect(names.of(address("9"))).toBeUndefined();
    expect(namesOf([], [[address("c"), "Coast Bank"]]).of(address("c"))).toBe("Coast Bank");
  });

  it("find an address, whatever an institution calls itself", () => {
    expect(names.find("alice")).toBe(address("a"));
    expect(names.find(" coast bank ")).toBe(address("c"));
    // Two have it: neither is meant.
    expect(names.find("Twin")).toBeUndefined();
    expect(names.find(address("9").toUpperCase().replace("0X", "0x"))).toBe(address("9"));
  });

  it("mean nobody where two of one's own have them, and are no longer offered to a third", () => {
    const twins = namesOf(
      [alice, { ...alice, name: "Alice", address: address("7") }, { ...alice, name: "member" }],
      [[address("d"), "Dan"]],
    );
    expect(twins.find("alice")).toBeUndefined();
    expect(twins.find("member")).toBe(address("a"));
    const cases = [
      ["ALICE", "a", true],
      [" member ", "a", false],
      ["member", "7", true],
      ["dan", "7", true],
      ["dan", "d", false],
      ["somebody", "7", false],
      [address("a"), "7", true],
      [address("a"), "a", false],
    ] as const;
    for (const [name, digit, isOfAnother] of cases)
      expect([name, digit, twins.isOfAnother(name, address(digit))]).toEqual([name, digit, isOfAnother]);
  });

  it("are offered once each, and only where they are found again", () => {
    expect(names.all.map(({ name }) => name)).toEqual(["alice", "river-bank", "Coast Bank"]);
  });
});
