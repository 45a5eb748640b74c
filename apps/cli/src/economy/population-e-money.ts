import type { GenesisProgram } from "@sycee/ledger";
import type { Call } from "@sycee/protocol";
import {
  issueAgainstDeposit,
  openEMoneyAccounts,
  placeDeposit,
  reportDeposits,
  setMerchantTerms,
  submitPayments,
  transferEMoney,
} from "@sycee/sdk";
import { addressNamed, addressOf } from "./development-accounts.ts";
import { DEPOSITED_MINOR, TERMS } from "./payment-programs.ts";
import type { PopulationGenesis } from "./population-holders.ts";
import {
  developmentPopulation,
  EXPORTER,
  type HeldAccount,
  POPULATION_BANKS,
  POPULATION_INSTITUTIONS,
  populationAccounts,
  type Resident,
  residents,
} from "./population.ts";

/** The institution in the first mode, the bank where its customers' money lies, and the number of its account there. */
export const FIRST_MODE_INSTITUTION = "old-pay";
export const FIRST_MODE_BANK = "river-bank";
export const FIRST_MODE_DEPOSIT = 0;

/** What the population has at the institution in the first mode, in minor units. */
export function firstModeMinor(): bigint {
  return heldAt(FIRST_MODE_INSTITUTION).reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
}

/** The population's accounts at payment institutions, merchants' terms, and e-money: paid for through the clearing house, or at the first-mode institution against a deposit. */
export function populationEMoneyPrograms({ accounts }: PopulationGenesis): GenesisProgram[] {
  const second = POPULATION_INSTITUTIONS.filter(({ name }) => name !== FIRST_MODE_INSTITUTION);
  const house = addressOf(accounts, "clearing house");
  return [
    ...POPULATION_INSTITUTIONS.map(({ name }) => ({ signers: [addressNamed(accounts, name)], calls: openCalls(name) })),
    ...POPULATION_BANKS.map((bank) => ({
      signers: [addressNamed(accounts, bank.name)],
      calls: second.flatMap(({ name }) => {
        const payments = fundedAt(name, bank.name).map(({ deposit, eMoney }) => ({
          fromAccount: deposit.account,
          payee: addressNamed(accounts, name),
          toAccount: eMoney.account,
          amountMinor: eMoney.amountMinor,
        }));
        return payments.length === 0 ? [] : [submitPayments({ house, mode: "gross", payments })];
      }),
    })),
    {
      signers: [addressNamed(accounts, FIRST_MODE_BANK)],
      calls: [placeDeposit({ customer: EXPORTER, account: FIRST_MODE_DEPOSIT, amountMinor: firstModeMinor() })],
    },
    { signers: [addressNamed(accounts, FIRST_MODE_INSTITUTION)], calls: firstModeCalls() },
  ];
}

function openCalls(institution: string): Call[] {
  const merchants = developmentPopulation().merchants.flatMap(({ eMoney }) => (eMoney?.at === institution ? [eMoney.account] : []));
  return [
    openEMoneyAccounts({ count: populationAccounts(institution) }),
    ...merchants.map((account) => setMerchantTerms({ account, ...TERMS })),
  ];
}

/** E-money comes onto the first account against one deposit for all, and goes on from there. */
function firstModeCalls(): Call[] {
  const [first, ...others] = heldAt(FIRST_MODE_INSTITUTION);
  if (first === undefined) throw new Error("nobody in the population has e-money of the first mode");
  const funded = others.filter(({ amountMinor }) => amountMinor > 0n);
  return [
    issueAgainstDeposit({ account: first.account, amountMinor: firstModeMinor() }),
    transferEMoney({
      payers: funded.map(() => first.account),
      payees: funded.map(({ account }) => account),
      amountsMinor: funded.map(({ amountMinor }) => amountMinor),
    }),
    reportDeposits({ atBanksMinor: DEPOSITED_MINOR + firstModeMinor() }),
  ];
}

function heldAt(institution: string): HeldAccount[] {
  return residents(developmentPopulation()).flatMap(({ eMoney }) => (eMoney?.at === institution ? [eMoney] : []));
}

function fundedAt(institution: string, bank: string): (Resident & { readonly eMoney: HeldAccount })[] {
  return residents(developmentPopulation()).flatMap((resident) => {
    const { eMoney, deposit } = resident;
    if (eMoney === undefined || eMoney.at !== institution || deposit.at !== bank || eMoney.amountMinor === 0n) return [];
    return [{ ...resident, eMoney }];
  });
}
