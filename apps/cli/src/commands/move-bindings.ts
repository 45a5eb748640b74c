import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { writeBindings } from "@sycee/move-build";

export interface MoveBindingsOptions {
  readonly json?: true;
  readonly out?: string;
  readonly sdk?: string;
}

/** Writes TypeScript for a package to a file, or to standard output. Throws `MoveBuildError`. */
export async function bindMove(directory: string, options: MoveBindingsOptions): Promise<void> {
  const text = await writeBindings(resolve(directory), options.sdk === undefined ? {} : { sdk: options.sdk });
  if (options.out === undefined) {
    process.stdout.write(options.json ? `${JSON.stringify({ text })}\n` : text);
    return;
  }
  const changed = readIfThere(options.out) !== text;
  if (changed) {
    mkdirSync(dirname(resolve(options.out)), { recursive: true });
    writeFileSync(options.out, text);
  }
  if (options.json) console.log(JSON.stringify({ file: options.out, changed }));
  else console.log(changed ? `wrote ${options.out}` : `${options.out} is up to date`);
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
