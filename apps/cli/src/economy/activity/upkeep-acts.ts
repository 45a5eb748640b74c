import type { Call } from "@sycee/protocol";
import {
  assessReserves,
  banking,
  closeBankPeriod,
  closeCycle,
  grantEMoney,
  readResource,
  repayCentralBank,
  repo,
  reportDeposits,
  settleCycle,
  sweepSurplus,
} from "@sycee/sdk";
import { FIRST_MODE_BANK, FIRST_MODE_DEPOSIT } from "../population-e-money.ts";
import { developmentPopulation, type Population } from "../population.ts";
import type { Act } from "./act.ts";
import { houseOf } from "./bank-payments.ts";
import type { Outcome } from "./outcome.ts";
import { todayOf } from "./today.ts";
import type { World } from "./world.ts";

/** An institution sweeps its surplus once it is more than this, and gives customers a present out of it. */
const SWEPT_MINOR = 5_000n;
/** Net payments that wait before the activity has the cycle closed, so that no participant has too many waiting. */
const CYCLE_PAYMENTS = 48;
const RENEWED_DAYS = 365n;
const DAYS_OF_YEAR = 365n;
/** Interest on demand deposits, hundredths of a per cent a year. */
const DEPOSIT_RATE_BPS = 35n;
const WHOLE_BPS = 10_000n;

/** Fees that an institution took become its own funds, and half of them a present for a customer; in the first mode it reports. */
export async function keepReserves(world: World, { at, choice }: Act): Promise<Outcome> {
  const institution = world.address(at);
  const { mode, eMoneyMinor, reserveMinor } = await world.client.paymentInstitution(institution);
  if (mode === "first") {
    const { balances } = await world.client.customerAccount(world.address(FIRST_MODE_BANK), FIRST_MODE_DEPOSIT);
    const atBanksMinor = BigInt(balances.find(({ place }) => place === "payment institutions")?.amountMinor ?? 0);
    await world.send([at], reportDeposits({ atBanksMinor }));
    return "done";
  }
  const surplus = BigInt(reserveMinor) - BigInt(eMoneyMinor);
  const customers = world.population.customers.flatMap(({ eMoney }) => (eMoney?.at === at ? [eMoney.account] : []));
  const account = customers[choice % customers.length];
  if (surplus < SWEPT_MINOR || account === undefined) return "idle";
  await world.send([at], sweepSurplus({ amountMinor: surplus }), grantEMoney({ account, amountMinor: surplus / 2n }));
  return "done";
}

/** The clearing house closes its cycle when many payments wait, and settles what is closed. */
export async function runCycle(world: World): Promise<Outcome> {
  const house = houseOf(world);
  const { cycle, queues } = await world.client.clearingHouse(house);
  const name = world.nameOf("clearing house");
  if (cycle.closedAtMs !== null) {
    await world.send([name], settleCycle(house));
    return "done";
  }
  if (queues.net.length < CYCLE_PAYMENTS) return "idle";
  await world.send([name], closeCycle());
  await world.send([name], settleCycle(house));
  return "done";
}

/** Once a day for each bank: its reserves are assessed, it pays its insurance and interest on deposits, renews what the central bank lent it, and closes the day's books. */
export async function endDay(world: World, { at }: Act): Promise<Outcome> {
  const bank = world.address(at);
  const today = await todayOf(world);
  const reserves = await readResource(world.client, bank, banking.reservesType);
  if (reserves === undefined || reserves.assessedOn >= today) return "idle";
  const days = today - reserves.assessedOn;
  const debts = (await readResource(world.client, bank, banking.centralBankCreditCentralBankDebtType))?.credits ?? [];
  const renewed = debts
    .filter(({ maturesOn }) => maturesOn <= today)
    .flatMap(({ id, holding, principal, accrual }) => [
      repayCentralBank({ credit: id }),
      repo({
        centralBankSigner: 1,
        bankSigner: 0,
        holding,
        amountMinor: principal,
        rateBasisPoints: Number(accrual.rateBps),
        days: Number(RENEWED_DAYS),
      }),
    ]);
  await world.send(
    [at, world.nameOf("central bank")],
    assessReserves(bank),
    banking.depositInsurance.collectPremium({ bank }),
    ...(await interest(world, at, days)),
    ...renewed,
    closeBankPeriod(),
  );
  return "done";
}

/** Interest on the deposits of a bank's customers: on the average of all of them, each the same. */
async function interest(world: World, at: string, days: bigint): Promise<Call[]> {
  const accounts = depositsAt(developmentPopulation(), at);
  const deposits = (await world.client.instruments()).find(({ issuer, kind }) => issuer === world.address(at) && kind === "deposit");
  const total = (BigInt(deposits?.outstandingMinor ?? 0) * DEPOSIT_RATE_BPS * days) / (WHOLE_BPS * DAYS_OF_YEAR);
  const each = total / BigInt(accounts.length);
  if (each <= 0n) return [];
  return [banking.commercialBank.payInterest({ bank: 0, accounts, amounts: accounts.map(() => each) })];
}

function depositsAt({ customers }: Population, bank: string): number[] {
  return customers.flatMap(({ deposit }) => (deposit.at === bank ? [deposit.account] : []));
}
