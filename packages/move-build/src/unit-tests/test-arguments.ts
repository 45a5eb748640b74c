import type { RuntimeType } from "@sycee/move-vm";
import { type NamedAddresses, readInteger, resolveAddress, type SourceFunction } from "../source/source-module.ts";
import type { SourceToken } from "../source/source-tokens.ts";
import type { RandomNumbers } from "./random-numbers.ts";

/** Longest vector that a random argument is. */
const VECTOR_MAX = 12;
const INTEGER_BITS = { u8: 8, u16: 16, u32: 32, u64: 64, u128: 128, u256: 256 } as const;

/** A value of a test's parameter, as plain JavaScript. */
export type TestArgument = boolean | bigint | string | readonly TestArgument[];

/**
 * What `#[test(a = @0x1, b = @0x2)]` gives to the parameters of those names, in their order: addresses, numbers and booleans.
 * Answers with a sentence if it does not give a value to each parameter, or to one that is not there.
 */
export function annotatedArguments(declared: SourceFunction, addresses: NamedAddresses): readonly TestArgument[] | string {
  const annotation = declared.attributes.find((attribute) => attribute.name === "test")?.inner ?? [];
  const values = new Map(annotation.map(({ name, value }) => [name, value ?? []]));
  const unknown = [...values.keys()].find((name) => !declared.parameters.includes(name));
  if (unknown !== undefined) return `The test has no parameter ${unknown}.`;
  const read: TestArgument[] = [];
  for (const name of declared.parameters) {
    const tokens = values.get(name);
    if (tokens === undefined) return `The test's parameter ${name} needs a value: #[test(${name} = @0x1)].`;
    const value = readValue(tokens, addresses);
    if (value === undefined) return `The value of ${name} is neither an address, a number nor a boolean.`;
    read.push(value);
  }
  return read;
}

function readValue(tokens: readonly SourceToken[], addresses: NamedAddresses): TestArgument | undefined {
  const [first, second] = tokens;
  if (tokens.length === 2 && first?.text === "@" && second !== undefined) return resolveAddress(second.text, addresses);
  if (tokens.length !== 1 || first === undefined) return undefined;
  if (first.text === "true" || first.text === "false") return first.text === "true";
  return readInteger(first) ?? (first.kind === "name" && addresses.has(first.text) ? resolveAddress(first.text, addresses) : undefined);
}

/** How random numbers are drawn: each of a type as often as another, or those near the type's edges and short ones more often. */
export type Draw = "even" | "edges";

/** A random value of a primitive type or of vectors of them; `undefined` for other types. */
export function randomArgument(type: RuntimeType, random: RandomNumbers, draw: Draw): TestArgument | undefined {
  switch (type.kind) {
    case "bool":
      return random.below(2) === 1;
    case "u8":
    case "u16":
    case "u32":
    case "u64":
    case "u128":
    case "u256":
      return randomInteger(INTEGER_BITS[type.kind], random, draw);
    case "address":
    case "signer":
      return `0x${randomInteger(256, random, draw).toString(16)}`;
    case "vector": {
      const values: TestArgument[] = [];
      for (let left = random.below(VECTOR_MAX + 1); left > 0; left--) {
        const value = randomArgument(type.element, random, draw);
        if (value === undefined) return undefined;
        values.push(value);
      }
      return values;
    }
    default:
      return undefined;
  }
}

function randomInteger(bits: number, random: RandomNumbers, draw: Draw): bigint {
  if (draw === "even") return random.bits(bits);
  const largest = (1n << BigInt(bits)) - 1n;
  const nearEdge = BigInt(random.below(4));
  if (random.below(8) === 0) return random.below(2) === 0 ? nearEdge : largest - nearEdge;
  // Every width as often as the others: most numbers are not almost the largest.
  return random.bits(1 + random.below(bits));
}

/** A value as Move writes it. */
export function printArgument(value: TestArgument): string {
  if (typeof value === "string") return `@${value}`;
  if (typeof value === "object") return `vector[${value.map(printArgument).join(", ")}]`;
  return String(value);
}
