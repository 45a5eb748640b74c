import {
  cancelOrder,
  dayOf,
  money,
  ORDER_PERIOD,
  type OrderPeriod,
  orderPayments,
  PAYMENT_REFUSALS,
  readResource,
  standingOrderAddress,
  triggerOrder,
} from "@sycee/sdk";
import { type Command, Option } from "commander";
import { DEVELOPMENT_CASH } from "../economy/development-accounts.ts";
import { formatAmount, parseAmount } from "../output/amounts.ts";
import { CliError } from "../output/cli-error.ts";
import { formatTable } from "../output/table.ts";
import { addressOf, freshNumber, sendAct, wholeNumber } from "./act.ts";
import { type NodeAccess, openAccess, withExample, withNodeAccess, withQuestion } from "./options.ts";
import { findInstrument } from "./pay.ts";

interface OrderOptions extends NodeAccess {
  readonly from: string;
  readonly to: string;
  readonly instrument: string;
  readonly every: string;
  readonly period: OrderPeriod;
  readonly first: string;
  readonly last?: string;
}

/** `sycee standing-order order|trigger|cancel|show`. */
export function addStandingOrderCommands(program: Command): void {
  const order = program.command("standing-order").description("Pay every period: signed once, made by whoever triggers it when it is due");
  withExample(
    order,
    "sycee standing-order order 45 --from alice --to bookshop --period months --first 2027-01-31",
    "sycee standing-order trigger 0x9c… --from bookshop",
  );
  withExample(
    withQuestion(withNodeAccess(order.command("order <amount>"))),
    "sycee standing-order order 45 --from alice --to bookshop --first 2027-01-31",
  )
    .description("Order payments")
    .requiredOption("--from <name>", "the payer, whose key you have")
    .requiredOption("--to <name-or-address>", "the payee")
    .requiredOption("--first <date>", "the first day, by the calendar of the instrument's unit, such as 2027-01-31")
    .option("--last <date>", "no payment is due after it")
    .addOption(new Option("--period <period>", "what lies between two payments").choices(Object.keys(ORDER_PERIOD)).default("months"))
    .option("--every <count>", "so many of them", "1")
    .addOption(new Option("--instrument <symbol>", "what to pay with").default(DEVELOPMENT_CASH))
    .action(makeOrder);
  withExample(withNodeAccess(order.command("trigger <order>")), "sycee standing-order trigger 0x9c… --from bookshop")
    .description("Make the payment that is due; anybody may")
    .requiredOption("--from <name>", "who does it, whose key you have")
    .action(trigger);
  withExample(withNodeAccess(order.command("cancel <order>")), "sycee standing-order cancel 0x9c… --from alice")
    .description("Order no more")
    .requiredOption("--from <name>", "the payer, whose key you have")
    .action(cancel);
  withExample(withNodeAccess(order.command("show <order>")), "sycee standing-order show 0x9c…")
    .description("Show a standing order")
    .action(show);
}

async function makeOrder(text: string, options: OrderOptions): Promise<void> {
  const { client, book } = openAccess(options);
  const { instrument, decimals, symbol } = await findInstrument(client, options.instrument);
  const amountMinor = parseAmount(text, decimals);
  const payer = await book.signer(options.from);
  const number = freshNumber();
  const at = standingOrderAddress(payer.address, number);
  const call = orderPayments({
    number,
    payee: await book.resolve(options.to),
    instrument,
    amountMinor,
    period: options.period,
    every: wholeNumber(options.every, 1n, 366n),
    firstDay: dayIn(options.first),
    ...(options.last === undefined ? {} : { lastDay: dayIn(options.last) }),
  });
  const every = `every ${everyText(options.every, options.period)}`;
  const said = `${formatAmount(amountMinor, decimals)} ${symbol} to ${options.to} ${every} from ${options.first} on, at ${at}`;
  const until = options.last === undefined ? "until it is cancelled" : `until ${options.last}`;
  const terms = `${formatAmount(amountMinor, decimals)} ${symbol} of ${options.from} to ${options.to} ${every}`;
  const asks = `Pay ${terms} from ${options.first} on, ${until}?`;
  await sendAct(client, options, { signers: [payer], calls: [call], said, facts: { order: at }, asks });
}

async function trigger(where: string, options: NodeAccess & { readonly from: string }): Promise<void> {
  const { client, book } = openAccess(options);
  const calls = [triggerOrder({ order: addressOf(where) })];
  const receipt = await client.send({ signers: [await book.signer(options.from)], calls });
  const refused = receipt.events.find(({ type }) => type === money.standingOrderOrderRefusedType.name)?.fields;
  const refusal = refused === undefined ? undefined : nameOf(Number((refused as { refusal?: unknown }).refusal));
  const { id, height, index } = receipt;
  const isPaid = receipt.movements.length > 0;
  if (options.json) console.log(JSON.stringify({ id, height, index, isPaid, ...(refusal === undefined ? {} : { refusal }) }));
  else {
    console.log(`${isPaid ? "paid" : `not paid: ${refusal ?? "the order has ended"}`}, final in block ${height}`);
    console.log(`transaction ${id}`);
  }
}

async function cancel(where: string, options: NodeAccess & { readonly from: string }): Promise<void> {
  const { client, book } = openAccess(options);
  const calls = [cancelOrder({ order: addressOf(where) })];
  await sendAct(client, options, { signers: [await book.signer(options.from)], calls, said: "cancelled" });
}

async function show(where: string, options: NodeAccess): Promise<void> {
  const { client, book } = openAccess(options);
  const order = await readResource(client, addressOf(where), money.standingOrderType);
  if (order === undefined) throw new CliError("nothing_there", `There is no standing order at ${where}; it may have ended.`);
  const found = (await client.instruments()).find(({ instrument }) => instrument === order.instrument);
  const { payer, payee, amount, due, paid, missed, lastRefusal } = order;
  const { every, firstDay } = due;
  const period = Object.entries(ORDER_PERIOD).find(([, number]) => number === due.period)?.[0] ?? "";
  const refusal = lastRefusal === 0 ? undefined : nameOf(lastRefusal);
  if (options.json) {
    const facts = { payer, payee, amountMinor: `${amount}`, symbol: found?.symbol, period, every: `${every}`, firstDay: dateOf(firstDay) };
    console.log(JSON.stringify({ ...facts, paid: `${paid}`, missed: `${missed}`, lastRefusal: refusal ?? null }));
    return;
  }
  const rows = [
    [
      "pays",
      `${formatAmount(amount, found?.decimals ?? 0)} ${found?.symbol ?? ""} every ${everyText(every, period)} from ${dateOf(firstDay)} on`,
    ],
    ["from", await book.nameOf(payer)],
    ["to", await book.nameOf(payee)],
    ["until now", `${paid} paid, ${missed} missed${refusal === undefined ? "" : `, last refused: ${refusal}`}`],
  ];
  console.log(formatTable(rows));
}

function nameOf(refusal: number): string {
  return PAYMENT_REFUSALS[refusal] ?? `${refusal}`;
}

// Periods are named in the plural: `days`, `weeks`, `months`.
function everyText(every: bigint | string, period: string): string {
  return BigInt(every) === 1n ? period.slice(0, -1) : `${every} ${period}`;
}

function dayIn(date: string): bigint {
  try {
    return dayOf(date);
  } catch (error) {
    if (error instanceof RangeError) throw new CliError("invalid_argument", `${error.message}.`);
    throw error;
  }
}

function dateOf(day: bigint): string {
  return new Date(Number(day) * 86_400_000).toISOString().slice(0, 10);
}
