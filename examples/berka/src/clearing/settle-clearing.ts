import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { encodeGenesis } from "@sycee/ledger";
import { loadBuiltModules } from "@sycee/move-build";
import { startNode } from "@sycee/node";
import type { ReceiptJson } from "@sycee/protocol";
import {
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
import { groupBy } from "../orders/group-by.ts";
import type { StandingOrder } from "../orders/standing-order.ts";
import type { Progress } from "../report/progress.ts";
import { clearingPrograms } from "./clearing-genesis.ts";
import { bankNamed, type ClearingParties, createClearingParties } from "./clearing-parties.ts";
import { type BankPayment, planClearing } from "./clearing-plan.ts";

const MODULES = fileURLToPath(new URL("../../../../move/build", import.meta.url));

export interface ClearingRun {
  /** Where the chain is kept while it runs. */
  readonly directory: string;
  readonly orders: readonly StandingOrder[];
  readonly mode: ClearingMode;
  /** Seed of a synthetic flow back; none if absent. */
  readonly reverseFlowSeed: number | undefined;
  /** Settlement money of the home bank, in per cent of all that its customers pay. */
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
  /** What banks had to have: for each the most that it had paid out net at any time, summed. */
  readonly peakMinor: bigint;
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
  const genesis = encodeGenesis({ timeMs: BigInt(NOON_MS), modules, programs: clearingPrograms(parties, plan, run.liquidityPercent) });
  const clock = { startMs: NOON_MS + 1_000 };
  const node = await startNode({ dataDirectory: join(run.directory, "chain"), genesis, port: 0, clock, quiet: true });
  try {
    const client = new Client(node.url);
    const positions = new Positions();
    const send = async (signer: Signer, calls: Parameters<Client["send"]>[0]["calls"]): Promise<void> => {
      run.signal.throwIfAborted();
      positions.read(await client.send({ signers: [signer], calls, gasLimit: CLEARING_GAS_LIMIT }));
    };
    progress.stage(`settling ${plan.rounds.flat().length} payments, ${mode}`);
    let settlements = 0;
    let done = 0;
    for (const round of plan.rounds) {
      for (const [bank, payments] of groupBy(round, ({ from }) => from)) {
        await send(bankNamed(parties, bank), [submitBatch(parties, mode, payments)]);
      }
      if (mode === "net") await send(parties.house, [closeCycle(), settleCycle(parties.house.address)]);
      else await settleWaiting(send, parties);
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

/** In gross mode what came in meanwhile settles what waits; where nothing waits there is nothing to settle. */
async function settleWaiting(
  send: (signer: Signer, calls: Parameters<Client["send"]>[0]["calls"]) => Promise<void>,
  { house }: ClearingParties,
): Promise<void> {
  try {
    await send(house, [settleGross(house.address)]);
  } catch (error) {
    if (!(error instanceof SyceeError) || error.abortName !== "ENothingSettles") throw error;
  }
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

/** What each bank has paid out net so far, and the most that it ever had. */
class Positions {
  private readonly paid = new Map<string, bigint>();
  private readonly most = new Map<string, bigint>();

  get peakMinor(): bigint {
    return [...this.most.values()].reduce((sum, each) => sum + each, 0n);
  }

  /** Adds what a transaction settled. */
  read({ events }: Pick<ReceiptJson, "events">): void {
    for (const { type, fields } of events) {
      if (type !== "0x4::clearing_settlement::PaymentSettled") continue;
      const { payer, payee, amount } = fields as { readonly payer: string; readonly payee: string; readonly amount: string };
      this.paid.set(payer, (this.paid.get(payer) ?? 0n) + BigInt(amount));
      this.paid.set(payee, (this.paid.get(payee) ?? 0n) - BigInt(amount));
    }
    for (const [bank, paid] of this.paid) if (paid > (this.most.get(bank) ?? 0n)) this.most.set(bank, paid);
  }
}
