import { beforeAll, expect, it } from "vitest";
import { compileScenarios, SCENARIO_ADDRESS } from "../../test-data/compile-scenarios.ts";
import { randomModule, Seeded } from "../../test-data/random-move.ts";
import { type CallEnd, ScenarioMachine } from "../../test-data/scenario-machine.ts";
import { runChecked, Stop } from "../../torture/interpreter/checked-interpreter.ts";
import { type Operand, Reference, representation, Scalar } from "../../torture/interpreter/value.ts";
import { linkModules } from "../runtime/link-modules.ts";
import { type LinkedModule, moduleKey } from "../runtime/linked-module.ts";
import { TypeRegistry } from "../runtime/type-registry.ts";

const SEED = Number(process.env["MOVE_SEED"] ?? 1);
const MODULES = Number(process.env["MOVE_MODULES"] ?? 2);
const FUNCTIONS = 20;
const NAMES = Array.from({ length: MODULES }, (_, index) => `random${index}`);

let structured: ScenarioMachine;
let dispatched: ScenarioMachine;
let linked: ReadonlyMap<string, LinkedModule>;

beforeAll(async () => {
  const sources = NAMES.map((name, index) => [`sources/${name}.move`, randomModule(name, SEED * 1000 + index, FUNCTIONS)]);
  const modules = await compileScenarios(Object.fromEntries(sources));
  structured = new ScenarioMachine(modules);
  dispatched = new ScenarioMachine(modules, true);
  linked = linkModules(modules);
}, 120_000);

it.each(NAMES)("runs random functions like the checked interpreter: %s", (name) => {
  const random = new Seeded(SEED);
  for (let index = 0; index < FUNCTIONS; index += 1) {
    for (let run = 0; run < 12; run += 1) compare(`${name}::f${index}`, [argument(random), argument(random), argument(random)]);
  }
});

it("runs the scenarios like the checked interpreter", () => {
  const random = new Seeded(SEED);
  const skipped = new Set(["bad_string", "spin", "constants", "collatz"]);
  let compared = 0;
  for (const module of ["control", "values", "variants", "aborts"]) {
    for (const called of linked.get(moduleKey(SCENARIO_ADDRESS, module))?.functions.values() ?? []) {
      const kinds = called.parameterTokens.map((token) => token.kind);
      const isSimple =
        called.visibility === "public" && called.typeParameters.length === 0 && kinds.every((kind) => kind === "u64" || kind === "bool");
      const isPlain = called.resultTokens.every((token) => token.kind === "u64" || token.kind === "u8" || token.kind === "bool");
      if (!isSimple || !isPlain || skipped.has(called.name)) continue;
      compared += 1;
      for (let run = 0; run < 30; run += 1) {
        const values = kinds.map((kind) => (kind === "bool" ? random.next(2) === 1 : BigInt(random.next(14))));
        compare(`${module}::${called.name}`, values);
      }
    }
  }
  expect(compared).toBeGreaterThan(30);
});

function argument(random: Seeded): bigint {
  const edges = [0n, 1n, 2n, 5n, 9n, 100n, 2n ** 32n, 2n ** 53n - 1n, 2n ** 53n, 2n ** 63n, 2n ** 64n - 1n];
  return random.next(3) === 0 ? random.pick(edges) : BigInt(random.next(200));
}

function compare(name: string, values: readonly (bigint | boolean)[]): void {
  const found = structured.call(name, values.map(represented));
  const other = dispatched.call(name, values.map(represented));
  expect([name, values, other]).toEqual([name, values, found]);
  const wanted = expected(name, values);
  const ended = [name, values, summary(found)];
  expect(ended).toEqual([name, values, wanted]);
}

function represented(value: bigint | boolean): bigint | number | boolean {
  return typeof value === "bigint" && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
}

function summary(end: CallEnd): unknown {
  if (!("value" in end)) {
    const place = `${end.location?.module}::${end.location?.function}:${end.location?.offset}`;
    return { code: end.code, place, abortCode: end.abortCode };
  }
  if (end.value === undefined) return [];
  return Array.isArray(end.value) ? end.value : [end.value];
}

function expected(name: string, values: readonly (bigint | boolean)[]): unknown {
  const [module = "", called = ""] = name.split("::");
  const declared = linked.get(moduleKey(SCENARIO_ADDRESS, module))?.functions.get(called);
  if (declared === undefined) throw new Error(`no function ${name}`);
  const types = new TypeRegistry();
  const operands = values.map((value) => new Scalar(types.primitive(typeof value === "bigint" ? "u64" : "bool"), value));
  try {
    return runChecked(declared, [], operands, { types, clock: { now: 0 }, fuel: 1_000_000, gas: 0, depth: 0, opcodes: new Set() }).map(
      plain,
    );
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { code: error.code, place: `${error.module}::${error.function}:${error.offset}`, abortCode: error.abortCode };
  }
}

function plain(operand: Operand): unknown {
  if (operand instanceof Reference) throw new Error("only simple results are compared");
  return representation(operand);
}
