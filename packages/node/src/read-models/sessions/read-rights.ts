import { type Address, CodedError } from "@sycee/protocol";
import type { Executor } from "../../block-runner/executor.ts";
import { accountState } from "./account-state.ts";

/**
 * Lets a reader read what is an account's, or throws `CodedError` `not_yours`, which is the same for an account that is not there: its
 * holder, who serves its wallet, a supervisor, and an investigating authority whose warrant it is under may.
 */
export async function checkMayRead(executor: Executor, reader: Address, address: Address, nowMs: bigint): Promise<void> {
  if (reader === address) return;
  const [asking, asked] = await Promise.all([accountState(executor, reader, nowMs), accountState(executor, address, nowMs)]);
  const hasWarrant = asking.isInvestigator && asked.warrantRequesters.includes(reader);
  if (!asking.isSupervisor && asked.operator !== reader && !hasWarrant) throw new CodedError("not_yours");
}

/** Throws `CodedError` `not_yours` unless the reader is a supervisor. */
export async function checkSupervises(executor: Executor, reader: Address, nowMs: bigint): Promise<void> {
  if (!(await accountState(executor, reader, nowMs)).isSupervisor) throw new CodedError("not_yours");
}
