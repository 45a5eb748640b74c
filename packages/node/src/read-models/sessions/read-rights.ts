import { type Address, CodedError } from "@sycee/protocol/core";
import type { Executor } from "../../block-runner/executor.ts";
import { type AccountState, accountState } from "./account-state.ts";
import type { Reader } from "./session-book.ts";

/** A transaction may pay thousands: of so many parties is asked who serves them. */
const MOST_PARTIES = 64;

/**
 * Lets a reader read what is an account's, or throws `CodedError` `session_required` when the reader has rotated its keys, and `not_yours`, which is
 * the same for an account that is not there: its holder, who serves its wallet by a licence in force, a supervisor, and an investigating authority
 * whose warrant it is under may.
 */
export async function checkMayRead(executor: Executor, reader: Reader, address: Address, nowMs: bigint): Promise<void> {
  await checkMayReadOneOf(executor, reader, [address], nowMs);
}

/** The same for what is several accounts' together: whoever may read one of them may read it. */
export async function checkMayReadOneOf(executor: Executor, reader: Reader, addresses: readonly Address[], nowMs: bigint): Promise<void> {
  const { isAll, accounts } = await readableOf(executor, reader, addresses, nowMs);
  if (!isAll && accounts.size === 0) throw new CodedError("not_yours");
}

/** What of several accounts' business a reader may read. */
export interface Readable {
  /** A supervisor reads everything. */
  readonly isAll: boolean;
  /** Those of the accounts asked for that the reader may read. */
  readonly accounts: ReadonlySet<string>;
}

/** Which of several accounts a reader may read. Throws `CodedError` `session_required` when it has rotated its keys. */
export async function readableOf(executor: Executor, reader: Reader, addresses: readonly Address[], nowMs: bigint): Promise<Readable> {
  const asking = await checkReads(executor, reader, nowMs);
  if (asking.isSupervisor) return { isAll: true, accounts: new Set(addresses) };
  const accounts = new Set<string>(addresses.filter((address) => address === reader.address));
  if (!asking.isOperator && !asking.isInvestigator) return { isAll: false, accounts };
  for (const address of addresses.slice(0, MOST_PARTIES)) {
    if (accounts.has(address)) continue;
    const asked = await accountState(executor, address, nowMs);
    const serves = asking.isOperator && asked.operator === reader.address;
    if (serves || (asking.isInvestigator && asked.warrantRequesters.includes(reader.address))) accounts.add(address);
  }
  return { isAll: false, accounts };
}

/** Throws `CodedError` `not_yours` unless the reader is a supervisor. */
export async function checkSupervises(executor: Executor, reader: Reader, nowMs: bigint): Promise<void> {
  if (!(await checkReads(executor, reader, nowMs)).isSupervisor) throw new CodedError("not_yours");
}

/**
 * What the reader is now. Throws `CodedError` `session_required` when it has other keys than those it opened its session with: whoever lost a
 * key, or had it stolen, rotates, and what the old one opened is shut.
 */
export async function checkReads(executor: Executor, { address, authenticationKey }: Reader, nowMs: bigint): Promise<AccountState> {
  const state = await accountState(executor, address, nowMs);
  if (state.authenticationKey !== authenticationKey)
    throw new CodedError("session_required", "The account has other keys now: open a new session.");
  return state;
}
