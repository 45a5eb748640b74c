import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** A folder for what test files of one run share. It is empty until one of them needs something. */
    preparedFolder: string;
  }
}

/** Before a run of the tests: makes the folder, and removes it after the run with what is in it. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "sycee-prepared-"));
  project.provide("preparedFolder", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
