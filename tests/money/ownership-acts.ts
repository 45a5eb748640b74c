import { banking } from "@sycee/sdk";
import { ACCOUNTS, type ActsOf, custodian } from "./banking-draw.ts";

const bond = { kind: 3, description: "a bond" };

/** What passes between a bank, its owners and its customers besides loans. */
export const ownershipActs: ActsOf = (draw) => {
  const { bank, state, account, amount, world } = draw;
  const { ownership } = world;
  const { commercialBank } = banking;
  const { name } = bank;
  const attested = [bank, custodian];
  return [
    () => {
      const book = draw.big(500n);
      const call = commercialBank.contributeSecurity({ bank: 0, custodian: 1, ...bond, bookValue: book });
      return draw.by(`is given a bond of ${book}`, call, () => ownership.contributeSecurity(name, book), attested);
    },
    () => {
      const call = commercialBank.buySecurity({ bank: 0, custodian: 1, account, ...bond, price: amount });
      return draw.by(`buys a bond for ${amount}`, call, () => ownership.buySecurity(name, account, amount), attested);
    },
    () => {
      const holding = draw.near(state.securities.last);
      const call = commercialBank.sellSecurity({ account, holding: BigInt(holding), amount });
      return draw.by(`sells a customer ${amount} of holding ${holding}`, call, () =>
        ownership.sellSecurity(name, account, holding, amount),
      );
    },
    () => {
      const paid = draw.big(400n);
      const call = commercialBank.payInCapital({ account, amount: paid });
      return draw.by(`is paid ${paid} of capital`, call, () => ownership.payInCapital(name, account, paid));
    },
    () => {
      const fee = draw.big(60n);
      return draw.by(`charges ${fee}`, commercialBank.chargeFee({ account, amount: fee }), () => ownership.chargeFee(name, account, fee));
    },
    () => {
      const paid = draw.big((state.retained > 0n ? state.retained : 0n) + 1n);
      const call = commercialBank.payDividend({ account, amount: paid });
      return draw.by(`pays a dividend of ${paid}`, call, () => ownership.payDividend(name, account, paid));
    },
    () => {
      const accounts = [account, draw.upTo(ACCOUNTS - 1)];
      const amounts = [draw.big(30n), draw.big(30n)];
      const call = commercialBank.payInterest({ accounts, amounts });
      return draw.by(`pays interest of ${amounts.join(" and ")}`, call, () => ownership.payInterest(name, accounts, amounts));
    },
    () => draw.by("closes its period", commercialBank.closePeriod({}), () => ownership.closePeriod(name)),
    () => {
      const transfers = Array.from(
        { length: 1 + draw.upTo(5) },
        () => [draw.upTo(ACCOUNTS - 1), draw.upTo(ACCOUNTS - 1), draw.big(2_000n)] as const,
      );
      const call = commercialBank.transferBatch({
        payers: transfers.map(([payer]) => payer),
        payees: transfers.map(([, payee]) => payee),
        amounts: transfers.map(([, , each]) => each),
      });
      return draw.by(`makes ${transfers.length} transfers`, call, () => ownership.transfer(name, transfers));
    },
  ];
};
