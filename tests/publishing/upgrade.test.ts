import { restrictPackage, type UpgradePolicy } from "@sycee/sdk";
import { beforeAll, describe, expect, test } from "vitest";
import { counter, user } from "./plans.ts";
import {
  attempt,
  callOf,
  codeOf,
  describe as describeResult,
  outcomeOf,
  type PackagePlan,
  placeOf,
  publication,
  publisher,
  publishingLedger,
  rival,
  stranger,
  successor,
} from "./publishing-fixture.ts";

type Fixture = ReturnType<typeof publishingLedger>;
const resourcesOf = (fixture: Fixture) => fixture.ledger.account(stranger.address)?.resources.map(({ value }) => value);
const versionOf = (fixture: Fixture) => fixture.ledger.modules().find(({ name }) => name === "counter")?.package?.version;

/** A package of one module `shapes`. */
function shapes(body: string, others: PackagePlan["sources"] = {}): PackagePlan {
  return { name: "shapes", withoutStd: true, sources: { shapes: `module shapes::shapes; ${body}`, ...others } };
}

describe("a compatible upgrade", () => {
  test("reads what the version before stored, keeps dependents working, and runs from the next block on", async () => {
    const fixture = publishingLedger();
    for (const plan of [counter(), user()]) expect(outcomeOf(fixture, await publication(plan))).toBe("executed");
    const send = (path: string) => fixture.transaction([stranger], [callOf(path, path.endsWith("added") ? [] : undefined)]);
    const upgrade = fixture.transaction([publisher], [await successor(counter(10, "public fun added(): u64 { 3 }"))], {
      gasLimit: 100_000_000n,
    });
    const old = fixture.block([
      send("counter::counter::create"),
      send("counter::counter::increment"),
      send("user::user::see"),
      upgrade,
      send("counter::counter::increment"),
      send("user::user::see"),
      send("counter::counter::added"),
    ]);
    expect(old.map((result) => fixture.describe(result))).toEqual([...Array.from({ length: 6 }, () => "executed"), "unknown_function"]);
    const values = () =>
      resourcesOf(fixture)
        ?.map((value) => JSON.stringify(value))
        .sort();
    expect(values()).toEqual(['{"step":"1","tag":null}', '{"value":"2","tag":{"variant":"Some","note":7}}']);
    const next = fixture.block(["counter::counter::increment", "user::user::see", "counter::counter::added"].map(send));
    expect(next.map((result) => fixture.describe(result))).toEqual(["executed", "executed", "executed"]);
    expect(values()).toEqual(['{"step":"10","tag":null}', '{"value":"12","tag":{"variant":"Some","note":7}}']);
    expect(versionOf(fixture)).toBe(2n);
    expect(fixture.ledger.recountLaws().every((law) => law.holds)).toBe(true);
  });

  test("of a package that was published in the same block", async () => {
    const fixture = publishingLedger();
    const calls = [await publication(counter()), await publication(user()), await successor(counter(4))];
    const answers = fixture.block(calls.map((call) => fixture.transaction([publisher], [call], { gasLimit: 100_000_000n })));
    expect(answers.map((answer) => fixture.describe(answer))).toEqual(["executed", "executed", "executed"]);
    expect(fixture.answer([stranger], [callOf("user::user::see")])).toBe("executed");
    expect(resourcesOf(fixture)).toEqual([{ step: "4", tag: null }]);
  });

  test("that is refused leaves the version before", async () => {
    const fixture = publishingLedger();
    expect(outcomeOf(fixture, await publication(counter()))).toBe("executed");
    expect(fixture.answer([stranger], [callOf("counter::counter::create")])).toBe("executed");
    const before = codeOf(fixture);
    const broken = { name: "counter", sources: { counter: "module counter::counter; public fun step(): u64 { 2 }" } };
    expect(outcomeOf(fixture, await successor(broken))).toMatch(
      /^incompatible_upgrade: datatype_removed \(1902\) in counter: Counter is gone$/,
    );
    expect(codeOf(fixture)).toEqual(before);
    expect(fixture.answer([stranger], [callOf("counter::counter::increment")])).toBe("executed");
    expect(resourcesOf(fixture)).toEqual([{ value: "1", tag: { variant: "Some", note: 7 } }]);
  });

  test("must not close a circle of packages", async () => {
    const fixture = publishingLedger();
    for (const plan of [counter(), user()]) expect(outcomeOf(fixture, await publication(plan))).toBe("executed");
    const { sources } = counter();
    const other: PackagePlan = { name: "user", sources: { user: "module user::user; public fun one(): u64 { 1 }" } };
    const circular: PackagePlan = {
      name: "counter",
      dependencies: [other],
      sources: { counter: `${sources["counter"]} fun circle(): u64 { user::user::one() }` },
    };
    // The user on the ledger has no such function; with one it would be a circle.
    expect(outcomeOf(fixture, await successor(circular))).toMatch(/^unsound_module: missing_function \(1603\)/);
    const withOne = user();
    const wider: PackagePlan = { ...withOne, sources: { user: `${withOne.sources["user"]} public fun one(): u64 { 1 }` } };
    expect(outcomeOf(fixture, await successor(wider))).toBe("executed");
    expect(outcomeOf(fixture, await successor(circular))).toMatch(/^unsound_module: module_cycle \(1608\)/);
  });
});

const V1 = `
  public struct Point has copy, drop, store { x: u64, y: u64 }
  public struct Pair<phantom T: copy, U> has store { first: U, second: u64 }
  public enum Choice has copy, drop, store { Left, Right { by: u64 } }
  const ELow: u64 = 1;
  #[error] const EHigh: vector<u8> = b"Too high.";
  public fun shown(x: u64): u64 { assert!(x < 10, EHigh); x }
  public fun generic<T: copy + drop>(x: &T): T { *x }
  public(package) fun shared(x: u64): u64 { x }
  entry fun act(x: u64) { assert!(x > 0, ELow); }
  fun helped(x: u64): u64 { x + 1 }
  fun positive(x: u64) { assert!(x > 0); if (x == 9) abort 0x8000_0000_0000_0001 }
`;
const change = (from: string, to: string) => {
  if (!V1.includes(from)) throw new Error(`the first version does not have ${from}`);
  return V1.replace(from, to);
};
const ADDED = `public struct More has store { z: u8 } public fun more(): u8 { 3 } public enum Which { One, Two }`;
const GONE = "";

/** What a second version does, and how it is answered under each policy: `executed`, or the fault of `incompatible_upgrade`. */
const changes: readonly (readonly [what: string, body: string, compatible: string, additive: string])[] = [
  ["nothing", V1, "executed", "executed"],
  ["adds declarations", V1 + ADDED, "executed", "executed"],
  ["adds declarations before others, so that lines and tables move", `\n\n${ADDED}\n${V1}`, "executed", "executed"],
  ["changes private code", change("x + 1", "x + 2"), "executed", "code_changed (1906)"],
  ["changes public code", change("x < 10", "x < 11"), "executed", "code_changed (1906)"],
  ["changes a constant", change("ELow: u64 = 1", "ELow: u64 = 2"), "executed", "code_changed (1906)"],
  ["changes an error's text", change("Too high.", "Much too high."), "executed", "code_changed (1906)"],
  ["renames an error", V1.replaceAll("EHigh", "EAbove"), "executed", "code_changed (1906)"],
  ["gives an error a code", change("#[error]", "#[error(code = 3)]"), "executed", "code_changed (1906)"],
  ["changes a code that only looks like an error's", change("0x8000_0000_", "0xbeef_0000_"), "executed", "code_changed (1906)"],
  ["takes a private function away", change("fun helped(x: u64): u64 { x + 1 }", GONE), "executed", "function_removed (1904)"],
  [
    "gives a private function another signature",
    change("fun helped(x: u64): u64 { x + 1 }", "fun helped(x: u64, y: u64): u64 { x + y }"),
    "executed",
    "function_changed (1905)",
  ],
  [
    "takes a function of the package away",
    change("public(package) fun shared(x: u64): u64 { x }", GONE),
    "executed",
    "function_removed (1904)",
  ],
  ["makes a function of the package public", change("public(package) fun shared", "public fun shared"), "executed", "code_changed (1906)"],
  ["makes a private function an entry", change("fun helped", "entry fun helped"), "executed", "code_changed (1906)"],
  [
    "takes a public function away",
    change("public fun generic<T: copy + drop>(x: &T): T { *x }", GONE),
    "function_removed (1904)",
    "function_removed (1904)",
  ],
  [
    "hides a public function",
    change("public fun shown", "public(package) fun shown"),
    "function_changed (1905)",
    "function_changed (1905)",
  ],
  [
    "gives a public function another parameter",
    change("shown(x: u64): u64 {", "shown(x: u64, _y: u8): u64 {"),
    "function_changed (1905)",
    "function_changed (1905)",
  ],
  [
    "gives a public function another result",
    change("shown(x: u64): u64 { assert!(x < 10, EHigh); x }", "shown(x: u64): bool { x > 1 }"),
    "function_changed (1905)",
    "function_changed (1905)",
  ],
  [
    "asks more of a type argument",
    change("generic<T: copy + drop>", "generic<T: copy + drop + store>"),
    "function_changed (1905)",
    "function_changed (1905)",
  ],
  [
    "takes an entry away",
    change("entry fun act(x: u64) { assert!(x > 0, ELow); }", GONE),
    "function_removed (1904)",
    "function_removed (1904)",
  ],
  ["makes an entry an ordinary function", change("entry fun act", "fun act"), "function_changed (1905)", "function_changed (1905)"],
  ["gives an entry another parameter", change("act(x: u64)", "act(x: u32)"), "function_changed (1905)", "function_changed (1905)"],
  [
    "takes a struct away",
    change("public struct Point has copy, drop, store { x: u64, y: u64 }", GONE),
    "datatype_removed (1902)",
    "datatype_removed (1902)",
  ],
  ["adds a field", change("{ x: u64, y: u64 }", "{ x: u64, y: u64, z: u64 }"), "datatype_changed (1903)", "datatype_changed (1903)"],
  ["takes a field away", change("{ x: u64, y: u64 }", "{ x: u64 }"), "datatype_changed (1903)", "datatype_changed (1903)"],
  ["gives fields another order", change("{ x: u64, y: u64 }", "{ y: u64, x: u64 }"), "datatype_changed (1903)", "datatype_changed (1903)"],
  ["gives a field another type", change("{ x: u64, y: u64 }", "{ x: u64, y: u32 }"), "datatype_changed (1903)", "datatype_changed (1903)"],
  [
    "adds an ability",
    change("Pair<phantom T: copy, U> has store", "Pair<phantom T: copy, U> has store, drop"),
    "datatype_changed (1903)",
    "datatype_changed (1903)",
  ],
  [
    "takes an ability away",
    change("Point has copy, drop, store", "Point has copy, drop"),
    "datatype_changed (1903)",
    "datatype_changed (1903)",
  ],
  [
    "asks something else of a struct's type argument",
    change("phantom T: copy, U", "phantom T: drop, U"),
    "datatype_changed (1903)",
    "datatype_changed (1903)",
  ],
  [
    "makes a phantom parameter stand for a value",
    change("phantom T: copy, U> has store { first: U,", "T: copy, U> has store { zeroth: vector<T>, first: U,"),
    "datatype_changed (1903)",
    "datatype_changed (1903)",
  ],
  ["adds a variant", change("Right { by: u64 } }", "Right { by: u64 }, Up }"), "datatype_changed (1903)", "datatype_changed (1903)"],
  ["takes a variant away", change("Left, Right", "Right"), "datatype_changed (1903)", "datatype_changed (1903)"],
  [
    "gives variants another order",
    change("Left, Right { by: u64 }", "Right { by: u64 }, Left"),
    "datatype_changed (1903)",
    "datatype_changed (1903)",
  ],
  ["gives a variant's field another type", change("by: u64", "by: u8"), "datatype_changed (1903)", "datatype_changed (1903)"],
  [
    "makes an enum of a struct",
    change(
      "public struct Point has copy, drop, store { x: u64, y: u64 }",
      "public enum Point has copy, drop, store { Only { x: u64, y: u64 } }",
    ),
    "datatype_changed (1903)",
    "datatype_changed (1903)",
  ],
];

describe("what an upgrade may change", () => {
  const fixtures = new Map<UpgradePolicy, Fixture>();
  beforeAll(async () => {
    for (const policy of ["compatible", "additive", "immutable"] as const) {
      const fixture = publishingLedger();
      expect(outcomeOf(fixture, await publication(shapes(V1), policy))).toBe("executed");
      fixtures.set(policy, fixture);
    }
  });

  for (const [what, body, compatible, additive] of changes) {
    test(what, async () => {
      const second = await successor(shapes(body));
      const expected = { compatible, additive, immutable: "EPackageImmutable" };
      const answers = [...fixtures].map(([policy, fixture]) => {
        const { result, writes } = attempt(fixture, second);
        const answer = describeResult(result);
        expect(writes === 0).toBe(answer !== "executed");
        return [policy, /^incompatible_upgrade: (\w+ \(\d+\)) in shapes/.exec(answer)?.[1] ?? answer];
      });
      expect(Object.fromEntries(answers)).toEqual({ ...expected });
    });
  }

  test("modules may be added and never left out", async () => {
    const fixture = publishingLedger();
    const more = { more: "module shapes::more; public fun three(): u64 { shapes::shapes::shared(3) }" };
    expect(outcomeOf(fixture, await publication(shapes(V1), "additive"))).toBe("executed");
    expect(outcomeOf(fixture, await successor(shapes(V1, more)))).toBe("executed");
    const other = publishingLedger();
    expect(outcomeOf(other, await publication(shapes(V1, more)))).toBe("executed");
    expect(outcomeOf(other, await successor(shapes(V1)))).toMatch(/^incompatible_upgrade: module_removed \(1901\) in more/);
  });
});

describe("who may upgrade, and how strictly", () => {
  test("a policy becomes stricter and never looser", async () => {
    const fixture = publishingLedger();
    expect(outcomeOf(fixture, await publication(counter()))).toBe("executed");
    const at = placeOf("counter");
    expect(outcomeOf(fixture, restrictPackage({ package: at, policy: "additive" }))).toBe("executed");
    expect(outcomeOf(fixture, await successor(counter(2)))).toMatch(/^incompatible_upgrade: code_changed \(1906\) in counter: step/);
    expect(outcomeOf(fixture, restrictPackage({ package: at, policy: "compatible" }))).toBe("EPolicyLoosened");
    expect(outcomeOf(fixture, await successor(counter(1, "public fun added(): u64 { 1 }")))).toBe("executed");
    expect(outcomeOf(fixture, restrictPackage({ package: at, policy: "immutable" }))).toBe("executed");
    expect(outcomeOf(fixture, await successor(counter(1, "public fun added(): u64 { 1 }")))).toBe("EPackageImmutable");
    expect(outcomeOf(fixture, restrictPackage({ package: at, policy: "immutable" }))).toBe("EPolicyLoosened");
  });

  test("another publisher neither upgrades nor restricts", async () => {
    const fixture = publishingLedger();
    expect(outcomeOf(fixture, await publication(counter()))).toBe("executed");
    expect(outcomeOf(fixture, await successor(counter(2)), [rival])).toBe("ENotPublisher");
    expect(outcomeOf(fixture, restrictPackage({ package: placeOf("counter"), policy: "immutable" }), [rival])).toBe("ENotPublisher");
    expect(outcomeOf(fixture, await successor({ ...counter(), name: "counter" }), [stranger])).toBe("ENotPublisher");
  });
});
