import { SyceeError } from "@sycee/sdk";
import { CliError } from "./cli-error.ts";

/** A failure as it is told: never a stack trace. */
export interface Failure {
  readonly code: string;
  readonly detail: string;
  readonly number?: number;
  /** Name of a Move module's error. */
  readonly abortName?: string;
  /** Of the transaction, when it is on the ledger and had no effect. */
  readonly id?: string;
  readonly height?: string;
}

/** What to do about a refusal that the command line has a way for. */
const HINTS: Readonly<Record<string, string>> = {
  session_required: "This node keeps accounts private: name as whom you read by --reader NAME or $SYCEE_READER, whose key you have.",
  not_yours: "Another may read it: --reader NAME says as whom you read.",
};

function withHint(detail: string, code: string): string {
  const hint = HINTS[code];
  return hint === undefined ? detail : `${detail} ${hint}`;
}

/** What to say of whatever a command threw. */
export function failureOf(error: unknown): Failure {
  if (error instanceof SyceeError) {
    const { code, number, abortName, receipt } = error;
    return {
      code,
      number,
      detail: withHint(receipt?.abort?.text ?? error.detail, code),
      ...(abortName === undefined ? {} : { abortName }),
      ...(receipt === undefined ? {} : { id: receipt.id, height: receipt.height }),
    };
  }
  if (error instanceof CliError) return { code: error.code, detail: error.message };
  if (!(error instanceof Error)) return { code: "internal", detail: String(error) };
  const detail = error.message.trimEnd();
  // Known by their names, so that a short command need not load the node and the compiler for their classes.
  if (error.name === "MoveBuildError" && "code" in error) return { code: String(error.code), detail };
  if (error.name === "CodeError" && "code" in error) return { code: String(error.code), detail };
  if (error.name === "SnapshotError" && "code" in error) return { code: String(error.code), detail };
  if (error.name === "NodeStartError") return { code: "node_not_started", detail };
  if (error.name === "OfficeStartError" && "code" in error) return { code: String(error.code), detail };
  if (error.name === "StorageError") return { code: "storage", detail };
  return { code: "internal", detail };
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
