import type { GenesisProgram } from "@sycee/ledger";
import {
  admitOperator,
  contributeCapital,
  entrustUnit,
  establishCentralBank,
  FRAMEWORK,
  grantLicence,
  initialiseMoney,
  initialiseOversight,
  issueSettlement,
  registerUnit,
  setTier,
} from "@sycee/sdk";
import type { StandingOrder } from "../orders/standing-order.ts";
import { HOME_BANK, type Institutions } from "./participants.ts";
import type { Tier } from "./tier-limits.ts";

/** Symbol of the digital koruna. */
export const CASH_SYMBOL = "CZK.cash";

/** Central European winter time. */
const ZONE_OFFSET_MINUTES = 60;

/** Noon in Prague on the day of the run, a winter Monday of the years from which the orders are: 5 January 1998. */
export const NOON_MS = Date.UTC(1998, 0, 5, 11);

/**
 * The koruna economy before its first payment: one central bank with gold and bonds on its books, an operator for each bank,
 * and enough settlement money at the home bank for every order.
 */
export function genesisPrograms(institutions: Institutions, orders: readonly StandingOrder[], tiers: readonly Tier[]): GenesisProgram[] {
  const ordered = orders.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  const bank = institutions.centralBank.address;
  const home = institutions.operators.get(HOME_BANK);
  if (home === undefined) throw new Error("the home bank is not among the operators");
  return [
    {
      signers: [FRAMEWORK.money],
      calls: [
        initialiseMoney(),
        registerUnit({ code: "CZK", decimals: 2, zoneOffsetMinutes: ZONE_OFFSET_MINUTES }),
        entrustUnit({ unit: 1, centralBank: bank }),
      ],
    },
    { signers: [FRAMEWORK.oversight, FRAMEWORK.std], calls: [initialiseOversight({ supervisor: institutions.supervisor.address })] },
    {
      signers: [institutions.supervisor.address],
      calls: [
        grantLicence({ kind: "centralBank", unit: 1, holder: bank }),
        ...[...institutions.operators.values()].map(({ address }) => grantLicence({ kind: "operator", unit: 1, holder: address })),
      ],
    },
    {
      signers: [bank],
      calls: [
        establishCentralBank({ unit: 1, name: "Central Bank", settlementSymbol: "CZK.settlement", cashSymbol: CASH_SYMBOL }),
        ...tiers.map((tier) => setTier(tier)),
        ...[...institutions.operators].map(([name, { address }]) => admitOperator({ operator: address, name: bankTitle(name) })),
        contributeCapital({ kind: "gold", description: "Gold in the vault", bookValueMinor: ordered / 2n, haircutBasisPoints: 1500 }),
        issueSettlement({
          operator: home.address,
          kind: "governmentBonds",
          description: "Government bonds bought from the home bank",
          bookValueMinor: ordered + ordered / 10n,
          haircutBasisPoints: 500,
        }),
      ],
    },
  ];
}

/** What a bank is called in tables and on the ledger. */
export function bankTitle(bank: string): string {
  return bank === HOME_BANK ? "Home bank" : `Bank ${bank}`;
}
