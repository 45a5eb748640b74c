import { expect, it } from "vitest";
import { compileTestPackage } from "../../test-data/compile-package.ts";
import { timeOfCall } from "../../test-data/time-of-call.ts";
import type { CompiledModule, Instruction } from "../format/compiled-module.ts";
import { decodeModule } from "../format/decode-module.ts";
import { encodeModule } from "../format/encode-module.ts";
import { ModuleFormatError } from "../format/module-format-error.ts";
import { OPCODES, type Opcode } from "../format/opcodes.ts";
import { VerificationError } from "./verification-error.ts";
import { verifyPackage } from "./verify-package.ts";

/** How many changed modules to try; set for long runs. */
const COUNT = Number(process.env["MOVE_VM_MUTATIONS"] ?? "3000");
const SEED = Number(process.env["MOVE_VM_SEED"] ?? "20260714");
/** Of processor time, measured again before it counts: the first run of a kind pays for its compilation. */
const TIME_MAX_MS = 100;

const sources = await compileTestPackage("verified");
const modules = sources.map(decodeModule);
const allOpcodes = Object.keys(OPCODES) as Opcode[];

it(`answers ${COUNT} changed modules with a coded error or not at all, in time (seed ${SEED})`, () => {
  const random = new Random(SEED);
  const answers = new Map<string, number>();
  let slowest = 0;
  for (let round = 0; round < COUNT; round += 1) {
    const which = random.below(modules.length);
    const attempt = random.below(3) === 0 ? changedBytes(random, at(sources, which)) : changedTables(random, at(modules, which));
    const dependencies = modules.filter((_, index) => index !== which);
    const { answer, milliseconds } = timed(() => verify(attempt, dependencies));
    answers.set(answer, (answers.get(answer) ?? 0) + 1);
    slowest = Math.max(slowest, milliseconds);
  }
  process.stdout.write(`${COUNT} changed modules: ${answers.size} different answers, slowest ${slowest.toFixed(1)} ms\n`);
  expect(slowest).toBeLessThan(TIME_MAX_MS);
  // Many ways to be wrong are met, and not every change is one.
  expect(answers.size).toBeGreaterThan(Math.min(30, COUNT / 100));
  expect(answers.get("accepted")).toBeGreaterThan(0);
}, 86_400_000);

type Attempt = Uint8Array | CompiledModule;

/** The answer to a module; what is neither acceptance nor a coded error is thrown. */
function verify(attempt: Attempt, dependencies: readonly CompiledModule[]): string {
  try {
    verifyPackage([attempt instanceof Uint8Array ? decodeModule(attempt) : attempt], dependencies);
    return "accepted";
  } catch (error) {
    if (error instanceof VerificationError) return error.fault;
    if (error instanceof ModuleFormatError) return error.code;
    throw error;
  }
}

function timed(run: () => string): { answer: string; milliseconds: number } {
  let milliseconds = Number.POSITIVE_INFINITY;
  let answer = "";
  for (let attempt = 0; attempt < 3 && milliseconds > TIME_MAX_MS / 2; attempt += 1) {
    const time = timeOfCall(() => {
      answer = run();
    });
    milliseconds = Math.min(milliseconds, time);
  }
  return { answer, milliseconds };
}

function changedBytes(random: Random, source: Uint8Array): Uint8Array {
  const bytes = source.slice();
  for (let count = 1 + random.below(3); count > 0; count -= 1) {
    bytes[random.below(bytes.length)] = random.below(2) === 0 ? random.below(256) : random.below(16);
  }
  return bytes;
}

/** One to three changes of indexes, instructions or table entries. What no bytes can hold is tried as it is. */
function changedTables(random: Random, source: CompiledModule): Attempt {
  const module: CompiledModule = structuredClone(source);
  for (let count = 1 + random.below(3); count > 0; count -= 1) {
    if (random.below(4) > 0) changeCode(random, module);
    else changeTable(random, module);
  }
  if (random.below(2) === 0) return module;
  try {
    return encodeModule(module);
  } catch (error) {
    if (error instanceof RangeError) return module;
    throw error;
  }
}

function changeCode(random: Random, module: CompiledModule): void {
  const bodies = module.functionDefinitions.flatMap(({ code }) => (code === undefined || code.instructions.length === 0 ? [] : [code]));
  if (bodies.length === 0) return;
  const code = at(bodies, random.below(bodies.length));
  const instructions = writable(code.instructions);
  const offset = random.below(instructions.length);
  const old = at(instructions, offset);
  const other = random.below(instructions.length);
  switch (random.below(6)) {
    case 0:
      instructions[offset] = { ...old, op: at(allOpcodes, random.below(allOpcodes.length)) };
      break;
    case 1:
      instructions[offset] = { ...old, index: random.below(random.below(4) === 0 ? 70_000 : 12) };
      break;
    case 2:
      [instructions[offset], instructions[other]] = [at(instructions, other), old];
      break;
    case 3:
      instructions.splice(offset, 1);
      break;
    case 4:
      instructions.splice(offset, 0, {
        op: at(allOpcodes, random.below(allOpcodes.length)),
        index: random.below(12),
        literal: BigInt(random.below(9)),
      });
      break;
    default:
      instructions.splice(offset, 0, at(instructions, other));
  }
}

/** Changes a number somewhere below a random entry of a random table, swaps two entries, or takes one out or in twice. */
function changeTable(random: Random, module: CompiledModule): void {
  const tables = Object.values(module).filter((table): table is unknown[] => Array.isArray(table) && table.length > 0);
  const table = at(tables, random.below(tables.length));
  const [index, other] = [random.below(table.length), random.below(table.length)];
  switch (random.below(5)) {
    case 0:
      [table[index], table[other]] = [table[other], table[index]];
      break;
    case 1:
      table.splice(index, 1);
      break;
    case 2:
      table.push(structuredClone(table[index]));
      break;
    default:
      changeNumber(random, table[index]);
  }
}

function changeNumber(random: Random, entry: unknown): void {
  let inside = entry;
  for (let depth = 0; depth < 6 && typeof inside === "object" && inside !== null; depth += 1) {
    const keys = Object.keys(inside);
    if (keys.length === 0) return;
    const key = at(keys, random.below(keys.length));
    const value: unknown = Reflect.get(inside, key);
    if (typeof value === "number") Reflect.set(inside, key, changedNumber(random, value));
    else if (typeof value === "boolean") Reflect.set(inside, key, !value);
    inside = value;
  }
}

function changedNumber(random: Random, value: number): number {
  return at([value + 1, value - 1, random.below(10), random.below(300), random.below(70_000)], random.below(5));
}

function writable(instructions: readonly Instruction[]): Instruction[] {
  return instructions as Instruction[];
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error("a random choice was out of range");
  return item;
}

/** Mulberry32: the same numbers for the same seed. */
class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** A whole number from 0, below `bound`. */
  below(bound: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  }
}
