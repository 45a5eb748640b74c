import type { Address } from "@sycee/protocol";

/** What the operators of a chain agree on before it begins, as they write it down in JSON. Amounts are in minor units. */
export interface GenesisPlan {
  /** Time of block 0, milliseconds since 1970. */
  readonly timeMs: bigint;
  /** Who grants licences, to publishers of modules among others. */
  readonly supervisor: Address;
  /** Who asks for warrants, which the supervisor approves; absent on a chain on which nothing can ever be frozen. */
  readonly investigator: Address | undefined;
  /** Numbered from 1, in this order. */
  readonly units: readonly UnitPlan[];
}

/** A unit of account and who issues it. */
export interface UnitPlan {
  /** Such as `CNY`. */
  readonly code: string;
  /** Places after the point, 0 to 18. */
  readonly decimals: number;
  /** Where its days begin, in minutes east of Greenwich. */
  readonly zoneOffsetMinutes: number;
  readonly centralBank: CentralBankPlan;
}

/** A central bank as it begins: nothing is issued yet. */
export interface CentralBankPlan {
  readonly address: Address;
  readonly name: string;
  readonly settlementSymbol: string;
  readonly cashSymbol: string;
  readonly tiers: readonly TierPlan[];
  readonly operators: readonly { readonly address: Address; readonly name: string }[];
}

/** Limits of wallets of a tier, 1 to 4; `undefined` for none. */
export interface TierPlan {
  readonly tier: number;
  readonly balanceMinor: bigint | undefined;
  readonly singleMinor: bigint | undefined;
  readonly dailyMinor: bigint | undefined;
  readonly yearlyMinor: bigint | undefined;
}

/** A plan to begin with: every address is missing, so that it is refused until they are filled in. */
export function templateOfPlan(now: Date): string {
  const none = { balanceMinor: null, singleMinor: null, dailyMinor: null, yearlyMinor: null };
  const plan = {
    time: `${now.toISOString().slice(0, 10)}T00:00:00Z`,
    supervisor: "ADDRESS",
    investigator: "ADDRESS",
    units: [
      {
        code: "CNY",
        decimals: 2,
        zoneOffsetMinutes: 480,
        centralBank: {
          address: "ADDRESS",
          name: "Central Bank",
          settlementSymbol: "CNY.settlement",
          cashSymbol: "CNY.cash",
          tiers: [
            { tier: 1, ...none },
            { tier: 4, balanceMinor: "1000000", singleMinor: "200000", dailyMinor: "500000", yearlyMinor: "5000000" },
          ],
          operators: [{ address: "ADDRESS", name: "Harbour Bank" }],
        },
      },
    ],
  };
  return `${JSON.stringify(plan, undefined, 2)}\n`;
}
