import { MoveBuildError } from "@sycee/move-build";
import { NodeStartError } from "@sycee/node";
import { SyceeError } from "@sycee/sdk";
import { StorageError } from "@sycee/storage";
import { CliError } from "./cli-error.ts";

/** A failure as it is told: never a stack trace. */
export interface Failure {
  readonly code: string;
  readonly detail: string;
  readonly number?: number;
  /** Name of a Move module's error. */
  readonly abortName?: string;
}

/** What to say of whatever a command threw. */
export function failureOf(error: unknown): Failure {
  if (error instanceof SyceeError) {
    const { code, number, abortName } = error;
    const detail = error.receipt?.abort?.text ?? error.detail;
    return abortName === undefined ? { code, number, detail } : { code, number, detail, abortName };
  }
  if (error instanceof CliError) return { code: error.code, detail: error.message };
  if (error instanceof MoveBuildError) return { code: error.code, detail: error.message.trimEnd() };
  if (error instanceof NodeStartError) return { code: "node_not_started", detail: error.message };
  if (error instanceof StorageError) return { code: "storage", detail: error.message };
  return { code: "internal", detail: error instanceof Error ? error.message : String(error) };
}

/** Prints a failure: for programs a JSON line on standard output, for people a line on standard error. Sets the exit code to 1. */
export function reportFailure(error: unknown, json: boolean): void {
  const failure = failureOf(error);
  if (json) process.stdout.write(`${JSON.stringify({ error: failure })}\n`);
  else
    process.stderr.write(
      `error: ${failure.detail} (${[failure.code, failure.abortName].filter((part) => part !== undefined).join(" ")})\n`,
    );
  if (failure.code === "internal" && process.env["SYCEE_DEBUG"] !== undefined) console.error(error);
  process.exitCode = 1;
}
