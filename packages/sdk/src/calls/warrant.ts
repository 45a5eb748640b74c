import type { Address, Call } from "@sycee/protocol";
import type { ActingSigner } from "./framework-call.ts";
import { frozenAccount } from "./generated/banking.ts";
import { genesis, investigator, warrant } from "./generated/oversight.ts";

/** Who asks for a warrant and who approves it: positions among the transaction's signers, 0 and 1 if absent. */
export interface WarrantSigners {
  /** An investigating authority. */
  readonly requester?: number;
  /** A supervisor, at another address. */
  readonly approver?: number;
}

/** Why, and until when: 1 to 256 bytes, and milliseconds since 1970, at most 366 days ahead. */
export interface WarrantTerms extends WarrantSigners {
  readonly reason: string;
  readonly untilMs: bigint;
}

/** A customer's account with an institution, in one instrument. */
export interface CustomerAccountName {
  readonly institution: Address;
  readonly instrument: number;
  readonly account: number;
}

/** `0x3::genesis::enable_warrants`: makes the first investigating authority; only in a genesis, signed by `FRAMEWORK.oversight` and `FRAMEWORK.money` in that order. */
export function enableWarrants(first: { readonly investigator: Address }): Call {
  return genesis.enableWarrants({ framework: 0, money: 1, first: first.investigator });
}

/** `0x3::investigator::appoint`: an investigating authority appoints another. */
export function appointInvestigator(appointment: ActingSigner & { readonly appointed: Address }): Call {
  return investigator.appoint({ investigator: appointment.signer ?? 0, appointed: appointment.appointed });
}

/** `0x3::warrant::freeze_wallet`: until then the wallet pays out nothing that has an issuer; it can receive. */
export function freezeWallet(freeze: WarrantTerms & { readonly owner: Address }): Call {
  const { requester = 0, approver = 1, owner, reason, untilMs } = freeze;
  return warrant.freezeWallet({ requester, approver, owner, reason, untilMs });
}

/** `0x3::warrant::lift_wallet`: an investigating authority or a supervisor ends a warrant before its time. Under another the wallet stays frozen. */
export function liftWallet(lift: ActingSigner & { readonly owner: Address; readonly number: bigint }): Call {
  return warrant.liftWallet({ authority: lift.signer ?? 0, owner: lift.owner, number: lift.number });
}

/** `0x4::frozen_account::freeze_account`: the same for a customer's account; its institution cannot release it. */
export function freezeCustomer(freeze: WarrantTerms & CustomerAccountName): Call {
  const { requester = 0, approver = 1, institution, instrument, account, reason, untilMs } = freeze;
  return frozenAccount.freezeAccount({ requester, approver, institution, instrument, account, reason, untilMs });
}

/** `0x4::frozen_account::lift`: ends a warrant for a customer's account before its time. */
export function liftCustomer(lift: ActingSigner & CustomerAccountName & { readonly number: bigint }): Call {
  const { signer = 0, institution, instrument, account, number } = lift;
  return frozenAccount.lift({ authority: signer, institution, instrument, account, number });
}
