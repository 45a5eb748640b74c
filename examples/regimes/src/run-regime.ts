import type { Call } from "@sycee/protocol";
import { assessReserves, banking, collectLoan, depositToCash, grantLoan, pay } from "@sycee/sdk";
import { Draws } from "./draws.ts";
import { beginEconomy, CASH, type Economy, type Person, YUAN } from "./economy.ts";

export type Regime = "cash" | "deposit";

/** What a run ended with: names and amounts in minor units, in the order in which they are told. */
export type Outcome = ReadonlyMap<string, bigint>;

const PAYMENTS = 300;
const DAY_MS = 86_400_000n;
/** Interest on wallets under the regime `deposit`, in hundredths of a per cent a year. */
const WALLET_RATE = 35n;
const RESERVE_RATIO = 700n;

/** Runs the economy of a seed under a regime: loans, wallets filled, payments, 30 days, reserves assessed, instalments collected. */
export async function runRegime(regime: Regime, seed: number): Promise<Outcome> {
  const economy = await beginEconomy();
  const draws = new Draws(seed);
  if (regime === "deposit") await adopt(economy);
  for (const person of economy.people) await lendAndFill(economy, person, regime, draws);
  await assess(economy);
  for (let done = 0; done < PAYMENTS; done += 1) await payOnce(economy, regime, draws);
  economy.chain.pass(28n * DAY_MS);
  await assess(economy);
  const interest = regime === "deposit" ? await payWalletInterest(economy) : 0n;
  for (const { bank, account } of economy.people) {
    await economy.chain.act([bank], [collectLoan({ loan: BigInt(account) + 1n })]);
  }
  return outcomeOf(economy, regime, interest);
}

async function adopt({ chain, centralBank, banks }: Economy): Promise<void> {
  for (const [index, bank] of banks.entries()) {
    const call = banking.walletDeposits.adopt({ centralBank: 0, bank: 1, symbol: `BANK${index + 1}.wallet` });
    await chain.act([centralBank, bank], [call]);
  }
}

async function lendAndFill({ chain }: Economy, person: Person, regime: Regime, draws: Draws): Promise<void> {
  const { bank, account } = person;
  const owner = person.signer.address;
  const principalMinor = draws.between(40_000n, 160_000n) * YUAN;
  const amountMinor = (principalMinor * draws.between(10n, 30n)) / 100n;
  const fill: Call =
    regime === "cash"
      ? depositToCash({ account, owner, amountMinor })
      : banking.walletDeposits.fund({ bank: 0, account, owner, amount: amountMinor });
  await chain.act([bank], [grantLoan({ account, principalMinor, rateBasisPoints: 435, instalments: 24, periodDays: 30 }), fill]);
}

async function payOnce({ chain, people }: Economy, regime: Regime, draws: Draws): Promise<void> {
  const last = BigInt(people.length - 1);
  const payer = people[Number(draws.between(0n, last))];
  const payee = people[Number(draws.between(0n, last))];
  const amountMinor = draws.between(1n, 400n) * YUAN;
  if (payer === undefined || payee === undefined || payer === payee) return;
  const call =
    regime === "cash"
      ? pay({ payee: payee.signer.address, instrument: CASH, amountMinor })
      : banking.walletDeposits.pay({ payer: 0, payee: payee.signer.address, amount: amountMinor });
  await chain.act([payer.signer], [call]);
}

async function assess({ chain, banks, centralBank }: Economy): Promise<void> {
  chain.pass(DAY_MS);
  for (const { address } of banks) await chain.act([centralBank], [assessReserves(address)]);
}

async function payWalletInterest({ chain, banks, people }: Economy): Promise<bigint> {
  let paid = 0n;
  for (const bank of banks) {
    const customers = people.filter((person) => person.bank === bank);
    const amounts = customers.map((person) => (walletOf(chain.ledger, person) * WALLET_RATE * 29n) / 3_650_000n);
    const owners = customers.map(({ signer }) => signer.address);
    await chain.act([bank], [banking.walletDeposits.payInterest({ bank: 0, owners, amounts })]);
    paid += amounts.reduce((sum, amount) => sum + amount, 0n);
  }
  return paid;
}

function walletOf(ledger: Economy["chain"]["ledger"], { signer }: Person): bigint {
  const balances = ledger.account(signer.address)?.balances ?? [];
  return balances.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
}

interface BooksJson {
  readonly books: {
    readonly accounts: readonly { readonly number: number; readonly class: number; readonly debit: string; readonly credit: string }[];
  };
}

/** What stands in accounts of an institution's books, credit less debit, in minor units. */
function standing({ chain }: Economy, at: string, suffix: string, wanted: (account: { number: number; class: number }) => boolean): bigint {
  const resources = chain.ledger.account(at as `0x${string}`)?.resources ?? [];
  const found = resources.find(({ type }) => type.endsWith(suffix));
  if (found === undefined) throw new Error(`${at} keeps no books`);
  const accounts = (found.value as unknown as BooksJson).books.accounts.filter(wanted);
  return accounts.reduce((sum, { debit, credit }) => sum + BigInt(credit) - BigInt(debit), 0n);
}

function outcomeOf(economy: Economy, regime: Regime, walletInterest: bigint): Outcome {
  const { chain, banks, people, centralBank } = economy;
  const [unit] = chain.ledger.statistics()?.units ?? [];
  if (unit === undefined) throw new Error("the ledger has no unit");
  const broken = chain.ledger.recountLaws().filter(({ holds }) => !holds);
  if (broken.length > 0) throw new Error(`laws are broken: ${broken.map(({ name }) => name).join(", ")}`);
  const ofBanks = (wanted: (account: { number: number; class: number }) => boolean) =>
    banks.reduce((sum, { address }) => sum + standing(economy, address, "::InstitutionBooks", wanted), 0n);
  const wallets = people.reduce((sum, person) => sum + walletOf(chain.ledger, person), 0n);
  const reserves = -ofBanks(({ number }) => number === 1010);
  const deposits = ofBanks(({ number }) => number === 2110 || number === 2115 || number === 2120);
  const required = (deposits * RESERVE_RATIO + 9_999n) / 10_000n;
  return new Map([
    ["base money", unit.baseMinor],
    ["M0", unit.m0Minor],
    ["M1", unit.m1Minor],
    ["M2", unit.m2Minor],
    ["wallets, the central bank's liability", regime === "cash" ? wallets : 0n],
    ["wallets, banks' own liability", regime === "deposit" ? wallets : 0n],
    ["reserves of banks", reserves],
    ["required reserves", required],
    ["excess reserves", reserves - required],
    ["what excess reserves let banks lend more", ((reserves - required) * 10_000n) / RESERVE_RATIO],
    [
      "interest paid by the central bank on reserves",
      -standing(economy, centralBank.address, "::CentralBankBooks", ({ number }) => number === 5010),
    ],
    [
      "charged by the central bank for missing reserves",
      standing(economy, centralBank.address, "::CentralBankBooks", ({ number }) => number === 4030),
    ],
    ["interest paid to wallets", walletInterest],
    ["equity of banks", ofBanks(({ class: each }) => each >= 3)],
    ["equity of the central bank", standing(economy, centralBank.address, "::CentralBankBooks", ({ class: each }) => each >= 3)],
    ["turnover of 30 days, real", unit.turnover.realMinor],
    ["turnover of 30 days, financial", unit.turnover.financialMinor],
  ]);
}
