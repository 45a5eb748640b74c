import type { Address, Call } from "@sycee/protocol";
import { banking, type ClearingMode, submitPayments, transfersOf } from "@sycee/sdk";
import type { HeldAccount } from "../population.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import type { World } from "./world.ts";

/** A payment from an account to another, at one institution or two. */
export interface AccountPayment {
  readonly from: Pick<HeldAccount, "at" | "account">;
  readonly to: Pick<HeldAccount, "at" | "account">;
  readonly amountMinor: bigint;
}

/** Makes payments of customers of one bank in one transaction: within it as transfers, to other institutions through the clearing house. */
export async function payFromBank(world: World, bank: string, payments: readonly AccountPayment[], mode: ClearingMode): Promise<Outcome> {
  const inside = payments.filter(({ from, to }) => from.at === to.at && from.account !== to.account);
  const outside = payments.filter(({ from, to }) => from.at !== to.at);
  if (inside.length + outside.length === 0) return "idle";
  const calls = [...(inside.length === 0 ? [] : [transfers(inside)]), ...(outside.length === 0 ? [] : [clearing(world, outside, mode)])];
  const receipt = await world.send([bank], ...calls);
  return outcomeOf(transfersOf(receipt).flatMap(({ statuses }) => statuses));
}

/** Payments to customers of other institutions, which pass the clearing house: all of them or none. */
export function clearing(world: World, payments: readonly AccountPayment[], mode: ClearingMode): Call {
  return submitPayments({
    house: houseOf(world),
    mode,
    payments: payments.map(({ from, to, amountMinor }) => ({
      fromAccount: from.account,
      payee: world.address(to.at),
      toAccount: to.account,
      amountMinor,
    })),
  });
}

/** The clearing house. */
export function houseOf(world: World): Address {
  return world.address(world.nameOf("clearing house"));
}

function transfers(payments: readonly AccountPayment[]): Call {
  return banking.commercialBank.transferBatch({
    payers: payments.map(({ from }) => from.account),
    payees: payments.map(({ to }) => to.account),
    amounts: payments.map(({ amountMinor }) => amountMinor),
  });
}
