import type { Address, Call, ClearingHouseJson, ReceiptJson } from "@sycee/protocol";
import {
  CLEARING_GAS_LIMIT,
  type ClearingMode,
  type ClearingPriority,
  type Client,
  closeCycle,
  giveBackPayment,
  recallPayment,
  revokePayment,
  setPaymentPriority,
  settleCycle,
  settleGross,
  type Signer,
  submitPayment,
} from "@sycee/sdk";
import type { AddressBook } from "../address-book/address-book.ts";
import { formatAmount, parseAmount } from "../output/amounts.ts";
import { CliError } from "../output/cli-error.ts";
import { clearingText } from "../output/clearing-text.ts";
import { counted } from "../output/counted.ts";
import { formatTable } from "../output/table.ts";
import { eventField } from "./event-field.ts";
import { type NodeAccess, openAccess } from "./options.ts";

interface HouseOptions extends NodeAccess {
  readonly house: string;
}

interface SubmitOptions extends HouseOptions {
  readonly from: string;
  readonly account: string;
  readonly to: string;
  readonly toAccount: string;
  readonly mode: ClearingMode;
  readonly priority: ClearingPriority;
}

interface ChangeOptions extends HouseOptions {
  readonly from: string;
  /** Revoked if absent. */
  readonly priority?: ClearingPriority;
}

interface RecallOptions extends HouseOptions {
  readonly from: string;
  /** Of a recall; what received the payment gives it back otherwise. */
  readonly reason?: string;
  readonly mode?: ClearingMode;
}

interface SettleOptions extends HouseOptions {
  readonly as: string;
  readonly mode: ClearingMode;
}

const MODULES = "0x4::clearing_";

/** `sycee clearing list`. */
export async function listHouses(options: NodeAccess): Promise<void> {
  const { client, book } = openAccess(options);
  const houses = await client.clearingHouses();
  if (options.json) {
    console.log(JSON.stringify(houses));
    return;
  }
  if (houses.length === 0) {
    console.log("there is no clearing house on this ledger");
    return;
  }
  const rows = await Promise.all(
    houses.map(async ({ address, name, unit, participants, cycle, waiting }) => [
      await book.nameOf(address as Address),
      name,
      unit,
      `${participants}`,
      `${cycle.number}, ${cycle.closedAtMs === null ? "open" : "closed"}`,
      `${waiting.gross}`,
      `${waiting.net}`,
      `${waiting.closed}`,
    ]),
  );
  console.log(formatTable([["clearing house", "name", "unit", "participants", "cycle", "gross", "net", "closed"], ...rows], [3, 5, 6, 7]));
}

/** `sycee clearing show`. */
export async function showHouse(options: HouseOptions): Promise<void> {
  const { house, book } = await openHouse(options);
  if (options.json) {
    console.log(JSON.stringify(house));
    return;
  }
  console.log(await clearingText(house, book));
}

/** `sycee clearing pay`. */
export async function submitOne(text: string, options: SubmitOptions): Promise<void> {
  const { client, book, house } = await openHouse(options);
  const signer = await book.signer(options.from);
  const payee = await book.resolve(options.to);
  const amountMinor = parseAmount(text, house.decimals);
  const { mode, priority } = options;
  const call = submitPayment({
    house: house.address as Address,
    mode,
    priority,
    fromAccount: accountNumber(options.account),
    payee,
    toAccount: accountNumber(options.toAccount),
    amountMinor,
  });
  const receipt = await send(client, signer, call);
  const number = eventField(receipt, `${MODULES}entry::PaymentEntered`, "number");
  const settled = hasEvent(receipt, "settlement::PaymentSettled");
  const amount = `${formatAmount(amountMinor, house.decimals)} ${house.unit}`;
  const what = settled ? "has settled and is final" : mode === "gross" ? "waits for funds" : "waits for its cycle";
  tell(options, receipt, { number, settled }, `payment ${number} of ${amount} to ${await book.nameOf(payee)} ${what}`);
}

/** `sycee clearing revoke`, `sycee clearing prioritise`. */
export async function changePayment(text: string, options: ChangeOptions): Promise<void> {
  const { client, book, house } = await openHouse(options);
  const number = paymentNumber(text);
  const at = { house: house.address as Address, number };
  const { priority } = options;
  const call = priority === undefined ? revokePayment(at) : setPaymentPriority({ ...at, priority });
  const receipt = await send(client, await book.signer(options.from), call);
  const what = priority === undefined ? "was revoked, its payer has the money" : `is now ${priority}`;
  tell(options, receipt, { number: `${number}` }, `payment ${number} ${what}`);
}

/** `sycee clearing recall`, `sycee clearing give-back`. */
export async function recallSettled(text: string, options: RecallOptions): Promise<void> {
  const { client, book, house } = await openHouse(options);
  const number = paymentNumber(text);
  const at = { house: house.address as Address, number };
  const { reason, mode = "gross" } = options;
  const call = reason === undefined ? giveBackPayment({ ...at, mode }) : recallPayment({ ...at, reason });
  const receipt = await send(client, await book.signer(options.from), call);
  const what =
    reason === undefined ? `goes back as payment ${eventField(receipt, `${MODULES}returns::PaymentGivenBack`, "by")}` : "was asked back";
  tell(options, receipt, { number: `${number}` }, `payment ${number} ${what}`);
}

/** `sycee clearing close`. */
export async function closeHouse(options: HouseOptions): Promise<void> {
  const { client, book } = await openHouse(options);
  const receipt = await send(client, await book.signer(options.house), closeCycle());
  const payments = eventField(receipt, `${MODULES}cycle::CycleClosed`, "payments");
  const cycle = eventField(receipt, `${MODULES}cycle::CycleClosed`, "cycle");
  tell(options, receipt, { cycle, payments }, `cycle ${cycle} is closed over ${counted(payments, "payment")}`);
}

/** `sycee clearing settle`. */
export async function settleHouse(options: SettleOptions): Promise<void> {
  const { client, book, house } = await openHouse(options);
  const at = house.address as Address;
  const receipt = await send(client, await book.signer(options.as), options.mode === "net" ? settleCycle(at) : settleGross(at));
  const field = (name: string): string => eventField(receipt, `${MODULES}settlement::Settlement`, name);
  const amountOf = (name: string): string => `${formatAmount(BigInt(field(name)), house.decimals)} ${house.unit}`;
  const figures = { payments: field("payments"), valueMinor: field("value"), liquidityMinor: field("liquidity") };
  tell(
    options,
    receipt,
    figures,
    `${counted(figures.payments, "payment")} of ${amountOf("value")} settled with ${amountOf("liquidity")} of central-bank money`,
  );
}

async function openHouse(options: HouseOptions): Promise<{ client: Client; book: AddressBook; house: ClearingHouseJson }> {
  const { client, book } = openAccess(options);
  return { client, book, house: await client.clearingHouse(await book.resolve(options.house)) };
}

async function send(client: Client, signer: Signer, call: Call): Promise<ReceiptJson> {
  return await client.send({ signers: [signer], calls: [call], gasLimit: CLEARING_GAS_LIMIT });
}

function tell(options: NodeAccess, { id, height, index }: ReceiptJson, fields: Readonly<Record<string, unknown>>, sentence: string): void {
  if (options.json) {
    console.log(JSON.stringify({ id, height, index, ...fields }));
    return;
  }
  console.log(`${sentence}, final in block ${height}`);
  console.log(`transaction ${id}`);
}

function hasEvent({ events }: ReceiptJson, name: string): boolean {
  return events.some(({ type }) => type === `${MODULES}${name}`);
}

function accountNumber(text: string): number {
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (!(number <= 0xffff_ffff)) throw new CliError("invalid_argument", `${JSON.stringify(text)} is not the number of an account.`);
  return number;
}

function paymentNumber(text: string): bigint {
  if (!/^[1-9]\d{0,18}$/.test(text)) throw new CliError("invalid_argument", `${JSON.stringify(text)} is not the number of a payment.`);
  return BigInt(text);
}
