import type { Address, Call } from "@sycee/protocol";
import type { TierLimits } from "./central-bank.ts";
import type { ActingSigner } from "./framework-call.ts";
import { policyChange } from "./generated/banking.ts";
import { POLICY_PARAMETER, type PolicyParameter } from "./monetary-policy.ts";

/** A change that a central bank proposes, to be executed from a time on: milliseconds since 1970, at least the delay away. */
export interface PolicyProposal extends ActingSigner {
  readonly earliestMs: bigint;
}

/**
 * `0x4::policy_change::set_first_delay`: the delay before changes of policy, 1 minute to 366 days; seven days until it is set, and once a tier or
 * a parameter is set it can only be longer (`EMustBeProposed`).
 */
export function setFirstPolicyDelay(first: ActingSigner & { readonly delayMs: bigint }): Call {
  return policyChange.setFirstDelay({ centralBank: first.signer ?? 0, delayMs: first.delayMs });
}

/** `0x4::policy_change::propose_tier`: other limits of wallets of a tier. */
export function proposeTier(proposal: PolicyProposal & TierLimits & { readonly tier: number }): Call {
  const { signer: centralBank = 0, tier, balanceMinor, singleMinor, dailyMinor, yearlyMinor, earliestMs } = proposal;
  return policyChange.proposeTier({
    centralBank,
    tier,
    balance: balanceMinor,
    single: singleMinor,
    daily: dailyMinor,
    yearly: yearlyMinor,
    earliestMs,
  });
}

/** `0x4::policy_change::propose_parameter`: another value of a parameter of monetary policy. */
export function proposeParameter(proposal: PolicyProposal & { readonly parameter: PolicyParameter; readonly value: bigint }): Call {
  const { signer: centralBank = 0, parameter, value, earliestMs } = proposal;
  return policyChange.proposeParameter({ centralBank, parameter: POLICY_PARAMETER[parameter], value, earliestMs });
}

/** `0x4::policy_change::propose_notes_limit`: what a bank may take in in notes before they are counted; a lower limit is set at once too, by `setNotesLimit`. */
export function proposeNotesLimit(proposal: PolicyProposal & { readonly bank: Address; readonly limitMinor: bigint }): Call {
  const { signer: centralBank = 0, bank, limitMinor, earliestMs } = proposal;
  return policyChange.proposeNotesLimit({ centralBank, bank, limit: limitMinor, earliestMs });
}

/** `0x4::policy_change::propose_delay`: another delay; proposals that stand keep their times. */
export function proposePolicyDelay(proposal: PolicyProposal & { readonly delayMs: bigint }): Call {
  return policyChange.proposeDelay({ centralBank: proposal.signer ?? 0, delayMs: proposal.delayMs, earliestMs: proposal.earliestMs });
}

/** `0x4::policy_change::execute`: makes a change whose time has come, within 30 days of it. */
export function executePolicyChange(proposal: ActingSigner & { readonly number: bigint }): Call {
  return policyChange.execute({ centralBank: proposal.signer ?? 0, number: proposal.number });
}

/** `0x4::policy_change::cancel`: takes a proposal back. */
export function cancelPolicyChange(proposal: ActingSigner & { readonly number: bigint }): Call {
  return policyChange.cancel({ centralBank: proposal.signer ?? 0, number: proposal.number });
}
