import type { BenchResult } from "./bench-result.ts";
import { type FigureRow, figureRows } from "./figure-rows.ts";

/** A result as a table for a terminal. */
export function printTable(result: BenchResult): string {
  const rows = figureRows(result);
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map(([what, figure, beside]) =>
    `${what.padEnd(widths[0] ?? 0)}  ${figure.padStart(widths[1] ?? 0)}   ${beside}`.trimEnd(),
  );
  return [machineLine(result), "", ...lines, ...noteLines(result)].join("\n");
}

/** A result as a table in Markdown. */
export function printMarkdown(result: BenchResult): string {
  const rows: readonly FigureRow[] = [["what", "figure", ""], ["---", "---:", "---"], ...figureRows(result)];
  return [machineLine(result), "", ...rows.map((row) => `| ${row.join(" | ")} |`), ...noteLines(result)].join("\n");
}

function machineLine({ machine, at, tookSeconds }: BenchResult): string {
  const { processor, cores, memoryGib, node, kernel, disk } = machine;
  return `${processor}, ${cores} cores, ${memoryGib} GiB, ${disk}, ${kernel}, Node ${node}; ${at.slice(0, 10)}, in ${Math.round(tookSeconds)} s`;
}

function noteLines({ notes }: BenchResult): string[] {
  return notes.length === 0 ? [] : ["", ...notes];
}
