import type { BenchResult } from "./bench-result.ts";
import { figureRows } from "./figure-rows.ts";

/** Tells the rows of a result that were not told before, as parts of a run come to their end. */
export class ToldRows {
  readonly #told = new Set<string>();
  readonly #say: (text: string) => void;

  constructor(say: (text: string) => void) {
    this.#say = say;
  }

  tell(result: BenchResult): void {
    for (const [what, figure, beside] of figureRows(result)) {
      if (this.#told.has(what)) continue;
      this.#told.add(what);
      this.#say(`${what}: ${figure}${beside === "" ? "" : ` (${beside})`}`);
    }
  }
}
