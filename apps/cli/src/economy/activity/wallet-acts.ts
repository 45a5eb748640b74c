import { cashToDeposit, depositToCash, giveRedPacket, pay, payOut, redPacketAddress, takeRedPacket, topUp } from "@sycee/sdk";
import type { HeldAccount, HeldWallet, Resident } from "../population.ts";
import type { Act } from "./act.ts";
import type { Outcome } from "./outcome.ts";
import { isTooLittle, isTooMuch } from "./levels.ts";
import { redPacketTerms } from "./red-packet-terms.ts";
import type { World } from "./world.ts";

/** Digital cash is the second instrument of the development economy. */
const CASH = 2;

/** From a wallet to another: a purchase, or a gift among friends. */
export async function payCash(world: World, { people, payees, amountsMinor }: Act): Promise<Outcome> {
  const [payer, payee] = [walletOf(people[0]), walletOf(payees[0])];
  if (payer.name === payee.name) return "idle";
  await world.send([payer.name], pay({ payee: world.address(payee.name), instrument: CASH, amountMinor: amountOf(amountsMinor) }));
  return "done";
}

/** The first who has too little digital cash gets more from the bank, or one who has too much brings it there. */
export async function levelWallet(world: World, { people }: Act): Promise<Outcome> {
  for (const person of people) {
    const wallet = walletOf(person);
    const { at, account } = person.deposit;
    const has = await world.inWallet(wallet);
    if (isTooLittle(has, wallet.amountMinor)) {
      await world.send([at], depositToCash({ account, owner: world.address(wallet.name), amountMinor: wallet.amountMinor - has }));
      return "done";
    }
    if (isTooMuch(has, wallet.amountMinor)) {
      await world.send([wallet.name], cashToDeposit({ bank: world.address(at), account, amountMinor: has - wallet.amountMinor }));
      return "done";
    }
  }
  return "idle";
}

/** A merchant brings what it took in to its bank. */
export async function bankCash(world: World, { people: [merchant] }: Act): Promise<Outcome> {
  const wallet = walletOf(merchant);
  if (merchant === undefined) return "idle";
  const takings = (await world.inWallet(wallet)) - wallet.amountMinor;
  if (takings <= 0n) return "idle";
  const { at, account } = merchant.deposit;
  await world.send([wallet.name], cashToDeposit({ bank: world.address(at), account, amountMinor: takings }));
  return "done";
}

/** Digital cash becomes e-money. */
export async function cashToEMoney(world: World, { people: [person], amountsMinor }: Act): Promise<Outcome> {
  const [wallet, { at, account }] = [walletOf(person), eMoneyOf(person)];
  await world.send([wallet.name], topUp({ institution: world.address(at), account, amountMinor: amountOf(amountsMinor) }));
  return "done";
}

/** E-money becomes digital cash. */
export async function eMoneyToCash(world: World, { people: [person], amountsMinor }: Act): Promise<Outcome> {
  const [wallet, { at, account }] = [walletOf(person), eMoneyOf(person)];
  await world.send([at], payOut({ account, owner: world.address(wallet.name), amountMinor: amountOf(amountsMinor) }));
  return "done";
}

/** A red packet is given and taken by friends, all in one act, so that nothing of it is left over whatever happens. */
export async function giveCashPacket(world: World, { people, payees, amountsMinor, choice }: Act): Promise<Outcome> {
  const giver = walletOf(people[0]);
  const takers = payees.map(walletOf).filter(({ name }) => name !== giver.name);
  const { number, expiresMs, seed } = await redPacketTerms(world, choice);
  const packet = redPacketAddress(world.address(giver.name), number);
  const shares = BigInt(takers.length);
  await world.send(
    [giver.name, ...takers.map(({ name }) => name)],
    giveRedPacket({ number, instrument: CASH, amountMinor: amountOf(amountsMinor), shares, seed, expiresMs }),
    ...takers.map((_, index) => takeRedPacket({ signer: index + 1, packet })),
  );
  return "done";
}

function walletOf(resident: Resident | undefined): HeldWallet {
  if (resident?.wallet === undefined) throw new Error("somebody without a wallet was chosen for an act with one");
  return resident.wallet;
}

function eMoneyOf(resident: Resident | undefined): HeldAccount {
  if (resident?.eMoney === undefined) throw new Error("somebody without e-money was chosen for an act with it");
  return resident.eMoney;
}

function amountOf([amountMinor]: readonly bigint[]): bigint {
  if (amountMinor === undefined) throw new Error("an act without an amount was chosen where one is needed");
  return amountMinor;
}
