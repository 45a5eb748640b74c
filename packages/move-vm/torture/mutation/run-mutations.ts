import type { CompiledModule } from "../../src/format/compiled-module.ts";
import { decodeModule } from "../../src/format/decode-module.ts";
import { encodeModule } from "../../src/format/encode-module.ts";
import { ModuleFormatError } from "../../src/format/module-format-error.ts";
import { VerificationError } from "../../src/verifier/verification-error.ts";
import { verifyPackage } from "../../src/verifier/verify-package.ts";
import { timeOfCall } from "../../test-data/time-of-call.ts";
import { Random } from "../random.ts";
import { mutateBytes, mutateTables } from "./mutate-module.ts";
import type { Specimen } from "./mutation-corpus.ts";
import { runMutant } from "./run-mutant.ts";

export interface MutationReport {
  readonly mutants: number;
  readonly accepted: number;
  /** Functions of accepted modules that ran, and runs that compiled code repeated. */
  readonly functions: number;
  readonly compared: number;
  /** How often each code was the answer. */
  readonly answers: ReadonlyMap<string, number>;
  readonly slowestMs: number;
  /** Crashes, violations, differences between compiled code and interpreter; the first few in words. */
  readonly faults: readonly string[];
  readonly faultCount: number;
}

const FAULTS_MAX = 20;

/** Changes modules of the corpus, verifies them, and runs what is accepted. */
export function runMutations(corpus: readonly Specimen[], seed: number, count: number, tell: (line: string) => void): MutationReport {
  const answers = new Map<string, number>();
  const faults: string[] = [];
  let [accepted, functions, compared, slowestMs, faultCount] = [0, 0, 0, 0, 0];
  for (let round = 0; round < count; round += 1) {
    const random = new Random((seed * 15_485_863 + round * 7919) | 0);
    const specimen = random.pick(corpus);
    const fault = (what: string): void => {
      faultCount += 1;
      const text = `seed ${seed}, round ${round}, ${specimen.name}: ${what}`;
      tell(text);
      if (faults.length < FAULTS_MAX) faults.push(text);
    };
    try {
      const attempt = random.oneIn(4) ? mutateBytes(random, specimen.bytes) : encoded(mutateTables(random, specimen.module));
      const { answer, module, milliseconds } = timed(attempt, specimen);
      slowestMs = Math.max(slowestMs, milliseconds);
      answers.set(answer, (answers.get(answer) ?? 0) + 1);
      if (module !== undefined) {
        accepted += 1;
        const run = runMutant(random, module, specimen.loaded);
        functions += run.functions;
        compared += run.compared;
        if (run.mismatch !== undefined) fault(run.mismatch);
      }
    } catch (error) {
      fault(
        error instanceof Error ? `${error.name}: ${error.message} ${(error.stack ?? "").split("\n").slice(1, 4).join(" ")}` : String(error),
      );
    }
    if ((round + 1) % 10_000 === 0) tell(`${round + 1} of ${count} mutants, ${accepted} accepted, ${faultCount} faults`);
  }
  return { mutants: count, accepted, functions, compared, answers, slowestMs, faults, faultCount };
}

/** As bytes if they can hold it: then reading them is tried too. */
function encoded(module: CompiledModule): Uint8Array | CompiledModule {
  try {
    return encodeModule(module);
  } catch (error) {
    if (error instanceof RangeError) return module;
    throw error;
  }
}

interface Answer {
  readonly answer: string;
  readonly module: CompiledModule | undefined;
}

/** Time is measured again when it is long: another process may have had the processor. */
function timed(attempt: Uint8Array | CompiledModule, specimen: Specimen): Answer & { milliseconds: number } {
  let milliseconds = Number.POSITIVE_INFINITY;
  let result: Answer = { answer: "", module: undefined };
  for (let tries = 0; tries < 4 && milliseconds > 50; tries += 1) {
    const time = timeOfCall(() => {
      result = answerTo(attempt, specimen);
    });
    milliseconds = Math.min(milliseconds, time);
  }
  return { ...result, milliseconds };
}

function answerTo(attempt: Uint8Array | CompiledModule, specimen: Specimen): Answer {
  try {
    const module = attempt instanceof Uint8Array ? decodeModule(attempt) : attempt;
    verifyPackage([module], specimen.dependencies);
    return { answer: "accepted", module };
  } catch (error) {
    if (error instanceof VerificationError) return { answer: error.fault, module: undefined };
    if (error instanceof ModuleFormatError) return { answer: error.code, module: undefined };
    throw error;
  }
}
