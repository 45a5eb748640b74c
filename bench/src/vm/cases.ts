import type { VmCase } from "./case.ts";
import { arithmetic } from "./handwritten/arithmetic.ts";
import { bcsRoundTrip } from "./handwritten/bcs-round-trip.ts";
import { handwrittenHash } from "./handwritten/hashes.ts";
import { sort } from "./handwritten/sort.ts";
import { structs } from "./handwritten/structs.ts";
import { table } from "./handwritten/table.ts";

/** An amount in fen that is above 2^53. */
const BIG = 2n ** 60n + 1n;
const HASHED_BYTES = [32, 1024, 65_536];
const COMPILED_TARGET = 300;
const INTERPRETED_TARGET = 20;

/** What `npm run bench:vm` measures, in the order of its table. */
export const VM_CASES: readonly VmCase[] = [
  compiled("loop with arithmetic", "arithmetic", arithmetic, 200_000, 40_000, COMPILED_TARGET),
  compiled("struct through &mut", "structs", structs, 200_000, 40_000, COMPILED_TARGET),
  compiled("sort of 256", "sort", sort, 100, 20, INTERPRETED_TARGET),
  compiled("table access", "table", table, 50_000, 20_000, INTERPRETED_TARGET),
  compiled("BCS round trip", "bcs_round_trip", bcsRoundTrip, 2_000, 1_000, INTERPRETED_TARGET),
  ...(["sha2", "sha3", "blake2b"] as const).flatMap((name) => HASHED_BYTES.map((bytes) => hashed(name, bytes))),
];

function compiled(
  name: string,
  called: string,
  handwritten: VmCase["handwritten"],
  ours: number,
  reference: number,
  target: number,
): VmCase {
  const samples = { ours, referenceFew: 1, referenceMany: reference };
  return { name, function: called, operand: 5n, bigOperand: BIG, handwritten, samples, target };
}

function hashed(name: "sha2" | "sha3" | "blake2b", bytes: number): VmCase {
  const bytesOfSample = bytes + 200;
  const samples = {
    ours: Math.max(64, Math.ceil(200_000 / bytesOfSample)),
    referenceFew: 1,
    referenceMany: Math.ceil(20_000_000 / bytesOfSample),
  };
  const label = `${name} of ${bytes} bytes`;
  return {
    name: label,
    function: name,
    operand: BigInt(bytes),
    bigOperand: undefined,
    handwritten: handwrittenHash[name],
    samples,
    target: 1,
  };
}
