import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { encodeGenesis } from "@sycee/ledger";
import { loadBuiltModules } from "@sycee/move-build";
import { startNode } from "@sycee/node";
import type { ReceiptJson } from "@sycee/protocol";
import {
  banking,
  CLEARING_GAS_LIMIT,
  type ClearingMode,
  Client,
  closeCycle,
  settleCycle,
  settleGross,
  type Signer,
  submitPayments,
  SyceeError,
} from "@sycee/sdk";
import { NOON_MS } from "../economy/genesis-programs.ts";
import { HOME_BANK } from "../economy/participants.ts";
import { groupBy } from "../orders/group-by.ts";
import type { StandingOrder } from "../orders/standing-order.ts";
import type { Progress } from "../report/progress.ts";
import { clearingPrograms } from "./clearing-genesis.ts";
import { bankNamed, type ClearingParties, createClearingParties } from "./clearing-parties.ts";
import { type BankPayment, type ClearingPlan, planClearing } from "./clearing-plan.ts";

const MODULES = fileURLToPath(new URL("../../../../move/build", import.meta.url));

/** Sends calls in one transaction. Answers how many payments it settled. */
type Send = (signers: readonly Signer[], calls: Parameters<Client["send"]>[0]["calls"]) => Promise<number>;

export interface ClearingRun {
  /** Where the chain is kept while it runs. */
  readonly directory: string;
  readonly orders: readonly StandingOrder[];
  readonly mode: ClearingMode;
  /** Seed of a synthetic flow back; none if absent. */
  readonly reverseFlowSeed: number | undefined;
  /** Settlement money of the home bank, in per cent of all that its customers pay; with a flow back of what they pay in the largest round. */
  readonly liquidityPercent: number;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** What settling took. Amounts in minor units. */
export interface ClearingFigures {
  readonly mode: ClearingMode;
  /** Of which so many are the synthetic flow back. */
  readonly payments: number;
  readonly reversePayments: number;
  readonly settled: number;
  readonly valueMinor: bigint;
  /** Central-bank money that moved. */
  readonly liquidityMinor: bigint;
  /** What banks had to have: for each the most that it had paid out net at any time since positions were last squared, summed. */
  readonly peakMinor: bigint;
  /** Payments that waited for money and settled together with others; 0 in net mode. */
  readonly settledTogether: number;
  readonly nettingRatioBps: number;
  readonly bilateralRatioBps: number;
  /** Of a payment, by the ledger's clock. */
  readonly meanDelayMs: number;
  readonly settlements: number;
}

/** Starts a node, settles the orders between the banks in one mode and closes the node. Throws `SyceeError`, and an `Error` when a law does not hold. */
export async function settleClearing(run: ClearingRun): Promise<ClearingFigures> {
  const { mode, orders, progress } = run;
  const plan = planClearing(orders, run.reverseFlowSeed);
  const parties = createClearingParties(plan.banks);
  progress.stage(`opening ${plan.banks.length} banks and a clearing house`);
  const modules = loadBuiltModules(MODULES).map(({ bytes }) => bytes);
  const genesis = encodeGenesis({ timeMs: BigInt(NOON_MS), modules, programs: clearingPrograms(parties, plan, liquidityOf(plan, run)) });
  const clock = { startMs: NOON_MS + 1_000 };
  const node = await startNode({ dataDirectory: join(run.directory, "chain"), genesis, port: 0, clock, quiet: true });
  try {
    const client = new Client(node.url);
    const positions = new Positions();
    const send: Send = async (signers, calls) => {
      run.signal.throwIfAborted();
      return positions.read(await client.send({ signers, calls, gasLimit: CLEARING_GAS_LIMIT }));
    };
    progress.stage(`settling ${plan.rounds.flat().length} payments, ${mode}`);
    let settlements = 0;
    let settledTogether = 0;
    let done = 0;
    for (const round of plan.rounds) {
      for (const [bank, payments] of groupBy(round, ({ from }) => from)) {
        await send([bankNamed(parties, bank)], [submitBatch(parties, mode, payments)]);
      }
      if (mode === "net") await send([parties.house], [closeCycle(), settleCycle(parties.house.address)]);
      else settledTogether += await settleWaiting(send, parties);
      if (run.reverseFlowSeed !== undefined) await squarePositions(send, parties, positions);
      settlements += 1;
      done += round.length;
      progress.orders(done, plan.rounds.flat().length);
    }
    const broken = (await client.laws()).laws.find(({ holds }) => !holds);
    if (broken !== undefined) throw new Error(`law ${broken.law} does not hold: ${broken.name}`);
    const measures = (await client.clearingHouse(parties.house.address)).measures[mode];
    const payments = plan.rounds.flat();
    return {
      mode,
      payments: payments.length,
      reversePayments: payments.length - orders.length,
      settled: Number(measures.payments),
      valueMinor: BigInt(measures.valueMinor),
      liquidityMinor: BigInt(measures.liquidityMinor),
      peakMinor: positions.peakMinor,
      settledTogether,
      nettingRatioBps: measures.nettingRatioBps ?? 0,
      bilateralRatioBps: measures.bilateralRatioBps ?? 0,
      meanDelayMs: Number(measures.meanDelayMs ?? 0),
      settlements,
    };
  } finally {
    progress.end();
    await node.close();
  }
}

/** What settlement money the home bank begins with, in minor units. */
function liquidityOf({ rounds }: ClearingPlan, { reverseFlowSeed, liquidityPercent }: ClearingRun): bigint {
  const paid = rounds.map((round) => round.reduce((sum, { from, amountMinor }) => (from === HOME_BANK ? sum + amountMinor : sum), 0n));
  const whole = paid.reduce((sum, each) => (reverseFlowSeed === undefined ? sum + each : each > sum ? each : sum), 0n);
  return (whole * BigInt(liquidityPercent)) / 100n;
}

/** In gross mode what came in meanwhile settles what waits; where nothing waits there is nothing to settle. Answers how many payments it settled. */
async function settleWaiting(send: Send, { house }: ClearingParties): Promise<number> {
  try {
    return await send([house], [settleGross(house.address)]);
  } catch (error) {
    if (!(error instanceof SyceeError) || error.abortName !== "ENothingSettles") throw error;
    return 0;
  }
}

/** Each bank lends what it got net to the home bank, as banks do overnight: the next round begins with as much money as the last one did. */
async function squarePositions(send: Send, parties: ClearingParties, positions: Positions): Promise<void> {
  const lenders = [...parties.banks].flatMap(([bank, signer]) => {
    const amount = -positions.paidBy(signer.address);
    return bank === HOME_BANK || amount <= 0n ? [] : [{ signer, amount }];
  });
  if (lenders.length === 0) return;
  const loans = lenders.map(({ amount }, index) =>
    banking.interbank.lend({ lender: index + 1, borrower: 0, amount, rateBps: 0n, days: 1n }),
  );
  await send([bankNamed(parties, HOME_BANK), ...lenders.map(({ signer }) => signer)], loans);
  positions.square();
}

function submitBatch(parties: ClearingParties, mode: ClearingMode, payments: readonly BankPayment[]) {
  return submitPayments({
    house: parties.house.address,
    mode,
    payments: payments.map(({ fromAccount, to, toAccount, amountMinor }) => ({
      fromAccount,
      payee: bankNamed(parties, to).address,
      toAccount,
      amountMinor,
    })),
  });
}

/** What each bank has paid out net since positions were last squared, and the most that it ever had. */
class Positions {
  private readonly paid = new Map<string, bigint>();
  private readonly most = new Map<string, bigint>();

  get peakMinor(): bigint {
    return [...this.most.values()].reduce((sum, each) => sum + each, 0n);
  }

  /** What a bank has paid out net; negative where it got more. */
  paidBy(address: string): bigint {
    return this.paid.get(address) ?? 0n;
  }

  /** Begins anew: what banks got was lent to those who paid. */
  square(): void {
    this.paid.clear();
  }

  /** Adds what a transaction settled. Answers how many payments. */
  read({ events }: Pick<ReceiptJson, "events">): number {
    let settled = 0;
    for (const { type, fields } of events) {
      if (type !== "0x4::clearing_settlement::PaymentSettled") continue;
      const { payer, payee, amount } = fields as { readonly payer: string; readonly payee: string; readonly amount: string };
      settled += 1;
      this.paid.set(payer, (this.paid.get(payer) ?? 0n) + BigInt(amount));
      this.paid.set(payee, (this.paid.get(payee) ?? 0n) - BigInt(amount));
    }
    for (const [bank, paid] of this.paid) if (paid > (this.most.get(bank) ?? 0n)) this.most.set(bank, paid);
    return settled;
  }
}
