import { POLICY_PARAMETER } from "@sycee/sdk";
import { formatAmount } from "./amounts.ts";
import { counted } from "./counted.ts";

/** A change of policy as the ledger keeps it. Numbers of 64 bits are decimal text. */
export type PolicyChangeJson =
  | {
      readonly variant: "Tier";
      readonly tier: number;
      readonly balance: string | null;
      readonly single: string | null;
      readonly daily: string | null;
      readonly yearly: string | null;
    }
  | { readonly variant: "Parameter"; readonly parameter: number; readonly value: string }
  | { readonly variant: "Delay"; readonly delay_ms: string }
  | { readonly variant: "NotesLimit"; readonly bank: string; readonly limit: string };

const TIER_LIMITS = ["balance", "single", "daily", "yearly"] as const;

/** What a change of policy would make, for people; amounts in the unit of the central bank, of so many decimals. */
export function policyChangeText(change: PolicyChangeJson, decimals: number): string {
  switch (change.variant) {
    case "Tier": {
      const limits = TIER_LIMITS.map((name) => `${name} ${change[name] === null ? "without limit" : formatAmount(change[name], decimals)}`);
      return `tier ${change.tier}: ${limits.join(", ")}`;
    }
    case "Parameter": {
      const name = Object.entries(POLICY_PARAMETER).find(([, number]) => number === change.parameter)?.[0];
      const isAmount = change.parameter === POLICY_PARAMETER.insuranceCap;
      return `${name ?? `parameter ${change.parameter}`}: ${isAmount ? formatAmount(change.value, decimals) : `${formatAmount(change.value, 2)}%`}`;
    }
    case "Delay":
      return `proposals stand for ${delayText(BigInt(change.delay_ms))} at least`;
    case "NotesLimit":
      return `${change.bank} may take in notes of ${formatAmount(change.limit, decimals)} before they are counted`;
  }
}

/** How long proposals stand, in whole minutes. */
export function delayText(delayMs: bigint): string {
  return counted(delayMs / 60_000n, "minute");
}
