import type { Call, ReceiptJson } from "@sycee/protocol";
import { decode, type MoveType, transfersOf, u32, u64, vector } from "@sycee/sdk";
import type { StatementLine } from "../statements/statement-line.ts";

/** A movement of an account, by a call whose events do not name the account. */
export interface ToldByArguments {
  readonly account: number;
  /** The account at the other end of a transfer. */
  readonly other?: number;
  /** Signed minor units. */
  readonly amountMinor: bigint;
  readonly kind: StatementLine["kind"];
}

type Event = ReceiptJson["events"][number];

/** Functions that put money onto one account: which argument names it, and what the money is for. */
const ONTO_ONE: Readonly<Record<string, readonly [argument: number, kind: StatementLine["kind"]]>> = {
  "0x4::commercial_bank::buy_security": [2, "security"],
  "0x4::first_mode::release": [2, "received"],
  "0x4::insolvency::take_in_deposit": [3, "received"],
  "0x4::clearing_returns::claim": [3, "returned"],
  "0x4::wallet_deposits::defund": [1, "top_up"],
};
const INTEREST = "0x4::commercial_bank::pay_interest";
const TRANSFERS: ReadonlySet<string> = new Set(["0x4::commercial_bank::transfer_batch", "0x4::payment_institution::transfer_batch"]);

/** Whether the accounts that money came onto by a call of a function are named by its arguments alone. */
export function namesByArguments(ofFunction: string): boolean {
  return ofFunction === INTEREST || Object.hasOwn(ONTO_ONE, ofFunction);
}

/** Whether a function makes a batch of transfers, which its arguments alone name. */
export function isTransferBatch(ofFunction: string): boolean {
  return TRANSFERS.has(ofFunction);
}

/** What a call put onto accounts, of which the book told that it is so much altogether. Nothing where an earlier call returned the arguments: then only execution knew them. */
export function creditsOfCall(call: Call, ofFunction: string, amountMinor: bigint): ToldByArguments[] {
  if (ofFunction === INTEREST) {
    const accounts = valueAt(call, 1, vector(u32));
    const amounts = valueAt(call, 2, vector(u64));
    return (accounts ?? []).flatMap((account, index) => {
      const amount = amounts?.[index];
      return amount === undefined ? [] : [{ account, amountMinor: amount, kind: "interest" as const }];
    });
  }
  const [argument, kind] = ONTO_ONE[ofFunction] ?? [];
  const account = argument === undefined ? undefined : valueAt(call, argument, u32);
  return account === undefined || kind === undefined ? [] : [{ account, amountMinor, kind }];
}

/** Both sides of each transfer of a batch that was accepted, in their order. */
export function transfersOfCall(call: Call, posted: Event): ToldByArguments[] {
  const [result] = transfersOf({ events: [posted] });
  const payers = valueAt(call, 1, vector(u32));
  const payees = valueAt(call, 2, vector(u32));
  const amounts = valueAt(call, 3, vector(u64));
  return (result?.statuses ?? []).flatMap((status, index) => {
    const [payer, payee, amount] = [payers?.[index], payees?.[index], amounts?.[index]];
    if (status !== "accepted" || payer === undefined || payee === undefined || amount === undefined) return [];
    return [
      { account: payer, other: payee, amountMinor: -amount, kind: "payment" as const },
      { account: payee, other: payer, amountMinor: amount, kind: "payment" as const },
    ];
  });
}

/** What an argument of a call says; `undefined` where an earlier call returned it. */
export function valueAt<T>(call: Call, index: number, type: MoveType<T>): T | undefined {
  const given = call.arguments[index];
  return given?.kind === "literal" ? decode(type, given.bytes) : undefined;
}
