/** One thing the compiler says of a package. */
export interface Diagnostic {
  readonly severity: "error" | "warning";
  /** The compiler's code, `E04007`; absent for what is said of the package itself. */
  readonly code: string | undefined;
  readonly title: string;
  /** File within the package; absent where nothing is said of one. */
  readonly path: string | undefined;
  /** From 1. */
  readonly line: number | undefined;
  readonly column: number | undefined;
  /** What the compiler prints below the title, source and arrows. */
  readonly text: string;
}

const HEAD = /^(error|warning)(?:\[(\w+)\])?: (.*)$/;
const PLACE = /^\s*┌─ (?:\.\/)?(.+):(\d+):(\d+)\s*$/;

/** Reads what the compiler prints; text that does not look like that becomes one error. */
export function readDiagnostics(text: string): readonly Diagnostic[] {
  const blocks: string[][] = [];
  for (const line of text.split("\n")) {
    if (HEAD.test(line)) blocks.push([line]);
    else blocks.at(-1)?.push(line);
  }
  if (blocks.length === 0) {
    const title = text.trim();
    return title === ""
      ? []
      : [{ severity: "error", code: undefined, title, path: undefined, line: undefined, column: undefined, text: "" }];
  }
  return blocks.map(readBlock);
}

function readBlock([head = "", ...below]: readonly string[]): Diagnostic {
  const [, severity, code, title = ""] = HEAD.exec(head) ?? [];
  const place = below.map((line) => PLACE.exec(line)).find((found) => found !== null);
  const [, path, line, column] = place ?? [];
  return {
    severity: severity === "warning" ? "warning" : "error",
    code,
    title,
    path,
    line: line === undefined ? undefined : Number(line),
    column: column === undefined ? undefined : Number(column),
    text: below.join("\n").trimEnd(),
  };
}
