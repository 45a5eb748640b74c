import { banking, countNotes, depositNotes, orderNotes, readResource, withdrawNotes } from "@sycee/sdk";
import type { Resident } from "../population.ts";
import type { Act } from "./act.ts";
import { payFromBank } from "./bank-payments.ts";
import { employeesOf } from "./draw-acts.ts";
import type { Outcome } from "./outcome.ts";
import type { World } from "./world.ts";

/** A merchant keeps what it began with, and pays out in wages what it has beyond that, at most so much to each at a time. */
const MOST_WAGE_MINOR = 600_000n;
const LEAST_WAGE_MINOR = 1_000n;
/** A bank's vault is filled up by so much when it runs low. */
const NOTES_ORDERED_MINOR = 10_000_000n;
const VAULT_LOW_MINOR = 5_000_000n;

/** From an account at a bank to another, at once: a purchase. */
export async function payDeposit(world: World, act: Act): Promise<Outcome> {
  return await payOne(world, act, "gross");
}

/** From an account at a bank to another with the next cycle of the clearing house: among friends. */
export async function transferDeposit(world: World, act: Act): Promise<Outcome> {
  return await payOne(world, act, "net");
}

async function payOne(world: World, { people, payees, amountsMinor }: Act, mode: "gross" | "net"): Promise<Outcome> {
  const [payer, payee] = [person(people[0]), person(payees[0])];
  const payment = { from: payer.deposit, to: payee.deposit, amountMinor: amountOf(amountsMinor) };
  return await payFromBank(world, payer.deposit.at, [payment], mode);
}

/** A merchant pays its people in equal parts what it has earned, and nothing while it has earned little. */
export async function payWages(world: World, { people }: Act): Promise<Outcome> {
  const merchant = person(people[0]);
  const employees = employeesOf(world.population, merchant);
  const earned = (await world.onAccount(merchant.deposit)) - merchant.deposit.amountMinor;
  const wage = earned / BigInt(employees.length);
  if (wage < LEAST_WAGE_MINOR) return "idle";
  const amountMinor = wage < MOST_WAGE_MINOR ? wage : MOST_WAGE_MINOR;
  const payments = employees.map(({ deposit }) => ({ from: merchant.deposit, to: deposit, amountMinor }));
  return await payFromBank(world, merchant.deposit.at, payments, "net");
}

/** A customer takes notes out of its bank, which orders more when its vault runs low. */
export async function takeNotes(world: World, { people, amountsMinor }: Act): Promise<Outcome> {
  const { at, account } = person(people[0]).deposit;
  const vault = await readResource(world.client, world.address(at), banking.notesVaultType);
  const order = (vault?.money.value ?? 0n) < VAULT_LOW_MINOR ? [orderNotes({ amountMinor: NOTES_ORDERED_MINOR })] : [];
  await world.send([at], ...order, withdrawNotes({ account, amountMinor: amountOf(amountsMinor) }));
  return "done";
}

/** A customer brings notes to its bank; the central bank counts them once half of what the bank may take in is there. */
export async function bringNotes(world: World, { people, amountsMinor }: Act): Promise<Outcome> {
  const { at, account } = person(people[0]).deposit;
  const bank = world.address(at);
  const vault = await readResource(world.client, bank, banking.notesVaultType);
  if (vault !== undefined && vault.uncounted * 2n > vault.limit) {
    await world.send([world.nameOf("central bank")], countNotes({ bank, missingMinor: 0n }));
  }
  await world.send([at], depositNotes({ account, amountMinor: amountOf(amountsMinor) }));
  return "done";
}

/** A merchant pays a tax. */
export async function payTax(world: World, { people, amountsMinor }: Act): Promise<Outcome> {
  const { at, account } = person(people[0]).deposit;
  const government = world.address(world.nameOf("government"));
  await world.send([at], banking.treasury.payTax({ bank: 0, government, account, amount: amountOf(amountsMinor) }));
  return "done";
}

/** The government pays a customer, such as a pension. */
export async function spendPublicly(world: World, { people, amountsMinor }: Act): Promise<Outcome> {
  const { at, account } = person(people[0]).deposit;
  const spending = { government: 0, bank: world.address(at), account, amount: amountOf(amountsMinor) };
  await world.send([world.nameOf("government")], banking.treasury.spend(spending));
  return "done";
}

function person(resident: Resident | undefined): Resident {
  if (resident === undefined) throw new Error("an act that needs somebody was chosen with nobody");
  return resident;
}

/** The only amount of an act. */
export function amountOf([amountMinor]: readonly bigint[]): bigint {
  if (amountMinor === undefined) throw new Error("an act that needs an amount was chosen with none");
  return amountMinor;
}
