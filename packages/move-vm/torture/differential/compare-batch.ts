import { decodeModule } from "../../src/format/decode-module.ts";
import { encodeModule } from "../../src/format/encode-module.ts";
import type { Opcode } from "../../src/format/opcodes.ts";
import { compileSources } from "../programs/compile-sources.ts";
import { emitTest, type ProgramEnd } from "../programs/emit-test.ts";
import { type RandomModule, randomModule } from "../programs/random-module.ts";
import type { ReferenceVm } from "../reference/reference-vm.ts";
import { InterpretedPrograms } from "./interpreted-programs.ts";
import { Random } from "../random.ts";
import { GAS, ProgramRunner } from "./run-programs.ts";
import { varyModule } from "./vary-module.ts";

/** Ends a reference that hangs: by the clock, which on a busy machine goes much faster than the batch. */
const REFERENCE_MAX_MS = 1_800_000;

/** A program on which machines disagree. */
export interface Mismatch {
  readonly seed: number;
  readonly program: string;
  readonly between:
    | "structured and dispatched code"
    | "compiler and interpreter"
    | "plain and varied code"
    | "our machine and the reference";
  readonly detail: string;
  readonly source: string;
}

export interface BatchReport {
  readonly programs: number;
  readonly aborted: number;
  /** Programs that ended where the reference's WebAssembly has a limit of its own. */
  readonly beyondReference: number;
  readonly mismatches: readonly Mismatch[];
  readonly opcodes: ReadonlySet<Opcode>;
  readonly opcodesRun: ReadonlySet<Opcode>;
}

/** Grows a module of programs from a seed and runs each on every machine there is. */
export async function compareBatch(seed: number, programs: number, reference: ReferenceVm | undefined): Promise<BatchReport> {
  return compareModule(seed, randomModule(`m${seed}`, seed, programs), reference);
}

export async function compareModule(seed: number, module: RandomModule, reference: ReferenceVm | undefined): Promise<BatchReport> {
  const path = `sources/${module.name}.move`;
  const bytes = await compileSources({ [path]: module.source });
  const structured = new ProgramRunner(bytes, false);
  const dispatched = new ProgramRunner(bytes, true);
  const interpreted = new InterpretedPrograms(bytes, structured.linker);
  const mismatches: Mismatch[] = [];
  const tests: string[] = [];
  let aborted = 0;
  for (const [index, results] of module.results.entries()) {
    const program = `p${index}`;
    const differ = (between: Mismatch["between"], detail: string) =>
      mismatches.push({ seed, program, between, detail, source: module.source });
    const end = structured.run(module.name, program);
    if (end.kind !== "values") aborted += 1;
    const found = endText(end);
    const again = endText(dispatched.run(module.name, program));
    if (again !== found) differ("structured and dispatched code", `${found} but ${again}`);
    const wanted = endText(interpreted.run(module.name, program, GAS));
    if (wanted !== comparable(end)) differ("compiler and interpreter", `${found} but ${wanted}`);
    const limit = end.kind === "values" ? Math.floor((end.gasUsed * ((seed * 7919 + index * 104_729) % 1000)) / 1000) : 0;
    const short = endText(structured.run(module.name, program, limit));
    const shortAgain = endText(dispatched.run(module.name, program, limit));
    if (short !== shortAgain) differ("structured and dispatched code", `with gas ${limit}: ${short} but ${shortAgain}`);
    if (end.kind === "values" && !short.includes("out_of_gas"))
      differ("compiler and interpreter", `gas ${limit} of ${end.gasUsed} was enough: ${short}`);
    tests.push(emitTest(module.name, index, results, end));
  }
  const random = new Random(seed);
  const varied = bytes.map((each) => encodeModule(varyModule(decodeModule(each), random)));
  const variedRunner = new ProgramRunner(varied, false);
  const variedInterpreted = new InterpretedPrograms(varied, variedRunner.linker);
  for (const [index] of module.results.entries()) {
    const program = `p${index}`;
    const end = variedRunner.run(module.name, program);
    const found = endText(end);
    const differ = (between: Mismatch["between"], detail: string) =>
      mismatches.push({ seed, program, between, detail, source: module.source });
    const wanted = endText(variedInterpreted.run(module.name, program, GAS));
    if (wanted !== comparable(end)) differ("compiler and interpreter", `in varied code ${found} but ${wanted}`);
    const [plain, other] = [outcome(structured.run(module.name, program)), outcome(end)];
    if (plain !== other) differ("plain and varied code", `${plain} but ${other}`);
  }
  let beyondReference = 0;
  if (reference !== undefined) {
    const verdicts = await reference.test({ [path]: `${module.source}\n${tests.join("\n")}\n` }, REFERENCE_MAX_MS);
    for (const [index] of module.results.entries()) {
      const verdict = verdicts.get(`${module.name}::t${index}`);
      if (verdict?.passed === true) continue;
      if (verdict !== undefined && isLimitOfReference(tests[index] ?? "", verdict.report)) {
        beyondReference += 1;
        continue;
      }
      const detail = `${tests[index]}\n${verdict?.report ?? "the reference did not run it"}`;
      mismatches.push({ seed, program: `p${index}`, between: "our machine and the reference", detail, source: module.source });
    }
  }
  const opcodes = new Set<Opcode>();
  for (const each of varied) {
    for (const { code } of decodeModule(each).functionDefinitions) for (const { op } of code?.instructions ?? []) opcodes.add(op);
  }
  return {
    programs: module.results.length,
    aborted,
    beyondReference,
    mismatches,
    opcodes,
    opcodesRun: new Set([...interpreted.opcodesRun, ...variedInterpreted.opcodesRun]),
  };
}

/** In WebAssembly the reference counts in 32 bits: an index of a vector from 2^32 on is a fault of its own there, not one of the program. */
function isLimitOfReference(test: string, report: string): boolean {
  return test.includes("vector_error, minor_status = 1") && report.includes("UNKNOWN_INVARIANT_VIOLATION_ERROR (code 2000)");
}

/** Compiled code pays for a block as it enters it: where a program fails, the interpreter has paid for less of the last one. */
function comparable(end: ProgramEnd): string {
  return endText(end.kind === "values" ? end : { ...end, gasUsed: undefined });
}

/** How a program ended, gas and offset aside. */
function outcome(end: ProgramEnd): string {
  if (end.kind === "values") return endText({ ...end, gasUsed: 0 });
  return endText({ ...end, gasUsed: 0, location: { ...end.location, offset: 0 } });
}

/** The whole of how a program ended, to compare. */
function endText(end: ProgramEnd): string {
  return JSON.stringify(end, (_key, value: unknown) => (typeof value === "bigint" ? `${value}n` : value));
}
