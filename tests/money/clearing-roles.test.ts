import type { Call } from "@sycee/protocol";
import {
  admitParticipant,
  announceNetDebitCap,
  banking,
  claimReturned,
  closeCycle,
  contributeClearingCapital,
  forgetOldestSettled,
  forgetSettled,
  giveBackPayment,
  joinClearing,
  leaveClearing,
  limitPayer,
  openClearingHouse,
  postCollateral,
  postFundShare,
  recallPayment,
  recordInsolvency,
  refuseRecall,
  repayClearingLoss,
  returnClearingCapital,
  returnUnsettleable,
  revokePayment,
  setNetDebitCap,
  setPaymentPriority,
  settleCycle,
  settleGross,
  submitPayment,
  takeCollateral,
  takeFundShare,
} from "@sycee/sdk";
import { expect, test } from "vitest";
import { type Actor, actor } from "./actor.ts";
import { answerOf, centralBank, type ClearingEconomy, createClearingEconomy, house, supervisor } from "./clearing-economy.ts";

const HOUR_MS = 3_600_000;
const START = {
  banks: 3,
  paymentInstitutions: 1,
  accounts: 2,
  depositMinor: 1_000n,
  settlementMinor: 1_000n,
  collateralMinor: 50n,
  fundShareMinor: 50n,
  capitalMinor: 20n,
  capMinor: 200n,
  rules: { mostWaiting: 64n, longestWaitMs: BigInt(HOUR_MS), graceMs: BigInt(HOUR_MS), recallMs: BigInt(HOUR_MS) },
};
const at = { house: house.address };
const sender = actor("bank 0");
const receiver = actor("bank 1");
const another = actor("bank 2");
const stranger = actor("stranger");
const ROLES = { house, sender, receiver, another, supervisor, centralBank, stranger } as const;
type Role = keyof typeof ROLES;

/** Payment 1 is settled and recalled, 2 waits in the net queue, 3 in the gross queue, 4 came back to a closed account. */
function begin(): ClearingEconomy {
  const economy = createClearingEconomy(START);
  const done = (signers: readonly Actor[], ...calls: Call[]): void => expect(answerOf(economy, signers, calls)).toBe("executed");
  const pay = { ...at, fromAccount: 0, payee: receiver.address, toAccount: 0 };
  done([sender], submitPayment({ ...pay, mode: "gross", amountMinor: 10n }), recallPayment({ ...at, number: 1n, reason: "Sent twice" }));
  done([sender], submitPayment({ ...pay, mode: "net", amountMinor: 20n }));
  // The sender's settlement money goes to another bank, so that a gross payment waits.
  done([sender, another], banking.interbank.lend({ lender: 0, borrower: 1, amount: 990n, rateBps: 0n, days: 1n }));
  done([sender], submitPayment({ ...pay, mode: "gross", amountMinor: 30n }));
  done(
    [sender],
    submitPayment({ ...pay, fromAccount: 1, mode: "net", amountMinor: 1_000n }),
    banking.commercialBank.closeAccount({ account: 1 }),
    revokePayment({ ...at, number: 4n }),
  );
  return economy;
}

/** Each act, and what each role is answered; whoever is not named is answered `others`. */
const ACTS: readonly {
  readonly name: string;
  readonly call: Call;
  readonly answers: Partial<Record<Role, string>>;
  readonly others: string;
  /** Makes the clock go on before. */
  readonly afterMs?: number;
}[] = [
  {
    name: "open",
    call: openClearingHouse({ centralBank: centralBank.address, name: "Another", ...START.rules }),
    answers: { house: "EAlreadyClearingHouse" },
    others: "ENotLicensed",
  },
  {
    name: "admit",
    call: admitParticipant({ institution: sender.address }),
    answers: { house: "EAlreadyParticipant" },
    others: "ENotClearingHouse",
  },
  {
    name: "set a cap",
    call: setNetDebitCap({ institution: sender.address, capMinor: 100n }),
    answers: { house: "executed" },
    others: "ENotClearingHouse",
  },
  {
    name: "set a cap that nothing covers",
    call: setNetDebitCap({ institution: sender.address, capMinor: 271n }),
    answers: { house: "ENotCovered" },
    others: "ENotClearingHouse",
  },
  {
    name: "raise a cap without notice",
    call: setNetDebitCap({ institution: sender.address, capMinor: 201n }),
    answers: { house: "ENotAnnounced" },
    others: "ENotClearingHouse",
  },
  {
    name: "announce a higher cap",
    call: announceNetDebitCap({ institution: sender.address, capMinor: 201n }),
    answers: { house: "executed" },
    others: "ENotClearingHouse",
  },
  { name: "close the cycle", call: closeCycle(), answers: { house: "executed" }, others: "ENotClearingHouse" },
  {
    name: "join",
    call: joinClearing(at),
    answers: { sender: "EAlreadyParticipant", receiver: "EAlreadyParticipant", another: "EAlreadyParticipant" },
    others: "ENotInstitution",
  },
  {
    name: "leave",
    call: leaveClearing(at),
    answers: { sender: "EPaymentsWait", receiver: "executed", another: "executed" },
    others: "EUnknownParticipant",
  },
  {
    name: "limit what the sender may owe",
    call: limitPayer({ ...at, payer: sender.address, limitMinor: 5n }),
    answers: { sender: "ESameInstitution", receiver: "executed", another: "executed" },
    others: "ENotInstitution",
  },
  {
    name: "put up collateral",
    call: postCollateral({ ...at, amountMinor: 1n }),
    answers: { sender: "EInsufficientSettlement", receiver: "executed", another: "executed" },
    others: "ENotInstitution",
  },
  {
    name: "put up a share of the fund",
    call: postFundShare({ ...at, amountMinor: 1n }),
    answers: { sender: "EInsufficientSettlement", receiver: "executed", another: "executed" },
    others: "ENotInstitution",
  },
  {
    name: "take collateral back",
    call: takeCollateral({ ...at, amountMinor: 50n }),
    answers: { sender: "executed", receiver: "executed", another: "executed" },
    others: "EUnknownParticipant",
  },
  {
    name: "take the fund's share back",
    call: takeFundShare({ ...at, amountMinor: 51n }),
    answers: { sender: "ENotSoMuch", receiver: "ENotSoMuch", another: "ENotSoMuch" },
    others: "EUnknownParticipant",
  },
  {
    name: "contribute capital",
    call: contributeClearingCapital({ ...at, amountMinor: 1n }),
    answers: { sender: "EInsufficientSettlement", receiver: "executed", another: "executed" },
    others: "ENotInstitution",
  },
  {
    name: "repay what one does not owe",
    call: repayClearingLoss({ ...at, amountMinor: 1n }),
    answers: { sender: "EOwesLess", receiver: "EOwesLess", another: "EOwesLess" },
    others: "EUnknownParticipant",
  },
  {
    name: "submit",
    call: submitPayment({ ...at, fromAccount: 0, payee: another.address, toAccount: 0, mode: "net", amountMinor: 1n }),
    answers: { sender: "executed", receiver: "executed", another: "ESameInstitution" },
    others: "ENotInstitution",
  },
  {
    name: "revoke",
    call: revokePayment({ ...at, number: 2n }),
    answers: { sender: "executed", receiver: "ENotSender", another: "ENotSender" },
    others: "EUnknownParticipant",
  },
  {
    name: "revoke what has settled",
    call: revokePayment({ ...at, number: 1n }),
    answers: { sender: "EUnknownPayment", receiver: "EUnknownPayment", another: "EUnknownPayment" },
    others: "EUnknownParticipant",
  },
  {
    name: "change a priority",
    call: setPaymentPriority({ ...at, number: 3n, priority: "urgent" }),
    answers: { sender: "executed", receiver: "ENotSender", another: "ENotSender" },
    others: "EUnknownParticipant",
  },
  { name: "settle gross without funds", call: settleGross(house.address), answers: {}, others: "ENothingSettles" },
  { name: "settle an open cycle", call: settleCycle(house.address), answers: {}, others: "ECycleOpen" },
  { name: "return what can settle", call: returnUnsettleable({ ...at, numbers: [2n] }), answers: {}, others: "EStillWaits" },
  {
    name: "return what has waited too long",
    call: returnUnsettleable({ ...at, numbers: [2n, 3n] }),
    answers: {},
    others: "executed",
    afterMs: HOUR_MS + 1_000,
  },
  {
    name: "claim",
    call: claimReturned({ ...at, number: 4n, account: 0 }),
    answers: { sender: "executed", receiver: "ENotSender", another: "ENotSender" },
    others: "EUnknownParticipant",
  },
  {
    name: "recall a second time",
    call: recallPayment({ ...at, number: 1n, reason: "Again" }),
    answers: { sender: "EAlreadyRecalled", receiver: "ENotSender", another: "ENotSender" },
    others: "ENotInstitution",
  },
  {
    name: "refuse a recall",
    call: refuseRecall({ ...at, number: 1n, reason: "It is ours" }),
    answers: { sender: "ENotReceiver", receiver: "executed", another: "ENotReceiver" },
    others: "EUnknownParticipant",
  },
  {
    name: "give back",
    call: giveBackPayment({ ...at, number: 1n, mode: "gross" }),
    answers: { sender: "ENotReceiver", receiver: "executed", another: "ENotReceiver" },
    others: "ENotInstitution",
  },
  {
    name: "give back too late",
    call: giveBackPayment({ ...at, number: 1n, mode: "gross" }),
    answers: { sender: "ENotReceiver", receiver: "ETooLate", another: "ENotReceiver" },
    others: "ENotInstitution",
    afterMs: HOUR_MS + 1_000,
  },
  { name: "forget too early", call: forgetSettled({ ...at, numbers: [1n] }), answers: {}, others: "ETooEarly" },
  { name: "forget the oldest too early", call: forgetOldestSettled(at.house), answers: {}, others: "ENothingForgotten" },
  { name: "forget the oldest", call: forgetOldestSettled(at.house), answers: {}, others: "executed", afterMs: HOUR_MS + 1_000 },
  { name: "forget", call: forgetSettled({ ...at, numbers: [1n] }), answers: {}, others: "executed", afterMs: HOUR_MS + 1_000 },
  {
    name: "record an insolvency",
    call: recordInsolvency({ ...at, institution: sender.address, reason: "Court order" }),
    answers: { supervisor: "executed" },
    others: "ENotSupervisor",
  },
];

/** An act that nobody can do: after another in one transaction it undoes that one. */
const UNDO = forgetSettled({ ...at, numbers: [999n] });
const UNDONE = "ENotSettled";

test.each(Object.keys(ROLES) as Role[])("%s is answered each act as the table says", { timeout: 120_000 }, (role) => {
  const economy = begin();
  const { fixture } = economy;
  const startMs = fixture.timeMs;
  const answered = ACTS.toSorted((left, right) => (left.afterMs ?? 0) - (right.afterMs ?? 0)).map(
    ({ name, call, answers, others, afterMs }) => {
      fixture.timeMs = Math.max(fixture.timeMs, startMs + (afterMs ?? 0));
      const answer = answerOf(economy, [ROLES[role]], [call, UNDO]);
      return { name, expected: answers[role] ?? others, answer: answer === UNDONE ? "executed" : answer };
    },
  );
  expect(answered.map(({ name, answer }) => [name, answer])).toEqual(answered.map(({ name, expected }) => [name, expected]));
});

test("capital goes back with both signatures only", () => {
  const economy = createClearingEconomy({ ...START, capMinor: 0n });
  const giving = (signers: readonly Actor[]): string => answerOf(economy, signers, [returnClearingCapital({ owner: 1, amountMinor: 20n })]);
  expect(giving([sender, house])).toBe("ENotClearingHouse");
  // Neither a stranger nor another participant paid any in.
  expect(giving([house, stranger])).toBe("ENotSoMuch");
  expect(giving([house, receiver])).toBe("ENotSoMuch");
  expect(giving([house, sender])).toBe("executed");
  expect(giving([house, sender])).toBe("ENotSoMuch");
});
