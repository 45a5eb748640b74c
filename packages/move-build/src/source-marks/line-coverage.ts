import type { SourceMark } from "./marked-packages.ts";

/** A line on which at least one statement, arm, branch or lambda begins. */
export interface CoveredLine {
  /** From 1. */
  readonly line: number;
  /** How often its first statement ran. */
  readonly hits: number;
  /** What begins on the line, and how much of that was ever reached. */
  readonly statements: number;
  readonly reached: number;
}

/** Lines of a source file that its package's tests reach; code for tests does not count. */
export interface FileCoverage {
  /** Relative to the package. */
  readonly path: string;
  readonly lines: readonly CoveredLine[];
}

/** What of the marks in `packageName` was reached; `hits` by number of the mark. Files by path, lines in order. */
export function lineCoverage(packageName: string, marks: readonly SourceMark[], hits: ArrayLike<number>): readonly FileCoverage[] {
  const files = new Map<string, Map<number, { hits: number; statements: number; reached: number }>>();
  for (const [number, mark] of marks.entries()) {
    if (mark.package !== packageName || mark.isTest) continue;
    const lines = files.get(mark.path) ?? new Map<number, { hits: number; statements: number; reached: number }>();
    files.set(mark.path, lines);
    const count = hits[number] ?? 0;
    const line = lines.get(mark.line) ?? { hits: count, statements: 0, reached: 0 };
    line.statements += 1;
    if (count > 0) line.reached += 1;
    lines.set(mark.line, line);
  }
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, lines]) => ({
      path,
      lines: [...lines].sort(([a], [b]) => a - b).map(([line, counted]) => ({ line, ...counted })),
    }));
}

/** A table of the files with the lines that no test reaches, and those reached in part (`~`). Ends with a line break. */
export function formatCoverage(files: readonly FileCoverage[]): string {
  const rows = files.map(({ path, lines }) => {
    const reached = lines.filter((line) => line.reached > 0).length;
    return { path, reached, total: lines.length, missing: describeMissing(lines) };
  });
  const width = Math.max(4, ...rows.map(({ path }) => path.length));
  const print = (path: string, reached: number, total: number, missing: string): string =>
    `${path.padEnd(width)}  ${`${reached}/${total}`.padStart(9)}  ${percent(reached, total).padStart(6)}  ${missing}`.trimEnd();
  const reached = rows.reduce((sum, row) => sum + row.reached, 0);
  const total = rows.reduce((sum, row) => sum + row.total, 0);
  const head = `${"file".padEnd(width)}  ${"lines".padStart(9)}  ${"".padStart(6)}  not reached (~: in part)`;
  const body = rows.map((row) => print(row.path, row.reached, row.total, row.missing));
  return `${[head, ...body, print("all", reached, total, "")].join("\n")}\n`;
}

function percent(part: number, whole: number): string {
  // Rounded down: 100.0% means every line.
  return whole === 0 ? "-" : `${(Math.floor((part * 1000) / whole) / 10).toFixed(1)}%`;
}

/** `12-15, 20~`: lines not reached, neighbours among the counted ones joined. */
function describeMissing(lines: readonly CoveredLine[]): string {
  const parts: string[] = [];
  let start: number | undefined;
  for (const [index, { line, reached, statements }] of lines.entries()) {
    if (reached === 0) {
      start ??= line;
      const next = lines[index + 1];
      if (next?.reached === 0) continue;
      parts.push(start === line ? `${line}` : `${start}-${line}`);
      start = undefined;
    } else if (reached < statements) {
      parts.push(`${line}~`);
    }
  }
  return parts.join(", ");
}
