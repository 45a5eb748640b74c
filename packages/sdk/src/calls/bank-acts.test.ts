import { addressFromBytes, type Call } from "@sycee/protocol";
import { expect, test } from "vitest";
import { accountColumn, amountColumn } from "../arguments/columns.ts";
import { address, literal, option, signer, string, u32, u64, u8, vector } from "../arguments/move-type.ts";
import {
  accrueTimeDeposit,
  buySecurity,
  closeDepositAccount,
  payDepositInterest,
  sellSecurity,
  transferDeposits,
} from "./bank-customers.ts";
import { unlinkDeposit } from "./bank-cash.ts";
import { attestAsset, closeCentralBankPeriod, takePledge, writeOffAsset } from "./central-bank-assets.ts";
import { depositToCustomer } from "./customer-accounts.ts";
import { collectInsurancePremium, openDepositInsurance } from "./deposit-insurance.ts";
import { frameworkCall } from "./framework-call.ts";
import { announceGasSchedule, withdrawGasSchedule } from "./gas-schedule.ts";
import {
  countDeposits,
  cutDeposits,
  cutLenders,
  declareInsolvency,
  endRedPacketInInsolvency,
  endTimeDepositInInsolvency,
  haltWallets,
  reopenInsolvency,
  takeInWallets,
  payInsured,
  takeInDeposit,
  writeOffInInsolvency,
} from "./insolvency.ts";
import {
  collectEstateClaim,
  collectEstateLoan,
  countEstateNotes,
  openEstateAccounts,
  redeemEstatePledge,
  returnEstateNotes,
  sellEstateLoan,
  sellEstateSecurity,
  takeEstateCollateral,
  takeEstateFundShare,
  withdrawEstateFacility,
} from "./estate.ts";
import {
  payEstateDeposits,
  payEstateLender,
  payInsurer,
  payOwners,
  restoreDeposits,
  restoreEstate,
  restoreLenders,
} from "./estate-payout.ts";
import { collectFromBank, lendToBank, repayBank } from "./interbank.ts";
import { closePaymentInstitutionPeriod } from "./payment-institution.ts";
import {
  appointSupervisor,
  approveSupervisorChange,
  cancelSupervisorChange,
  executeSupervisorChange,
  objectToSupervisorChange,
  proposeSupervisorChange,
  resignAsInvestigator,
  resignAsSupervisor,
} from "./supervisor.ts";
import { openTreasury, payBondInterest, payTax, spendFromTreasury } from "./treasury.ts";
import { appointRegistrar } from "./unit.ts";
import {
  adoptWalletDeposits,
  defundWallet,
  exchangeCash,
  followTier,
  fundWallet,
  payWalletDeposit,
  payWalletInterest,
} from "./wallet-deposits.ts";

const one = addressFromBytes(new Uint8Array(32).fill(1));
const two = addressFromBytes(new Uint8Array(32).fill(2));
const amount = literal(u64, 9n);
const account = literal(u32, 5);
const two64 = literal(u64, 2n);
const at = (value: typeof one) => literal(address, value);
const banking = (module: string, name: string, ...values: Parameters<typeof frameworkCall>[3]): Call =>
  frameworkCall("banking", module, name, values);
const oversight = (module: string, name: string, ...values: Parameters<typeof frameworkCall>[3]): Call =>
  frameworkCall("oversight", module, name, values);
const ofBank = { signer: 1, bank: one };

// Names, order and types of arguments as the Move sources declare them.
test.each<[Call, Call]>([
  [
    lendToBank({ amountMinor: 9n, rateBasisPoints: 250, days: 7 }),
    banking("interbank", "lend", signer(0), signer(1), amount, literal(u64, 250n), literal(u64, 7n)),
  ],
  [repayBank({ signer: 1, lender: one, claim: 2n }), banking("interbank", "repay", signer(1), at(one), literal(u64, 2n))],
  [openDepositInsurance(), banking("deposit_insurance", "open", signer(0), signer(1))],
  [collectInsurancePremium(one), banking("deposit_insurance", "collect_premium", at(one))],
  [declareInsolvency({ ...ofBank, administrator: two }), banking("insolvency", "declare", signer(1), at(one), at(two))],
  [
    writeOffInInsolvency({ ...ofBank, approverSigner: 2, loan: 2n }),
    banking("insolvency", "write_off", signer(1), signer(2), at(one), literal(u64, 2n)),
  ],
  [endTimeDepositInInsolvency({ ...ofBank, deposit: 2n }), banking("insolvency", "end_time_deposit", signer(1), at(one), literal(u64, 2n))],
  [
    takeInDeposit({ ...ofBank, account: 5, customer: 6 }),
    banking("insolvency", "take_in_deposit", signer(1), at(one), account, literal(u32, 6)),
  ],
  [
    endRedPacketInInsolvency({ ...ofBank, number: 2n, account: 5 }),
    banking("insolvency", "end_red_packet", signer(1), at(one), literal(u64, 2n), account),
  ],
  [
    cutLenders({ ...ofBank, lenders: [two], frozenWallets: [one] }),
    banking("insolvency", "cut_lenders", signer(1), at(one), literal(vector(address), [two]), literal(vector(address), [one])),
  ],
  [reopenInsolvency(ofBank), banking("insolvency", "reopen", signer(1), at(one))],
  [haltWallets(ofBank), banking("wallet_resolution", "halt_wallets", signer(1), at(one))],
  [
    takeInWallets({ ...ofBank, owners: [two] }),
    banking("wallet_resolution", "take_in_wallets", signer(1), at(one), literal(vector(address), [two])),
  ],
  [collectFromBank({ signer: 1, borrower: one, claim: 2n }), banking("interbank", "collect", signer(1), at(one), two64)],
  [openEstateAccounts({ ...ofBank, count: 9n }), banking("estate", "open_accounts", signer(1), at(one), amount)],
  [collectEstateLoan({ ...ofBank, loan: 2n, amountMinor: 9n }), banking("estate", "collect_loan", signer(1), at(one), two64, amount)],
  [
    sellEstateLoan({ bank: one, loan: 2n, account: 5, priceMinor: 9n }),
    banking("estate", "sell_loan", signer(0), signer(1), signer(2), at(one), two64, account, amount),
  ],
  [
    sellEstateSecurity({ bank: one, holding: 2n, amountMinor: 9n, priceMinor: 8n }),
    banking("estate", "sell_security", signer(0), signer(1), signer(2), at(one), two64, amount, literal(u64, 8n)),
  ],
  [countEstateNotes({ bank: one, missingMinor: 9n }), banking("estate", "count_notes", signer(0), signer(1), at(one), amount)],
  [returnEstateNotes({ bank: one, amountMinor: 9n }), banking("estate", "return_notes", signer(0), signer(1), at(one), amount)],
  [withdrawEstateFacility(ofBank), banking("estate", "withdraw_facility", signer(1), at(one))],
  [collectEstateClaim({ ...ofBank, borrower: two, claim: 2n }), banking("estate", "collect_claim", signer(1), at(one), at(two), two64)],
  [redeemEstatePledge({ ...ofBank, credit: 2n }), banking("estate", "redeem_pledge", signer(1), at(one), two64)],
  [
    takeEstateCollateral({ ...ofBank, house: two, amountMinor: 9n }),
    banking("estate", "take_collateral", signer(1), at(one), at(two), amount),
  ],
  [
    takeEstateFundShare({ ...ofBank, house: two, amountMinor: 9n }),
    banking("estate", "take_fund_share", signer(1), at(one), at(two), amount),
  ],
  [payInsurer({ ...ofBank, amountMinor: 9n }), banking("estate_payout", "pay_insurer", signer(1), at(one), amount)],
  [
    payEstateDeposits({ bank: one, accounts: [5], to: [6] }),
    banking("estate_payout", "pay_deposits", signer(0), signer(1), at(one), literal(vector(u32), [5]), literal(vector(u32), [6])),
  ],
  [
    payEstateLender({ ...ofBank, lender: two, amountMinor: 9n }),
    banking("estate_payout", "pay_lender", signer(1), at(one), at(two), amount),
  ],
  [restoreEstate(ofBank), banking("estate_payout", "restore", signer(1), at(one))],
  [restoreDeposits({ ...ofBank, accounts: 9n }), banking("estate_payout", "restore_deposits", signer(1), at(one), amount)],
  [restoreLenders(ofBank), banking("estate_payout", "restore_lenders", signer(1), at(one))],
  [
    payOwners({ bank: one, to: 5, amountMinor: 9n }),
    banking("estate_payout", "pay_owners", signer(0), signer(1), at(one), account, amount),
  ],
  [countDeposits({ ...ofBank, accounts: 9n }), banking("insolvency", "count_deposits", signer(1), at(one), amount)],
  [cutDeposits({ ...ofBank, accounts: 9n }), banking("insolvency", "cut_deposits", signer(1), at(one), amount)],
  [
    payInsured({ bank: one, accounts: [5], to: [6] }),
    banking("insolvency", "pay_insured", signer(0), signer(1), at(one), literal(vector(u32), [5]), literal(vector(u32), [6])),
  ],
  [openTreasury(), banking("treasury", "open", signer(0), signer(1))],
  [spendFromTreasury({ ...ofBank, account: 5, amountMinor: 9n }), banking("treasury", "spend", signer(1), at(one), account, amount)],
  [
    payTax({ signer: 1, government: one, account: 5, amountMinor: 9n }),
    banking("treasury", "pay_tax", signer(1), at(one), account, amount),
  ],
  [payBondInterest({ signer: 1, amountMinor: 9n }), banking("treasury", "pay_interest", signer(1), amount)],
  [adoptWalletDeposits({ symbol: "N.wallet" }), banking("wallet_deposits", "adopt", signer(0), signer(1), literal(string, "N.wallet"))],
  [followTier({ bank: one, tier: 3 }), banking("wallet_deposits", "follow_tier", at(one), literal(u8, 3))],
  [
    fundWallet({ signer: 1, account: 5, owner: one, amountMinor: 9n }),
    banking("wallet_deposits", "fund", signer(1), account, at(one), amount),
  ],
  [defundWallet({ signer: 1, account: 5, amountMinor: 9n }), banking("wallet_deposits", "defund", signer(1), account, amount)],
  [exchangeCash({ signer: 1, amountMinor: 9n }), banking("wallet_deposits", "exchange_cash", signer(1), amount)],
  [payWalletDeposit({ signer: 1, payee: one, amountMinor: 9n }), banking("wallet_deposits", "pay", signer(1), at(one), amount)],
  [
    payWalletInterest({ signer: 1, owners: [one], amountsMinor: [9n] }),
    banking("wallet_deposits", "pay_interest", signer(1), literal(vector(address), [one]), literal(vector(u64), [9n])),
  ],
  [unlinkDeposit({ signer: 1 }), banking("linked_deposit", "unlink", signer(1))],
  [closeDepositAccount({ signer: 1, account: 5 }), banking("commercial_bank", "close_account", signer(1), account)],
  [
    transferDeposits({ signer: 1, payers: [5], payees: [6], amountsMinor: [9n] }),
    banking(
      "commercial_bank",
      "transfer_batch",
      signer(1),
      literal(accountColumn, [5]),
      literal(accountColumn, [6]),
      literal(amountColumn, [9n]),
    ),
  ],
  [
    payDepositInterest({ signer: 1, accounts: [5], amountsMinor: [9n] }),
    banking("commercial_bank", "pay_interest", signer(1), literal(vector(u32), [5]), literal(vector(u64), [9n])),
  ],
  [
    buySecurity({ account: 5, kind: "governmentBonds", description: "B", priceMinor: 9n }),
    banking("commercial_bank", "buy_security", signer(0), signer(1), account, literal(u8, 3), literal(string, "B"), amount),
  ],
  [
    sellSecurity({ signer: 1, account: 5, holding: 2n, amountMinor: 9n }),
    banking("commercial_bank", "sell_security", signer(1), account, literal(u64, 2n), amount),
  ],
  [accrueTimeDeposit({ signer: 1, deposit: 2n }), banking("time_deposits", "accrue", signer(1), literal(u64, 2n))],
  [writeOffAsset({ signer: 1, asset: 2n, amountMinor: 9n }), banking("central_bank", "write_off", signer(1), literal(u64, 2n), amount)],
  [attestAsset({ signer: 1, centralBank: one, asset: 2n }), banking("central_bank", "attest_asset", signer(1), at(one), literal(u64, 2n))],
  [closeCentralBankPeriod({ signer: 1 }), banking("central_bank", "close_period", signer(1))],
  [takePledge({ ...ofBank, credit: 2n }), banking("central_bank_credit", "take_pledge", signer(1), at(one), literal(u64, 2n))],
  [closePaymentInstitutionPeriod({ signer: 1 }), banking("payment_institution", "close_period", signer(1))],
  [depositToCustomer({ signer: 1, account: 5, amountMinor: 9n }), banking("customer_accounts", "deposit", signer(1), account, amount)],
  [
    proposeSupervisorChange({ signer: 1, dismissed: one, reason: "Keys were stolen", earliestMs: 9n }),
    oversight(
      "supervisor_change",
      "propose",
      signer(1),
      literal(option(address), one),
      literal(option(address), undefined),
      literal(string, "Keys were stolen"),
      literal(u64, 9n),
    ),
  ],
  [approveSupervisorChange({ signer: 1, number: 2n }), oversight("supervisor_change", "approve", signer(1), literal(u64, 2n))],
  [objectToSupervisorChange({ signer: 1, number: 2n }), oversight("supervisor_change", "object", signer(1), literal(u64, 2n))],
  [executeSupervisorChange({ signer: 1, number: 2n }), oversight("supervisor_change", "execute", signer(1), literal(u64, 2n))],
  [cancelSupervisorChange({ signer: 1, number: 2n }), oversight("supervisor_change", "cancel", signer(1), literal(u64, 2n))],
  [appointSupervisor({ signer: 1, appointed: one }), oversight("supervisor", "appoint", signer(1), at(one))],
  [resignAsSupervisor({ signer: 1 }), oversight("supervisor", "resign", signer(1))],
  [resignAsInvestigator({ signer: 1 }), oversight("investigator", "resign", signer(1))],
  [
    announceGasSchedule({ signer: 1, version: 2n, fromHeight: 9n }),
    oversight("gas_schedule", "announce", signer(1), literal(u64, 2n), amount),
  ],
  [withdrawGasSchedule({ signer: 1 }), oversight("gas_schedule", "withdraw", signer(1))],
  [appointRegistrar({ signer: 1, appointed: one }), frameworkCall("money", "unit", "appoint_registrar", [signer(1), at(one)])],
])("$0.module::$0.function", (call, expected) => {
  expect(call).toEqual(expected);
});
