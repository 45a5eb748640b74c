// What banks and their central bank do.
export {
  cashToDeposit,
  countNotes,
  countNotesTogether,
  depositNotes,
  depositToCash,
  giveBackNotes,
  introduceNotes,
  linkDeposit,
  unlinkDeposit,
  orderNotes,
  payLinked,
  setNotesLimit,
  withdrawNotes,
} from "./bank-cash.ts";
export {
  type BankAccountAmount,
  chargeFee,
  closeBankPeriod,
  contributeSecurity,
  establishBank,
  openDepositAccounts,
  payDividend,
  payInCapital,
  placeTimeDeposit,
  releaseTimeDeposit,
} from "./commercial-bank.ts";
export {
  accrueLoan,
  collectLoan,
  grantAnnuity,
  grantLoan,
  type LoanName,
  type LoanTerms,
  provideForLoan,
  repayLoan,
  setLoanPerforming,
  writeOffLoan,
} from "./lending.ts";
export { type PlannedPayment, repaymentPlan, type RepaymentTerms } from "./repayment-plan.ts";
export { collectFromBank, lendToBank, repayBank } from "./interbank.ts";
export {
  collectEstateClaim,
  collectEstateLoan,
  countEstateNotes,
  type EstateAtHouse,
  openEstateAccounts,
  redeemEstatePledge,
  returnEstateNotes,
  sellEstateLoan,
  sellEstateSecurity,
  takeEstateCollateral,
  takeEstateFundShare,
  withdrawEstateFacility,
} from "./estate.ts";
export {
  payEstateDeposits,
  payEstateLender,
  payInsurer,
  payOwners,
  restoreDeposits,
  restoreEstate,
  restoreLenders,
} from "./estate-payout.ts";
export { collectInsurancePremium, openDepositInsurance } from "./deposit-insurance.ts";
export {
  type Administration,
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
export { openTreasury, payBondInterest, payTax, spendFromTreasury } from "./treasury.ts";
export {
  adoptWalletDeposits,
  defundWallet,
  exchangeCash,
  followTier,
  fundWallet,
  payWalletDeposit,
  payWalletInterest,
} from "./wallet-deposits.ts";
export {
  accrueTimeDeposit,
  buySecurity,
  closeDepositAccount,
  payDepositInterest,
  sellSecurity,
  transferDeposits,
} from "./bank-customers.ts";
export { attestAsset, closeCentralBankPeriod, takePledge, writeOffAsset } from "./central-bank-assets.ts";
export {
  assessReserves,
  borrowOvernight,
  buyOutright,
  depositAtFacility,
  type OperationSigners,
  POLICY_PARAMETER,
  type PolicyParameter,
  remitProfit,
  repayCentralBank,
  repo,
  sellOutright,
  setPolicy,
  withdrawFromFacility,
} from "./monetary-policy.ts";
