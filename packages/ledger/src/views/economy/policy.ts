import type { CentralBankPolicyJson, PolicyChangeJson, ProposalJson, TierJson } from "@sycee/protocol";
import { type Address, POLICY_PARAMETERS } from "@sycee/protocol/core";
import { proposalsType } from "../../directory/listed-types.ts";
import { PACKAGE } from "../../framework.ts";
import type { JsonValue } from "../../ledger.ts";
import { fieldsOf, integerOf, listOf, type StateReader, textOf, textOrNull } from "../state-reader.ts";

/** What holds where no delay was set, and how long after its earliest time a proposal lapses; as `oversight::governed` has it. */
const DEFAULT_DELAY_MS = 7n * 24n * 60n * 60n * 1000n;
const LAPSE_MS = 30n * 24n * 60n * 60n * 1000n;
const INSURANCE_CAP = POLICY_PARAMETERS.indexOf("insuranceCap");

/** The limits of wallets by tier in an instrument, by number; `undefined` where it stands under no policy. */
export function tiersOf(state: StateReader, instrument: number): TierJson[] | undefined {
  const policies = state.resource("money", "policy", "Policies", PACKAGE.money);
  if (policies === undefined) return undefined;
  const policy = state.entry("money", "policy", "Policy", policies.policies, BigInt(instrument), 4);
  if (policy === undefined) return undefined;
  return listOf(policy.tiers)
    .map(tierOf)
    .sort((left, right) => left.tier - right.tier);
}

/** A central bank's policy; `undefined` where there is none. */
export function policyOf(state: StateReader, centralBank: Address): Omit<CentralBankPolicyJson, "height"> | undefined {
  const bank = state.resource("banking", "central_bank", "CentralBank", centralBank);
  if (bank === undefined) return undefined;
  const cash = state.nameOf(bank.cash);
  const set = state.resource("banking", "monetary_policy", "MonetaryPolicy", centralBank);
  const values = set === undefined ? [] : listOf(set.values);
  const wasSet = set === undefined ? [] : listOf(set.was_set);
  return {
    centralBank,
    name: textOf(bank.name),
    ...cash,
    delayMs: `${delayOf(state, centralBank)}`,
    parameters: POLICY_PARAMETERS.map((_, index) => ({
      ...parameterOf(index, textOf(values[index] ?? "0")),
      wasSet: wasSet[index] === true,
    })),
    tiers: tiersOf(state, cash.instrument) ?? [],
  };
}

/** What a central bank has proposed, in the order of numbers. */
export function proposalsOf(state: StateReader, authority: Address): ProposalJson[] {
  const proposals = state.resourceOf(proposalsType(state.vm), authority);
  const policy = policyOf(state, authority);
  if (proposals === undefined || policy === undefined) return [];
  const { unit, decimals } = policy;
  return listOf(proposals.pending)
    .map(fieldsOf)
    .map((proposal) => {
      const earliest = integerOf(proposal.earliest_ms);
      const lapses = earliest + LAPSE_MS;
      return {
        authority,
        number: textOf(proposal.number),
        unit,
        decimals,
        proposedAtMs: textOf(proposal.proposed_at_ms),
        earliestMs: `${earliest}`,
        lapsesMs: `${lapses}`,
        state: state.timeMs < earliest ? ("waiting" as const) : state.timeMs <= lapses ? ("executable" as const) : ("lapsed" as const),
        executableBy: authority,
        change: changeOf(state, policy, proposal.act),
      };
    });
}

function changeOf(state: StateReader, policy: Omit<CentralBankPolicyJson, "height">, act: JsonValue | undefined): PolicyChangeJson {
  const change = fieldsOf(act);
  if (change.variant === "Delay") return { kind: "delay", delayMs: textOf(change.delay_ms), nowMs: policy.delayMs };
  if (change.variant === "Tier") {
    const limits = tierOf(change);
    return { kind: "tier", limits, now: policy.tiers.find(({ tier }) => tier === limits.tier) ?? null };
  }
  if (change.variant === "NotesLimit") {
    const bank = textOf(change.bank) as Address;
    const vault = state.resource("banking", "notes", "Vault", bank);
    return { kind: "notesLimit", bank, limitMinor: textOf(change.limit), nowMinor: vault === undefined ? "0" : textOf(vault.limit) };
  }
  if (change.variant !== "Parameter") throw new Error(`a proposal would do ${String(change.variant)}`);
  const index = Number(change.parameter) - 1;
  return { kind: "parameter", ...parameterOf(index, textOf(change.value)), now: policy.parameters[index]?.value ?? "0" };
}

function parameterOf(index: number, value: string) {
  const parameter = POLICY_PARAMETERS[index];
  if (parameter === undefined) throw new Error(`there is no parameter ${index + 1} of monetary policy`);
  return { parameter, value, in: index === INSURANCE_CAP ? ("minorUnits" as const) : ("bps" as const) };
}

function delayOf(state: StateReader, authority: Address): bigint {
  const delay = state.resourceOf(proposalsType(state.vm), authority)?.delay_ms;
  return delay === undefined || delay === null ? DEFAULT_DELAY_MS : integerOf(delay);
}

function tierOf(value: JsonValue): TierJson {
  const { tier, balance, single, daily, yearly } = fieldsOf(value);
  return {
    tier: Number(tier),
    balanceMinor: textOrNull(balance),
    singleMinor: textOrNull(single),
    dailyMinor: textOrNull(daily),
    yearlyMinor: textOrNull(yearly),
  };
}
