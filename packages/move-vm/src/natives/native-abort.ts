import { ExecutionError } from "../runtime/execution-error.ts";

const STD = `0x${"1".padStart(64, "0")}`;

/** The error of a native of the standard library that aborts: its place is the native, as in Move's own machine. */
export function nativeAbort(module: string, name: string, code: bigint, detail: string): ExecutionError {
  return new ExecutionError("aborted", detail, code, { address: STD, module, function: name, offset: 0 });
}
