import { type Address, CodedError } from "@sycee/protocol";
import type { Executor } from "../../block-runner/executor.ts";
import { type AccountState, accountState } from "./account-state.ts";
import type { Reader } from "./session-book.ts";

/**
 * Lets a reader read what is an account's, or throws `CodedError` `session_required` when the reader has rotated its keys, and `not_yours`, which is the same for an account that is not there: its
 * holder, who serves its wallet, a supervisor, and an investigating authority whose warrant it is under may.
 */
export async function checkMayRead(executor: Executor, reader: Reader, address: Address, nowMs: bigint): Promise<void> {
  const [asking, asked] = await Promise.all([currentState(executor, reader, nowMs), accountState(executor, address, nowMs)]);
  if (reader.address === address) return;
  const hasWarrant = asking.isInvestigator && asked.warrantRequesters.includes(reader.address);
  if (!asking.isSupervisor && asked.operator !== reader.address && !hasWarrant) throw new CodedError("not_yours");
}

/** Throws `CodedError` `not_yours` unless the reader is a supervisor. */
export async function checkSupervises(executor: Executor, reader: Reader, nowMs: bigint): Promise<void> {
  if (!(await currentState(executor, reader, nowMs)).isSupervisor) throw new CodedError("not_yours");
}

// Whoever lost a key, or had it stolen, rotates: what the old one opened is shut.
async function currentState(executor: Executor, { address, authenticationKey }: Reader, nowMs: bigint): Promise<AccountState> {
  const state = await accountState(executor, address, nowMs);
  if (state.authenticationKey !== authenticationKey)
    throw new CodedError("session_required", "The account has other keys now: open a new session.");
  return state;
}
