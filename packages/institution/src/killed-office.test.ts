import { topUp } from "@sycee/sdk";
import type { Address } from "@sycee/protocol";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestEconomy, type TestEconomy } from "../test-data/economy.ts";
import { OfficeProcess } from "../test-data/office-process.ts";

const SEED = Number(process.env.SYCEE_SEED ?? 20_261_121);
const KILLS = Number(process.env.SYCEE_KILLS ?? 6);
const CLIENTS = 4;
const BANK_CLIENTS = 2;
const CUSTOMERS = 4;
const FUNDS = 10_000n;

let economy: TestEconomy;
let payments: OfficeProcess;
let bank: OfficeProcess;

beforeAll(async () => {
  economy = await startTestEconomy();
  payments = new OfficeProcess(economy, "Swift Pay", economy.institutionSeed);
  bank = new OfficeProcess(economy, "River Bank", economy.commercialBankSeed);
}, 120_000);

afterAll(async () => {
  await payments.end("SIGKILL");
  await bank.end("SIGKILL");
  await economy.end();
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const random = xoroshiro128plus(SEED);
const draw = (from: number, to: number) => uniformInt(random, from, to);

/** The customers of an office, what each must have, and what must become of each order. */
class World {
  readonly office: OfficeProcess;
  readonly institution: Address;
  readonly ids: string[] = [];
  readonly accounts: number[] = [];
  readonly orders = new Map<string, string>();
  private readonly expected = new Map<string, bigint>();

  constructor(office: OfficeProcess, institution: Address) {
    this.office = office;
    this.institution = institution;
  }

  async admit(): Promise<void> {
    const references = Array.from({ length: CUSTOMERS }, (_, index) => `${index}`);
    const customers = await Promise.all(references.map((reference) => this.office.insist("/v1/customers", { reference }, true)));
    for (const { id } of customers) {
      this.ids.push(String(id));
      this.accounts.push(Number((await this.office.settled(`/v1/customers/${String(id)}`)).account));
    }
  }

  /** Has something ordered, now and then twice with one key, of which this must become. Answers the order's id. */
  async order(path: string, body: unknown, outcome = "done", again = draw(0, 3) === 0): Promise<string> {
    const id = String((await this.office.insist(path, body, again)).id);
    if (this.orders.has(id)) throw new Error(`order ${id} was given for two requests`);
    this.orders.set(id, outcome);
    return id;
  }

  change(customer: string, amountMinor: bigint): void {
    this.expected.set(customer, (this.expected.get(customer) ?? 0n) + amountMinor);
  }

  /** So many different customers. */
  some(count: number): string[] {
    const first = draw(0, CUSTOMERS - 1);
    return Array.from({ length: count }, (_, index) => this.ids[(first + index) % CUSTOMERS] ?? "");
  }

  /** Every order has become what it had to, and office and ledger have what each customer must have. */
  async check(): Promise<void> {
    for (const [order, outcome] of this.orders) {
      const { state, refusal } = await this.office.settled(`/v1/orders/${order}`);
      expect(refusal ?? state).toBe(outcome);
    }
    const held = await Promise.all(this.accounts.map((account) => economy.client.customerAccount(this.institution, account)));
    expect(held.map(({ balances }) => balances[0]?.amountMinor)).toEqual(this.ids.map((id) => `${this.expected.get(id) ?? 0n}`));
    const { json } = await this.office.untilAnswered((client) => client.post("/v1/reconciliations", {}));
    expect(json).toMatchObject({ accounts: CUSTOMERS, differences: [] });
  }
}

async function pay(world: World): Promise<void> {
  const [payer = "", payee = ""] = world.some(2);
  const amount = draw(1, 9);
  await world.order("/v1/payments", { payer, payee, amountMinor: `${amount}` });
  world.change(payer, -BigInt(amount));
  world.change(payee, BigInt(amount));
}

/** A red packet of two equal shares, each of which its taker takes once however often it tries. */
async function giveRedPacket(world: World): Promise<void> {
  const [giver = "", ...takers] = world.some(3);
  const share = draw(1, 9);
  const expiresMs = Number((await economy.client.block("latest")).timeMs) + 3_600_000;
  const of = await world.order("/v1/red-packets", { giver, amountMinor: `${2 * share}`, shares: 2, expiresMs });
  await world.office.settled(`/v1/orders/${of}`);
  world.change(giver, -BigInt(2 * share));
  const [first = "", second = ""] = takers;
  await world.order("/v1/red-packet-shares", { of, taker: first }, "done", true);
  await world.order("/v1/red-packet-shares", { of, taker: first }, "ETakenAlready");
  await world.order("/v1/red-packet-shares", { of, taker: second }, "done", true);
  for (const taker of takers) world.change(taker, BigInt(share));
}

/** A standing order of which one payment is due, which is made once however often it is triggered. */
async function orderPayments(world: World): Promise<void> {
  const [payer = "", payee = ""] = world.some(2);
  const amount = draw(1, 9);
  const terms = { payer, payee, amountMinor: `${amount}`, period: "days", firstDay: "2026-01-01" };
  const of = await world.order("/v1/standing-orders", terms);
  await world.office.settled(`/v1/orders/${of}`);
  await world.order("/v1/standing-order-payments", { of }, "done", true);
  await world.order("/v1/standing-order-payments", { of }, "ENotDue");
  await world.order("/v1/standing-order-ends", { of }, "done", true);
  world.change(payer, -BigInt(amount));
  world.change(payee, BigInt(amount));
}

/** A loan of which a part is repaid. */
async function lend(world: World): Promise<void> {
  const [borrower = ""] = world.some(1);
  const amount = draw(10, 99);
  const terms = { rateBasisPoints: 400, instalments: 12, periodDays: 30 };
  const of = await world.order("/v1/loans", { borrower, amountMinor: `${amount}`, ...terms }, "done", true);
  const { loan } = await world.office.settled(`/v1/orders/${of}`);
  await world.order("/v1/loan-repayments", { loan, amountMinor: `${amount - 9}` }, "done", true);
  world.change(borrower, 9n);
}

async function payInterest(world: World): Promise<void> {
  const payments = world.some(draw(1, CUSTOMERS)).map((payee) => ({ payee, amountMinor: `${draw(1, 9)}` }));
  await world.order("/v1/interest", { payments }, "done", true);
  for (const { payee, amountMinor } of payments) world.change(payee, BigInt(amountMinor));
}

test(`offices that are killed ${KILLS} times do once what their clients ask for again and again (seed ${SEED})`, {
  timeout: 240_000,
}, async () => {
  const { alice, client, institution, commercialBank } = economy;
  expect([await payments.start(), await bank.start()]).toEqual(["payment institution", "bank"]);
  const swift = new World(payments, institution.address);
  const river = new World(bank, commercialBank.address);
  for (const world of [swift, river]) await world.admit();
  expect(new Set(swift.accounts)).toEqual(new Set([1, 2, 3, 4]));
  const calls = swift.accounts.map((account) => topUp({ institution: institution.address, account, amountMinor: FUNDS }));
  await client.send({ signers: [alice], calls });
  for (const id of swift.ids) swift.change(id, FUNDS);
  for (const borrower of river.ids) {
    const terms = { rateBasisPoints: 0, instalments: 1, periodDays: 30 };
    await river.order("/v1/loans", { borrower, amountMinor: `${FUNDS}`, ...terms }, "done", true);
    river.change(borrower, FUNDS);
  }

  let running = true;
  const work = async (world: World, acts: readonly ((world: World) => Promise<void>)[]): Promise<void> => {
    while (running) {
      const act = acts[draw(0, acts.length - 1)] ?? pay;
      await act(world);
      await pause(20);
    }
  };
  const workers = [
    ...Array.from({ length: CLIENTS }, () => work(swift, [pay, pay, pay, giveRedPacket, orderPayments])),
    ...Array.from({ length: BANK_CLIENTS }, () => work(river, [pay, pay, lend, payInterest])),
  ];
  for (let kill = 0; kill < KILLS; kill += 1) {
    await pause(draw(150, 900));
    const killed = kill % 2 === 0 ? [payments, bank] : [payments];
    await Promise.all(killed.map((office) => office.end("SIGKILL")));
    await Promise.all(killed.map((office) => office.start()));
  }
  await pause(200);
  running = false;
  await Promise.all(workers);

  expect(swift.orders.size).toBeGreaterThan(KILLS * CLIENTS);
  expect(river.orders.size).toBeGreaterThan(KILLS * BANK_CLIENTS);
  await swift.check();
  await river.check();
  expect([await payments.end("SIGTERM"), await bank.end("SIGTERM")]).toEqual([0, 0]);
});
