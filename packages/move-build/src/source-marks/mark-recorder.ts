import { runUnitTest, type UnitTestOptions, type UnitTestResult, type VirtualMachine } from "@sycee/move-vm";
import type { SourceMark } from "./marked-packages.ts";

/** A call on the stack when a test ended: the statement it was at. */
export interface StackFrame {
  /** `0x…::module::function`, of the source: code of a macro is where the macro is. */
  readonly function: string;
  /** Absolute directory of the package. */
  readonly directory: string;
  /** Relative to the package. */
  readonly path: string;
  /** Where the statement begins, from 1. */
  readonly line: number;
}

/** Runs tests of marked packages, and keeps how often each mark was passed and where the last test ended. */
export class MarkRecorder {
  readonly marks: readonly SourceMark[];
  /** By number of the mark. */
  readonly hits: Float64Array;
  readonly #frames: number[] = [];
  readonly #machine: VirtualMachine;

  constructor(machine: VirtualMachine, marks: readonly SourceMark[]) {
    this.marks = marks;
    this.hits = new Float64Array(marks.length);
    this.#machine = machine;
  }

  /** Runs one test; the stack is that of its end, innermost call first, and empty if it returned. */
  run(
    address: `0x${string}`,
    module: string,
    name: string,
    options: Pick<UnitTestOptions, "gasLimit" | "arguments">,
  ): UnitTestResult & { readonly stack: readonly StackFrame[] } {
    this.#frames.length = 0;
    const result = runUnitTest(this.#machine, address, module, name, {
      ...options,
      onMark: (mark, depth) => {
        this.hits[mark] = (this.hits[mark] ?? 0) + 1;
        this.#frames[depth - 1] = mark;
      },
    });
    // What stands beyond the depth at the end are calls that had returned.
    const stack = this.#frames.slice(0, result.depth).flatMap((number) => {
      const mark = this.marks[number];
      if (mark === undefined) return [];
      return [{ function: `${mark.module}::${mark.function}`, directory: mark.directory, path: mark.path, line: mark.line }];
    });
    return { ...result, stack: stack.toReversed() };
  }
}
