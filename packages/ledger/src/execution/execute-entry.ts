import type { BlockSession, ElementChanges, ProgramOutcome, ProgramResult, RuntimeType, StateChange, VirtualMachine } from "@sycee/move-vm";
import {
  CodedError,
  type CodeLocation,
  compareBytes,
  type DecodedTransaction,
  type EventRecord,
  isStatusCode,
  type Outcome,
  type Receipt,
  type StatusCode,
  type TypeTag,
} from "@sycee/protocol/core";
import type { EntryResult } from "../block-record.ts";
import type { BlockEntry } from "../ledger.ts";
import { type AdmissibleTransaction, admit, checkExpiry } from "./admission.ts";
import type { CurrentKeys } from "./current-keys.ts";
import type { RememberedTransaction } from "./nonce-table.ts";
import { verifySignatures } from "./verify-signatures.ts";

/** Checks a transaction's changes before they join the block; an outcome undoes them and stands instead. */
export type LawCheck = (session: BlockSession, changes: readonly StateChange[], elements: ElementChanges) => ProgramOutcome | undefined;

/** What entries of one block are executed with. */
export interface BlockExecution {
  readonly chainId: Uint8Array;
  readonly height: bigint;
  readonly timeMs: bigint;
  readonly vm: VirtualMachine;
  readonly session: BlockSession;
  readonly currentKeys: CurrentKeys;
  readonly checkLaws: LawCheck;
  /** A transaction that used the same nonce in an earlier block or earlier in this one, and has not expired. */
  findNonce(transaction: DecodedTransaction): RememberedTransaction | undefined;
}

/** Answers one entry of a block. Bad bytes, bad signatures and replays answer `rejected` or `duplicate` and change nothing. */
export function executeEntry(
  execution: BlockExecution,
  entry: BlockEntry,
): { readonly result: EntryResult; readonly included: AdmissibleTransaction | undefined } {
  try {
    const admissible = admit(entry.bytes, execution.chainId, entry.id);
    const duplicate = checkReplay(execution, admissible);
    if (duplicate !== undefined) return { result: duplicate, included: undefined };
    checkExpiry(admissible.transaction.payload.expiryMs, execution.timeMs);
    checkAuthenticators(execution, admissible, entry.signaturesVerified);
    return { result: { kind: "receipt", receipt: run(execution, admissible) }, included: admissible };
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    return { result: { kind: "rejected", code: error.code, detail: error.detail }, included: undefined };
  }
}

function checkReplay(execution: BlockExecution, admissible: AdmissibleTransaction): EntryResult | undefined {
  const remembered = execution.findNonce(admissible.transaction);
  if (remembered === undefined) return undefined;
  if (compareBytes(remembered.id, admissible.id) !== 0) throw new CodedError("nonce_used");
  return { kind: "duplicate", id: admissible.id, height: remembered.height, index: remembered.index };
}

function checkAuthenticators(execution: BlockExecution, { transaction }: AdmissibleTransaction, verified: boolean): void {
  const { payload, authenticators, payloadBytes } = transaction;
  if (!verified && !verifySignatures(payloadBytes, authenticators)) throw new CodedError("bad_signature");
  let place = 0;
  for (const authenticator of authenticators) {
    const signer = payload.signers[place++];
    if (signer === undefined || !execution.currentKeys.fits(execution.session, signer, authenticator)) throw new CodedError("wrong_key");
  }
}

function run(execution: BlockExecution, { transaction, id }: AdmissibleTransaction): Receipt {
  const { payload } = transaction;
  const { session } = execution;
  const result = session.execute(
    { transactionId: id, signers: payload.signers, gasLimit: Number(payload.gasLimit), calls: payload.calls },
    (changes, elements) => execution.checkLaws(session, changes, elements),
  );
  return receiptOf(execution.vm, id, payload.signers, result);
}

// One object for each type, not for each event.
const tags = new WeakMap<RuntimeType, TypeTag>();

function tagOf(vm: VirtualMachine, type: RuntimeType): TypeTag {
  const known = tags.get(type);
  if (known !== undefined) return known;
  const tag = vm.typeName(type);
  tags.set(type, tag);
  return tag;
}

/** The receipt of a program's result. */
export function receiptOf(vm: VirtualMachine, id: Uint8Array, signers: Receipt["signers"], result: ProgramResult): Receipt {
  const events = result.events.map(
    (event): EventRecord => ({ call: event.call, type: tagOf(vm, event.type), data: vm.encodeValue(event.type, event.value) }),
  );
  return { id, signers, outcome: outcomeOf(result.outcome), gasUsed: BigInt(result.gasUsed), events };
}

function outcomeOf(outcome: ProgramOutcome): Outcome {
  if (outcome.kind === "executed") return outcome;
  if (outcome.kind === "aborted") return { ...outcome, location: asLocation(outcome.location) };
  const location = outcome.location === undefined ? undefined : asLocation(outcome.location);
  return { kind: "failed", code: asStatus(outcome.code), detail: outcome.detail, location };
}

function asLocation(location: { address: string; module: string; function: string; offset: number }): CodeLocation {
  const { address } = location;
  if (!address.startsWith("0x")) throw new Error(`not an address: ${address}`);
  return { ...location, address: `0x${address.slice(2)}` };
}

function asStatus(code: string): StatusCode {
  if (!isStatusCode(code)) throw new Error(`the machine answered an unknown status: ${code}`);
  return code;
}
