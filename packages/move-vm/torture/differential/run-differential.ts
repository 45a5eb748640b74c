import { OPCODES } from "../../src/format/opcodes.ts";
import { ReferenceVm } from "../reference/reference-vm.ts";
import { compareBatch, type Mismatch } from "./compare-batch.ts";

/** A batch in which the Move compiler panics (it does on one program in a hundred or two) is lost as a whole. */
const PROGRAMS_A_BATCH = 20;

export interface DifferentialReport {
  readonly programs: number;
  readonly aborted: number;
  /** Programs that ended where the reference's WebAssembly has a limit of its own: vector indexes from 2^32 on. */
  readonly beyondReference: number;
  /** Batches that the standard compiler itself could not compile (it panics on some loops). */
  readonly uncompiled: number;
  readonly mismatches: readonly Mismatch[];
  /** Opcodes that occur in no compiled program. */
  readonly missing: readonly string[];
  /** Opcodes that no program ran. */
  readonly missingRun: readonly string[];
}

/** Compares so many programs, grown from `seed`, on all machines; tells how far it is after each batch. */
export async function runDifferential(seed: number, programs: number, tell: (line: string) => void): Promise<DifferentialReport> {
  const reference = new ReferenceVm();
  const opcodes = new Set<string>();
  const opcodesRun = new Set<string>();
  const mismatches: Mismatch[] = [];
  let [done, aborted, beyondReference, uncompiled] = [0, 0, 0, 0];
  try {
    for (let batch = 0; done < programs; batch += 1) {
      const batchSeed = seed * 100_000 + batch;
      let report: Awaited<ReturnType<typeof compareBatch>>;
      try {
        report = await compareBatch(batchSeed, Math.min(PROGRAMS_A_BATCH, programs - done), reference);
      } catch (error) {
        if (!(error instanceof Error) || !error.message.includes("unreachable")) throw error;
        uncompiled += 1;
        if (uncompiled > 10 + batch / 4) throw error;
        continue;
      }
      done += report.programs;
      aborted += report.aborted;
      beyondReference += report.beyondReference;
      mismatches.push(...report.mismatches);
      for (const op of report.opcodes) opcodes.add(op);
      for (const op of report.opcodesRun) opcodesRun.add(op);
      tell(`${done} of ${programs} programs, ${aborted} ended early, ${mismatches.length} mismatches`);
    }
  } finally {
    await reference.close();
  }
  const all = Object.keys(OPCODES);
  const missing = all.filter((op) => !opcodes.has(op));
  const missingRun = all.filter((op) => !opcodesRun.has(op));
  return { programs: done, aborted, beyondReference, uncompiled, mismatches, missing, missingRun };
}
