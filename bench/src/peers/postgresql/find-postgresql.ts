import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

/** A PostgreSQL that can be started. */
export interface Postgresql {
  /** The folder of its programs. */
  readonly programs: string;
  readonly version: string;
}

const NEEDED = ["initdb", "postgres", "pgbench", "psql"];
/** Where Debian and its kin have a server's programs, which they keep off the PATH. */
const DEBIAN = "/usr/lib/postgresql";

/** A server on this machine, the newest first; `undefined` where there is none with all its programs. */
export function findPostgresql(): Postgresql | undefined {
  for (const programs of folders()) {
    if (!NEEDED.every((name) => existsSync(join(programs, name)))) continue;
    const version = /(\d+(?:\.\d+)*)/.exec(execFileSync(join(programs, "postgres"), ["--version"], { encoding: "utf8" }))?.[1];
    if (version !== undefined) return { programs, version };
  }
  return undefined;
}

function folders(): string[] {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((left, right) => Number(right) - Number(left)) : [];
  return [...versions.map((version) => join(DEBIAN, version, "bin")), ...(process.env["PATH"] ?? "").split(delimiter)];
}
