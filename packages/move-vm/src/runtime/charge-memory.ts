import type { ExecutionContext } from "./execution-context.ts";
import { ExecutionError } from "./execution-error.ts";

/**
 * Memory that one transaction may take, in estimated bytes of the engine's. What it gives up again is not taken off: when
 * the engine finds that out must not decide a result.
 */
export const MEMORY_MAX = 32 * 1024 * 1024;

export const MEMORY_DETAIL = `A transaction takes at most ${MEMORY_MAX} bytes of memory.`;

/** Takes `bytes` for the running transaction, before they are allocated. Throws `ExecutionError("limit_exceeded")` beyond {@link MEMORY_MAX}. */
export function chargeMemory(context: ExecutionContext, bytes: number): void {
  context.memory += bytes;
  if (context.memory > MEMORY_MAX) throw new ExecutionError("limit_exceeded", MEMORY_DETAIL);
}
