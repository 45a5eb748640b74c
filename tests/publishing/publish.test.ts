import { ABILITY, decodeModule, encodeModule } from "@sycee/move-vm";
import { publishPackage } from "@sycee/sdk";
import { describe, expect, test } from "vitest";
import { actor } from "../money/actor.ts";
import { frameworkModules } from "../money/economy-genesis.ts";
import { createLedgerFixture } from "../money/ledger-fixture.ts";
import { counter, user } from "./plans.ts";
import {
  callOf,
  codeOf,
  compile,
  outcomeOf,
  placeOf,
  publication,
  publisher,
  publishingLedger,
  rival,
  stranger,
} from "./publishing-fixture.ts";

const resourcesOf = (fixture: ReturnType<typeof publishingLedger>) =>
  fixture.ledger.account(stranger.address)?.resources.map(({ value }) => value);

describe("publishing", () => {
  test("a published package is called from the next block on", async () => {
    const fixture = publishingLedger();
    const publish = fixture.transaction([publisher], [await publication(counter())]);
    const early = fixture.transaction([stranger], [callOf("counter::counter::create")]);
    expect(fixture.block([publish, early]).map((result) => fixture.describe(result))).toEqual(["executed", "unknown_function"]);
    expect(fixture.answer([stranger], [callOf("counter::counter::create")])).toBe("executed");
    expect(fixture.answer([stranger], [callOf("counter::counter::increment")])).toBe("executed");
    expect(resourcesOf(fixture)).toEqual([{ value: "1", tag: { variant: "Some", note: 7 } }]);
    expect(fixture.ledger.modules().filter((module) => module.package !== undefined)).toMatchObject([
      {
        address: placeOf("counter"),
        name: "counter",
        package: {
          name: "counter",
          publisher: publisher.address,
          version: 1n,
          policy: "compatible",
          dependencies: [`0x${"1".padStart(64, "0")}`],
        },
      },
    ]);
  });

  test("packages use one another, published in one transaction or in one block", async () => {
    const calls = [await publication(counter()), await publication(user())];
    for (const together of [true, false]) {
      const fixture = publishingLedger();
      const groups = together ? [calls] : calls.map((call) => [call]);
      const answers = fixture.block(groups.map((group) => fixture.transaction([publisher], group)));
      expect(answers.map((answer) => fixture.describe(answer))).toEqual(groups.map(() => "executed"));
      expect(fixture.answer([stranger], [callOf("user::user::see")])).toBe("executed");
      expect(resourcesOf(fixture)).toEqual([{ step: "1", tag: null }]);
      expect(fixture.ledger.modules().find(({ name }) => name === "user")?.package?.dependencies).toContain(placeOf("counter"));
      expect(fixture.ledger.recountLaws().every((law) => law.holds)).toBe(true);
    }
  });

  test("publishers use each other's packages and share names", async () => {
    const fixture = publishingLedger();
    expect(outcomeOf(fixture, await publication(counter()))).toBe("executed");
    const own = publishPackage({ name: "counter", modules: await compile(counter(5), rival) });
    expect(outcomeOf(fixture, own, [rival])).toBe("executed");
    const call = { ...callOf("counter::counter::create"), address: placeOf("counter", rival) };
    expect(fixture.answer([stranger], [call])).toBe("executed");
    expect(fixture.ledger.account(stranger.address)?.resources[0]?.type).toBe(
      `${placeOf("counter", rival).replace(/^0x0+/, "0x")}::counter::Counter`,
    );
  });

  test("what a transaction publishes before it aborts was never there", async () => {
    const fixture = publishingLedger();
    const call = await publication(counter());
    const before = codeOf(fixture);
    const doomed = fixture.transaction([publisher], [call, call]);
    const out = fixture.transaction([publisher], [call], { gasLimit: 150_000n });
    expect(fixture.block([doomed, out]).map((result) => fixture.describe(result))).toEqual(["EPackageExists", "out_of_gas"]);
    expect(codeOf(fixture)).toEqual(before);
    expect(fixture.answer([stranger], [callOf("counter::counter::create")])).toBe("unknown_function");
    expect(outcomeOf(fixture, call)).toBe("executed");
  });

  test("a chain whose genesis did not enable it takes no modules", async () => {
    const fixture = createLedgerFixture(frameworkModules(), []);
    expect(outcomeOf(fixture, await publication(counter()))).toBe("ENotLicensed");
    expect(fixture.ledger.takesModules()).toBe(false);
    expect(publishingLedger().ledger.takesModules()).toBe(true);
  });
});

describe("a publication is refused with a code and without a trace", () => {
  const refusals: readonly (readonly [what: string, answer: RegExp, modules: () => Promise<readonly Uint8Array[]>])[] = [
    ["no modules", /^wrong_package: a package has at least one module$/, async () => []],
    [
      "too many modules",
      /^limit_exceeded: a package has at most 64 modules$/,
      async () => Array.from({ length: 65 }, () => Uint8Array.of(1)),
    ],
    ["bytes that are no module", /^malformed_module: module 0: bad_magic at byte 0/, async () => [Uint8Array.of(1, 2, 3, 4)]],
    ["an empty module", /^malformed_module: module 0: unexpected_end/, async () => [new Uint8Array()]],
    ["bytes after a module", /^malformed_module: module 0: trailing_bytes/, async () => [Uint8Array.of(...(await only()), 0)]],
    ["a module of another publisher", /^wrong_package: module counter was compiled for 0x/, async () => compile(counter(), rival)],
    ["a module of the framework", /^wrong_package: module \w+ was compiled for 0x0{60}/, async () => frameworkModules().slice(0, 1)],
    ["a module twice", /^unsound_module: duplicate_module \(1607\)/, async () => [await only(), await only()]],
    ["a module whose use is not there", /^unsound_module: missing_module \(1601\)/, async () => asCounter(await compile(user()))],
    ["one bad module among good ones", /^unsound_module: stack_underflow \(1201\)/, async () => [await only(), await broken()]],
    ["a native function", /^unsound_module: foreign_native \(1803\)/, async () => [await withNative()]],
    ["a call of std's own native", /^unsound_module: not_visible \(1606\)/, async () => [await callingStdInside()]],
    ["a module that expects abilities that a struct does not have", /^unsound_module: /, async () => [await claimingAbilities(15)]],
  ];

  for (const [what, answer, modules] of refusals) {
    test(what, async () => {
      const fixture = publishingLedger();
      const before = codeOf(fixture);
      expect(outcomeOf(fixture, publishPackage({ name: "counter", modules: await modules() }))).toMatch(answer);
      expect(codeOf(fixture)).toEqual(before);
      expect(fixture.ledger.account(placeOf("counter"))).toBeUndefined();
    });
  }

  test("a module that expects fewer abilities than a struct has is sound: a dependency may gain some", async () => {
    const fixture = publishingLedger();
    const modules = [await claimingAbilities(ABILITY.drop)];
    expect(outcomeOf(fixture, publishPackage({ name: "counter", modules }))).toBe("executed");
  });

  test("without a licence", async () => {
    const fixture = publishingLedger();
    const before = codeOf(fixture);
    const call = publishPackage({ name: "counter", modules: await compile(counter(), stranger) });
    expect(outcomeOf(fixture, call, [stranger])).toBe("ENotLicensed");
    expect(outcomeOf(fixture, call, [actor("nobody")])).toBe("ENotLicensed");
    expect(codeOf(fixture)).toEqual(before);
  });
});

async function only(): Promise<Uint8Array> {
  const [module] = await compile(counter());
  if (module === undefined) throw new Error("nothing was compiled");
  return module;
}

/** The counter under another name, its first function popping an empty stack. */
async function broken(): Promise<Uint8Array> {
  const module = decodeModule(await only());
  const self = module.moduleHandles[module.selfModule];
  const identifiers = module.identifiers.map((name, index) => (index === self?.name ? "broken" : name));
  const [first, ...others] = module.functionDefinitions;
  if (first?.code === undefined) throw new Error("the counter has no code");
  const instructions = [{ op: "Pop" as const, index: 0, literal: 0n }, ...first.code.instructions.slice(1)];
  const sorted = { ...module, identifiers, functionDefinitions: [{ ...first, code: { ...first.code, instructions } }, ...others] };
  return encodeModule(sorted);
}

/** A module that says of `std::string::String` that it has these abilities. */
async function claimingAbilities(abilities: number): Promise<Uint8Array> {
  const [bytes] = await compile({
    name: "counter",
    sources: { counter: 'module counter::counter; public fun text(): std::string::String { b"".to_string() }' },
  });
  if (bytes === undefined) throw new Error("nothing was compiled");
  const module = decodeModule(bytes);
  const datatypeHandles = module.datatypeHandles.map((handle) => (handle.module === module.selfModule ? handle : { ...handle, abilities }));
  return encodeModule({ ...module, datatypeHandles });
}

/** The counter, its first function without code. */
async function withNative(): Promise<Uint8Array> {
  const module = decodeModule(await only());
  const [first, ...others] = module.functionDefinitions;
  if (first === undefined) throw new Error("the counter has no function");
  return encodeModule({ ...module, functionDefinitions: [{ ...first, code: undefined }, ...others] });
}

/** A module that publishes others past everybody's licence. */
async function callingStdInside(): Promise<Uint8Array> {
  const source = "module counter::counter; public fun f(byte: u8): bool { std::ascii::is_alphanumeric(byte) }";
  const [bytes] = await compile({ name: "counter", sources: { counter: source } });
  if (bytes === undefined) throw new Error("nothing was compiled");
  const module = decodeModule(bytes);
  const names = new Map([
    ["ascii", "package"],
    ["is_alphanumeric", "publish_modules"],
  ]);
  return encodeModule({ ...module, identifiers: module.identifiers.map((name) => names.get(name) ?? name) });
}

/** The same modules as if they were of the package `counter`. */
function asCounter(modules: readonly Uint8Array[]): Uint8Array[] {
  return modules.map((bytes) => {
    const module = decodeModule(bytes);
    const self = module.moduleHandles[module.selfModule];
    const missing = placeOf("missing");
    const addresses = module.addresses.map((address, index) =>
      index === self?.address ? placeOf("counter") : address === placeOf("counter") ? missing : address,
    );
    return encodeModule({ ...module, addresses });
  });
}
