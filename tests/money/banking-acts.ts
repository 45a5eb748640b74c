import { banking } from "@sycee/sdk";
import { type Act, type ActsOf, type BankingWorld, centralBank, Draw, government, insurer, type Random } from "./banking-draw.ts";
import { ownershipActs } from "./ownership-acts.ts";

const lendingActs: ActsOf = (draw) => {
  const { world, bank, state, account, amount, rate } = draw;
  const { model, lending } = world;
  const loan = draw.near(state.loans.last);
  const deposit = draw.near(state.timeDeposits.last);
  const lend = (isAnnuity: boolean) => {
    const [instalments, periodDays] = [BigInt(1 + draw.upTo(11)), BigInt(1 + draw.upTo(40))];
    const values = { account, principal: amount, rateBps: rate, instalments, periodDays };
    const call = isAnnuity ? banking.lending.grantAnnuity(values) : banking.lending.grant(values);
    const what = `lends ${amount} in ${instalments} ${isAnnuity ? "equal instalments" : "parts"}`;
    const modelled = { account, principal: amount, rate, parts: instalments, days: periodDays, isAnnuity };
    return draw.by(what, call, () => lending.grant(bank.name, modelled));
  };
  return [
    () => lend(false),
    () => lend(true),
    () =>
      draw.by(`is repaid ${amount} of loan ${loan}`, banking.lending.repay({ loan: BigInt(loan), amount }), () =>
        lending.repay(bank.name, loan, amount),
      ),
    () =>
      draw.by(`collects what is due of loan ${loan}`, banking.lending.collect({ loan: BigInt(loan) }), () =>
        lending.collect(bank.name, loan),
      ),
    () => draw.by(`reckons loan ${loan}`, banking.lending.accrue({ loan: BigInt(loan) }), () => lending.reckon(bank.name, loan)),
    () =>
      draw.by(`provides ${amount} against loan ${loan}`, banking.lending.provide({ loan: BigInt(loan), provision: amount }), () =>
        lending.provide(bank.name, loan, amount),
      ),
    () =>
      draw.by(`says loan ${loan} fails`, banking.lending.setPerforming({ loan: BigInt(loan), performing: false }), () =>
        lending.reckon(bank.name, loan, false),
      ),
    () => draw.by(`writes loan ${loan} off`, banking.lending.writeOff({ loan: BigInt(loan) }), () => lending.writeOff(bank.name, loan)),
    () => {
      const days = BigInt(1 + draw.upTo(60));
      const earlyRateBps = BigInt(draw.upTo(1_500));
      const call = banking.timeDeposits.place({ account, amount, rateBps: rate, earlyRateBps, days });
      return draw.by(`places ${amount}`, call, () => model.place(bank.name, account, amount, rate, earlyRateBps, days));
    },
    () =>
      draw.by(`releases ${deposit}`, banking.timeDeposits.release({ deposit: BigInt(deposit) }), () => model.release(bank.name, deposit)),
  ];
};

const marketActs: ActsOf = (draw) => {
  const { world, bank, other, state, amount, rate } = draw;
  const { model, central, policy } = world;
  const both = [centralBank, bank];
  const claim = draw.near(model.bank(other.name).claims.last);
  return [
    () => {
      const days = BigInt(1 + draw.upTo(9));
      const call = banking.interbank.lend({ lender: 0, borrower: bank === other ? 0 : 1, amount, rateBps: rate, days });
      const signers = bank === other ? [bank] : [bank, other];
      return draw.by(`lends ${amount} to ${other.name}`, call, () => model.lend(bank.name, other.name, amount, rate, days), signers);
    },
    () => {
      const call = banking.interbank.repay({ lender: other.address, claim: BigInt(claim) });
      return draw.by(`repays ${other.name} claim ${claim}`, call, () => model.repayBank(bank.name, other.name, claim));
    },
    () => {
      const call = banking.interbank.collect({ borrower: bank.address, claim: BigInt(claim) });
      const what = `has claim ${claim} collected by ${other.name}`;
      return draw.by(what, call, () => model.collectFromBank(bank.name, other.name, claim), [other]);
    },
    () => {
      const holding = draw.upTo(1) === 0 ? 1 : draw.near(state.securities.last);
      const call = banking.openMarket.buy({ centralBank: 0, bank: 1, holding: BigInt(holding), amount, haircutBps: 300n });
      return draw.by(`sells ${amount} of holding ${holding}`, call, () => central.buy(bank.name, holding, amount, 300n), both);
    },
    () => {
      const own = [...model.assets].filter((entry) => entry[1].bank === bank.name);
      const [id, asset] = own[draw.upTo(Math.max(0, own.length - 1))] ?? [draw.near(model.assets.last), undefined];
      const price = draw.upTo(3) === 0 ? amount : draw.big((asset?.book ?? amount) + 1n);
      const call = banking.openMarket.sell({ centralBank: 0, bank: 1, asset: BigInt(id), amount: price });
      return draw.by(`buys ${price} of asset ${id} back`, call, () => central.sell(bank.name, id, price), both);
    },
    () => {
      const call = banking.openMarket.repo({ centralBank: 0, bank: 1, holding: 1n, amount, rateBps: rate, days: 7n });
      return draw.by(`repoes ${amount}`, call, () => central.repo(bank.name, 1, amount, rate, 7n), both);
    },
    () =>
      draw.by(`borrows ${amount} overnight`, banking.standingFacilities.borrow({ holding: 1n, amount }), () =>
        central.repo(bank.name, 1, amount, policy.lendingRate, 1n),
      ),
    () => {
      const credit = draw.near(state.credits.last);
      const call = banking.centralBankCredit.repay({ credit: BigInt(credit) });
      return draw.by(`repays credit ${credit}`, call, () => central.repay(bank.name, credit));
    },
    () => {
      const credit = draw.near(state.credits.last);
      const call = banking.centralBankCredit.takePledge({ bank: bank.address, credit: BigInt(credit) });
      return draw.by(`sees the pledge of credit ${credit} taken`, call, () => central.takePledge(bank.name, credit), [centralBank]);
    },
    () =>
      draw.by(`leaves ${amount} at the facility`, banking.standingFacilities.deposit({ amount }), () =>
        central.facilityDeposit(bank.name, amount),
      ),
    () => draw.by("takes it back", banking.standingFacilities.withdraw({}), () => central.facilityWithdraw(bank.name)),
    () => draw.by("is assessed", banking.reserves.assess({ bank: bank.address }), () => central.assess(bank.name), [draw.other]),
    () => {
      const call = banking.depositInsurance.collectPremium({ bank: bank.address });
      return draw.by("pays its premium", call, () => central.collectPremium(bank.name), [insurer]);
    },
  ];
};

const centralBankActs: ActsOf = (draw) => {
  const { world, bank, state, account, amount } = draw;
  const { model, central } = world;
  return [
    () => draw.by(`orders ${amount} of notes`, banking.notes.order({ amount }), () => central.orderNotes(bank.name, amount)),
    () =>
      draw.by(`hands out ${amount} of notes`, banking.notes.withdraw({ account, amount }), () =>
        central.withdrawNotes(bank.name, account, amount),
      ),
    () => {
      const call = banking.notes.giveBack({ centralBank: 0, bank: 1, amount });
      return draw.by(`gives ${amount} of notes back`, call, () => central.giveNotesBack(bank.name, amount), [centralBank, bank]);
    },
    () => {
      const missing = draw.upTo(1) === 0 ? 0n : draw.big(state.uncounted + 1n);
      const call = banking.notes.count({ bank: bank.address, missing });
      return draw.by(`has its notes counted: ${missing} are missing`, call, () => central.countNotes(bank.name, missing), [centralBank]);
    },
    () => {
      const missing = draw.big(60n);
      const call = banking.notes.countTogether({ centralBank: 0, bank: 1, missing });
      const what = `and the central bank find ${missing} of notes missing`;
      return draw.by(what, call, () => central.countNotesTogether(bank.name, missing), [centralBank, bank]);
    },
    () => {
      // Gold, the first, performs: without it nothing would be covered any more.
      const asset = Math.max(2, draw.near(model.assets.last));
      const performing = draw.upTo(2) > 0;
      const call = banking.centralBank.setPerforming({ asset: BigInt(asset), performing });
      const what = `sees asset ${asset} ${performing ? "perform" : "fail"}`;
      return draw.by(what, call, () => central.setPerforming(asset, performing), [centralBank]);
    },
    () => {
      const failed = [...model.assets].find(([, { fails }]) => fails)?.[0] ?? draw.near(model.assets.last);
      const call = banking.centralBank.writeOff({ asset: BigInt(failed), amount });
      return draw.by(`sees ${amount} of asset ${failed} written off`, call, () => central.writeOff(failed, amount), [centralBank]);
    },
    () =>
      draw.by(`takes ${amount} of notes`, banking.notes.deposit({ account, amount }), () =>
        central.depositNotes(bank.name, account, amount),
      ),
    () =>
      draw.by(`pays tax of ${amount}`, banking.treasury.payTax({ government: government.address, account, amount }), () =>
        central.payTax(bank.name, account, amount),
      ),
    () => {
      const call = banking.treasury.remit({ government: government.address, amount });
      return draw.by(`sees ${amount} remitted to the state`, call, () => central.remit(amount), [centralBank]);
    },
    () => draw.by("sees the central bank's period closed", banking.centralBank.closePeriod({}), () => central.closePeriod(), [centralBank]),
    () => {
      const call = banking.treasury.payInterest({ amount });
      return draw.by(`sees the state pay ${amount} on bonds`, call, () => central.payInterest(amount), [government]);
    },
    () => {
      const call = banking.treasury.spend({ bank: bank.address, account, amount });
      return draw.by(`is paid ${amount} by the state`, call, () => central.spend(bank.name, account, amount), [government]);
    },
  ];
};

const walletActs: ActsOf = (draw) => {
  const { bank, account } = draw;
  const { wallets } = draw.world;
  const { wallet, owner } = draw.wallet(draw.upTo(3) > 0);
  const payee = draw.wallet(draw.upTo(1) === 0);
  const amount = draw.big([300n, 3_000n, 6_000n][draw.upTo(2)] ?? 300n);
  const part = (held: bigint) => (draw.upTo(3) === 0 ? amount : draw.big(held));
  const [money, cash] = [part(wallet.money), part(wallet.cash)];
  return [
    () => {
      const call = banking.walletDeposits.fund({ account, owner: owner.address, amount });
      return draw.by(`funds ${owner.name}'s wallet with ${amount}`, call, () => wallets.fund(bank.name, account, wallet, amount));
    },
    () => {
      const call = banking.walletDeposits.defund({ account, amount: money });
      return draw.by(`sees ${owner.name} put ${money} back`, call, () => wallets.defund(wallet, account, money), [owner]);
    },
    () => {
      const call = banking.walletDeposits.exchangeCash({ amount: cash });
      return draw.by(`sees ${owner.name} exchange ${cash} of cash`, call, () => wallets.exchangeCash(wallet, cash), [owner]);
    },
    () => {
      const call = banking.walletDeposits.pay({ payee: payee.owner.address, amount: money });
      const what = `sees ${owner.name} pay ${payee.owner.name} ${money}`;
      return draw.by(what, call, () => wallets.pay(wallet, payee.wallet, money), [owner]);
    },
    () => {
      const amounts = [draw.big(90n), draw.big(90n)];
      const call = banking.walletDeposits.payInterest({ owners: [owner.address, payee.owner.address], amounts });
      const what = `pays ${owner.name} and ${payee.owner.name} interest of ${amounts.join(" and ")}`;
      return draw.by(what, call, () => wallets.payInterest(bank.name, [wallet, payee.wallet], amounts));
    },
    () => {
      const linked = draw.big([300n, 3_000n, 6_000n][draw.upTo(2)] ?? 300n);
      const call = banking.linkedDeposit.pay({ centralBank: centralBank.address, payee: payee.owner.address, amount: linked });
      const what = `sees ${owner.name} pay ${payee.owner.name} ${linked} of cash by their links`;
      return draw.by(what, call, () => wallets.payLinked(wallet, payee.wallet, linked), [owner]);
    },
    () => {
      const call = banking.cashExchange.toCash({ account, owner: owner.address, amount });
      return draw.by(`gives ${owner.name} ${amount} of cash`, call, () => wallets.toCash(bank.name, account, wallet, amount));
    },
    () => {
      const call = banking.cashExchange.toDeposit({ bank: bank.address, account, amount: cash });
      return draw.by(`sees ${owner.name} deposit ${cash}`, call, () => wallets.toDeposit(wallet, bank.name, account, cash), [owner]);
    },
  ];
};

/** Draws an act; each that is likely to be allowed has arguments near those that are. */
export function drawAct(world: BankingWorld, random: Random): Act {
  const draw = new Draw(world, random);
  const acts = [lendingActs, marketActs, centralBankActs, walletActs, ownershipActs].flatMap((actsOf) => actsOf(draw));
  const drawn = acts[draw.upTo(acts.length - 1)];
  if (drawn === undefined) throw new Error("no act was drawn");
  return drawn();
}
