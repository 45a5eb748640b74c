import { type Address } from "@sycee/protocol";
import { banking, collectLoan, customerOrderAddress, grantLoan, readResource, repayLoan, triggerCustomerOrder } from "@sycee/sdk";
import { FIRST_ORDER, tenants } from "../population-banks.ts";
import { POPULATION_BANKS } from "../population.ts";
import type { Act } from "./act.ts";
import { amountOf } from "./deposit-acts.ts";
import { todayOf } from "./today.ts";
import type { Outcome } from "./outcome.ts";
import type { World } from "./world.ts";

/** At most so much of a borrower's deposit goes into one repayment. */
const REPAID_PART = 4n;
const INTERBANK_RATE_BPS = 180n;
/** Banks as far apart as this lend to each other. */
const LEAST_DIFFERENCE_MINOR = 20_000_000n;

/** A bank lends to a customer for a year: money comes into being. */
export async function lend(world: World, { people: [person], amountsMinor }: Act): Promise<Outcome> {
  if (person === undefined) return "idle";
  const { at, account } = person.deposit;
  const terms = { rateBasisPoints: 485, instalments: 12, periodDays: 30 };
  await world.send([at], grantLoan({ account, principalMinor: amountOf(amountsMinor), ...terms }));
  return "done";
}

/** A loan is repaid, all of it or as much as the borrower can well spare: money ends. Whatever is overdue is collected. */
export async function repay(world: World, { at, choice, amountsMinor }: Act): Promise<Outcome> {
  const bank = world.address(at);
  const all = await readResource(world.client, bank, banking.lendingLoansType);
  // Numbers 0 and 1 are before the first loan and the one of the examples.
  const after = 1n + (BigInt(choice) % (all?.last ?? 1n));
  const { loans } = await world.client.economy.loans(bank, { after: `${after}`, limit: 1 });
  const [loan] = loans;
  if (loan === undefined) return "idle";
  const has = await world.onAccount({ at, account: loan.account });
  if (BigInt(loan.overdueMinor) > 0n && has > 0n) {
    await world.send([at], collectLoan({ loan: BigInt(loan.loan) }));
    return "done";
  }
  const owed = BigInt(loan.principalMinor) + BigInt(loan.interestDueMinor);
  const amountMinor = least(owed, 2n * amountOf(amountsMinor), has / REPAID_PART);
  if (amountMinor <= 0n) return "idle";
  await world.send([at], repayLoan({ loan: BigInt(loan.loan), amountMinor }));
  return "done";
}

/** A standing order of the bank's, if it is due. */
export async function trigger(world: World, { at, choice }: Act): Promise<Outcome> {
  const institution = world.address(at);
  const number = FIRST_ORDER + BigInt(choice % tenants(at).length);
  const order = await readResource(world.client, customerOrderAddress(institution, number), banking.customerStandingOrderType);
  // These orders are for every day: see the population's banks.
  if (order === undefined || order.due.firstDay + order.next > (await todayOf(world))) return "idle";
  const payer = world.signer(at);
  await world.send([at], triggerCustomerOrder({ institution: payer.address, number }));
  return "done";
}

/** The bank that owes another for a day or more repays it; else the one with most settlement money lends to the one with least. */
export async function lendBetweenBanks(world: World, { amountsMinor }: Act): Promise<Outcome> {
  const today = await todayOf(world);
  for (const { name: lender } of POPULATION_BANKS) {
    const claims = (await readResource(world.client, world.address(lender), banking.interbankClaimsType))?.claims ?? [];
    const due = claims.find(({ maturesOn, id }) => maturesOn <= today || id > FIRST_CLAIMS);
    if (due === undefined) continue;
    await world.send([bankAt(world, due.borrower)], banking.interbank.repay({ borrower: 0, lender: world.address(lender), claim: due.id }));
    return "done";
  }
  const stand = await Promise.all(
    POPULATION_BANKS.map(async ({ name }) => ({ name, has: await world.balanceOf(world.address(name), "settlement") })),
  );
  const [richest, , poorest] = stand.toSorted((one, other) => (one.has < other.has ? 1 : -1));
  if (richest === undefined || poorest === undefined || richest.has - poorest.has < LEAST_DIFFERENCE_MINOR) return "idle";
  const terms = { amount: amountOf(amountsMinor), rateBps: INTERBANK_RATE_BPS, days: 1n };
  await world.send([richest.name, poorest.name], banking.interbank.lend({ lender: 0, borrower: 1, ...terms }));
  return "done";
}

/** The claim that each lender has from the beginning runs until its day. */
const FIRST_CLAIMS = 1n;

function bankAt(world: World, address: Address): string {
  const found = POPULATION_BANKS.find(({ name }) => world.address(name) === address);
  if (found === undefined) throw new Error(`${address} is none of the development economy's banks`);
  return found.name;
}

function least(...amounts: readonly bigint[]): bigint {
  return amounts.reduce((least, amount) => (amount < least ? amount : least));
}
