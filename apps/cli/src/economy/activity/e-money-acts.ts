import {
  collectBatch,
  collectionsOf,
  giveCustomerRedPacket,
  issueAgainstDeposit,
  placeDeposit,
  redeemFromDeposit,
  refundBatch,
  refundsOf,
  releaseDeposit,
  takeCustomerRedPacket,
  transferEMoney,
  transfersOf,
} from "@sycee/sdk";
import { FIRST_MODE_BANK, FIRST_MODE_DEPOSIT, FIRST_MODE_INSTITUTION } from "../population-e-money.ts";
import type { HeldAccount, Resident } from "../population.ts";
import type { Act } from "./act.ts";
import { clearing } from "./bank-payments.ts";
import { amountOf } from "./deposit-acts.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import { isTooLittle, isTooMuch } from "./levels.ts";
import { redPacketTerms } from "./red-packet-terms.ts";
import type { World } from "./world.ts";

/** What a merchant keeps of its e-money, to refund from. */
const FLOAT_MINOR = 20_000n;
/** A refund: less than the smallest purchase, of one of the last so many. */
const REFUND_MINOR = 100n;
const RECENT = 50n;

/** An institution collects purchases of its customers for its merchants in one batch. */
export async function collect(world: World, { at, people, payees, amountsMinor }: Act): Promise<Outcome> {
  const accounts = (residents: readonly Resident[]) => residents.map((resident) => eMoneyOf(resident).account);
  const batch = collectBatch({ payers: accounts(people), merchants: accounts(payees), amountsMinor });
  return outcomeOf(collectionsOf(await world.send([at], batch)).flatMap(({ statuses }) => statuses));
}

/** From an account at an institution to another there. */
export async function transferAtInstitution(world: World, { at, people, payees, amountsMinor }: Act): Promise<Outcome> {
  const [payer, payee] = [eMoneyOf(people[0]), eMoneyOf(payees[0])];
  const batch = transferEMoney({ payers: [payer.account], payees: [payee.account], amountsMinor: [amountOf(amountsMinor)] });
  return outcomeOf(transfersOf(await world.send([at], batch)).flatMap(({ statuses }) => statuses));
}

/** Whoever has too little e-money gets more from its bank, and who has too much sends it there. */
export async function levelEMoney(world: World, { people }: Act): Promise<Outcome> {
  let outcome: Outcome = "idle";
  for (const person of people) {
    const eMoney = eMoneyOf(person);
    const has = await world.onAccount(eMoney);
    if (isTooLittle(has, eMoney.amountMinor)) outcome = await fill(world, person.deposit, eMoney, eMoney.amountMinor - has);
    else if (isTooMuch(has, eMoney.amountMinor)) outcome = await empty(world, eMoney, person.deposit, has - eMoney.amountMinor);
  }
  return outcome;
}

/** A merchant has what it took in sent to its bank. */
export async function bankEMoney(world: World, { people: [merchant] }: Act): Promise<Outcome> {
  const eMoney = eMoneyOf(merchant);
  const takings = (await world.onAccount(eMoney)) - FLOAT_MINOR;
  if (merchant === undefined || takings <= 0n) return "idle";
  return await empty(world, eMoney, merchant.deposit, takings);
}

/** A merchant gives a little of one of the last purchases back. */
export async function refund(world: World, { at, choice }: Act): Promise<Outcome> {
  const made = BigInt((await world.client.paymentInstitution(world.address(at))).collections);
  const back = BigInt(choice) % RECENT;
  if (made <= back) return "idle";
  const receipt = await world.send([at], refundBatch({ collections: [made - 1n - back], amountsMinor: [REFUND_MINOR] }));
  return outcomeOf(refundsOf(receipt).flatMap(({ statuses }) => statuses));
}

/** A red packet among an institution's customers, given and taken in one act. */
export async function giveEMoneyPacket(world: World, { at, people, payees, amountsMinor, choice }: Act): Promise<Outcome> {
  const giver = eMoneyOf(people[0]).account;
  const takers = payees.map((payee) => eMoneyOf(payee).account);
  const { number, expiresMs, seed } = await redPacketTerms(world, choice);
  await world.send(
    [at],
    giveCustomerRedPacket({ number, giver, amountMinor: amountOf(amountsMinor), shares: BigInt(takers.length), seed, expiresMs }),
    ...takers.map((taker) => takeCustomerRedPacket({ number, taker })),
  );
  return "done";
}

async function fill(world: World, from: HeldAccount, to: HeldAccount, amountMinor: bigint): Promise<Outcome> {
  if (to.at !== FIRST_MODE_INSTITUTION) {
    await world.send([from.at], clearing(world, [{ from, to, amountMinor }], "gross"));
    return "done";
  }
  const deposit = placeDeposit({ customer: from.account, account: FIRST_MODE_DEPOSIT, amountMinor });
  await world.send([FIRST_MODE_BANK, to.at], deposit, issueAgainstDeposit({ signer: 1, account: to.account, amountMinor }));
  return "done";
}

async function empty(world: World, from: HeldAccount, to: HeldAccount, amountMinor: bigint): Promise<Outcome> {
  if (from.at !== FIRST_MODE_INSTITUTION) {
    await world.send([from.at], clearing(world, [{ from, to, amountMinor }], "gross"));
    return "done";
  }
  const paid = releaseDeposit({ customer: to.account, account: FIRST_MODE_DEPOSIT, amountMinor });
  await world.send([FIRST_MODE_BANK, from.at], redeemFromDeposit({ signer: 1, account: from.account, amountMinor }), paid);
  return "done";
}

function eMoneyOf(resident: Resident | undefined): HeldAccount {
  if (resident?.eMoney === undefined) throw new Error("somebody without e-money was chosen for an act with it");
  return resident.eMoney;
}
