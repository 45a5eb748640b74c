import type { VmMeasurement } from "./case.ts";

const HEAD = ["case", "ours ns", "fresh", "after 2^53", "reference ns", "times", "at least", "by hand ns", "ratio", ""];

/** A table, a line a case; a case that misses a target says so. */
export function printMeasurements(measurements: readonly VmMeasurement[]): string {
  const rows = measurements.map((measured) => {
    const { name, oursNs, oursFreshNs, oursAfterBigNs, referenceNs, handwrittenNs, target } = measured;
    const times = referenceNs / oursNs;
    const ratio = oursNs / handwrittenNs;
    const missed = [...(times < target ? ["too slow"] : []), ...(ratio > 2 ? ["twice by hand"] : [])];
    const figures = [oursNs, oursFreshNs, oursAfterBigNs, referenceNs].map(nanoseconds);
    return [name, ...figures, times.toFixed(1), `${target}`, nanoseconds(handwrittenNs), ratio.toFixed(2), missed.join(", ")];
  });
  const widths = HEAD.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? "").length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ")
      .trimEnd();
  return `${[HEAD, ...rows].map(line).join("\n")}\n`;
}

function nanoseconds(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(1);
}
