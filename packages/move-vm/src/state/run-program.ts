import { chargeGas } from "../runtime/charge-gas.ts";
import type { ExecutionContext } from "../runtime/execution-context.ts";
import { ExecutionError } from "../runtime/execution-error.ts";
import type { ModuleLinker } from "../runtime/module-linker.ts";
import type { Program, ProgramOutcome } from "../runtime/virtual-machine.ts";
import { LocalReference } from "../values/primitive-reference.ts";
import type { CallTargets } from "./call-target.ts";
import type { LedgerTransaction } from "./ledger-transaction.ts";
import { type PlannedCall, type ProgramPlan, planProgram } from "./plan-program.ts";
import { ProgramRefusal } from "./program-refusal.ts";

/** How a run ended and what gas it took; its changes are still in the transaction. */
export interface ProgramRun {
  readonly outcome: ProgramOutcome;
  readonly gasUsed: number;
}

const EXECUTED: ProgramOutcome = { kind: "executed" };

/** Checks a program, then runs its calls in order. A program that is refused has run nothing and takes no gas. Throws on a broken invariant only. */
export function runProgram(linker: ModuleLinker, targets: CallTargets, program: Program, transaction: LedgerTransaction): ProgramRun {
  let plan: ProgramPlan;
  try {
    plan = planProgram(targets, program, linker.context.schedule.state);
  } catch (error) {
    return { outcome: refusalOf(error), gasUsed: 0 };
  }
  return metered(linker, program.gasLimit, transaction, () => {
    chargeGas(linker.context, plan.baseGas);
    let index = 0;
    for (const call of plan.calls) {
      transaction.call = index++;
      runCall(call);
    }
    transaction.settle();
  });
}

/** Runs `body` as a transaction with a gas limit and tells how it ended. */
export function metered(linker: ModuleLinker, gasLimit: number, transaction: LedgerTransaction, body: () => void): ProgramRun {
  if (!Number.isSafeInteger(gasLimit) || gasLimit < 0) throw new RangeError(`not a gas limit: ${gasLimit}`);
  const { context } = linker;
  reset(context, gasLimit);
  context.transaction = transaction;
  let outcome = EXECUTED;
  try {
    body();
  } catch (error) {
    outcome = outcomeOf(linker, error);
  } finally {
    context.transaction = undefined;
  }
  const isOutOfGas = outcome.kind === "failed" && outcome.code === "out_of_gas";
  return { outcome, gasUsed: isOutOfGas ? gasLimit : gasLimit - context.gas };
}

function refusalOf(error: unknown): ProgramOutcome {
  if (error instanceof ProgramRefusal) return { kind: "failed", code: error.fault, detail: error.message, location: undefined };
  // Making a type of the program's choice can go beyond the limit on its depth.
  if (error instanceof ExecutionError) return { kind: "failed", code: error.code, detail: error.detail, location: undefined };
  throw error;
}

function reset(context: ExecutionContext, gasLimit: number): void {
  context.gas = gasLimit;
  context.depth = 0;
  context.slots = 0;
  context.memory = 0;
}

function runCall({ target, values, uses, results }: PlannedCall): void {
  for (const { parameter, cell, how } of uses) {
    const isMove = how === "none";
    values[parameter] = isMove && cell.value instanceof LocalReference ? cell.value.v : cell.value;
    if (isMove) cell.value = undefined;
  }
  const returned = target.invoke(...values);
  const [only] = results;
  if (only === undefined) return;
  if (results.length === 1) {
    only.value = boxed(returned);
    return;
  }
  if (!Array.isArray(returned)) throw new Error(`${target.name} did not return ${results.length} values`);
  for (const [index, cell] of results.entries()) cell.value = boxed(returned[index]);
}

/** A primitive goes into a box, so that a call that borrows it can change it. */
function boxed(value: unknown): unknown {
  const isPrimitive = typeof value === "boolean" || typeof value === "number" || typeof value === "bigint" || typeof value === "string";
  return isPrimitive ? new LocalReference(value) : value;
}

/** What an error of running code means. Only faults of the program have a meaning: anything else, the engine's own stack limit included, must never decide a result. */
function outcomeOf(linker: ModuleLinker, error: unknown): ProgramOutcome {
  if (!(error instanceof ExecutionError)) throw new Error("the machine failed while a program ran", { cause: error });
  const { code, location, detail, abortCode, subStatus } = error;
  if (code !== "aborted") return { kind: "failed", code, detail, location, ...(subStatus === undefined ? {} : { subStatus }) };
  if (location === undefined || abortCode === undefined) throw new Error("an abort without a place or a code", { cause: error });
  const constant = linker.errorConstant(location.address, location.module, abortCode);
  return { kind: "aborted", location, abortCode, name: constant?.name, text: constant?.text };
}
