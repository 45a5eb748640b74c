import { Client } from "@sycee/sdk";
import { CASH_SYMBOL } from "../economy/genesis-programs.ts";
import { createParticipants } from "../economy/participants.ts";
import { journalFile } from "../node/run-directory.ts";
import { startNodeProcess } from "../node/start-node-process.ts";
import type { StandingOrder } from "../orders/standing-order.ts";
import type { Progress } from "../report/progress.ts";
import { Journal } from "./journal.ts";
import { openAllWallets } from "./open-wallets.ts";
import { settleOrders } from "./settle-orders.ts";
import { RULES, type Tally } from "./tally.ts";

/** A run that was told to stop. */
export class StoppedError extends Error {
  override readonly name = "StoppedError";
}

/** One run of the example. */
export interface RunOptions {
  /** Where the chain and the client's journal are kept; a run that was interrupted there goes on. */
  readonly directory: string;
  readonly orders: readonly StandingOrder[];
  readonly payerTier: number;
  readonly progress: Progress;
  /** Stops the run; the node still closes its files. */
  readonly signal: AbortSignal;
}

export interface RunResult {
  readonly tally: Tally;
  /** From the first hand-out to the last payment. */
  readonly seconds: number;
}

/** Starts the node, opens the wallets, settles the orders and closes the node. Throws `SyceeError`, `NodeProcessError`, `JournalMismatchError`, `StoppedError`. */
export async function settleEconomy(options: RunOptions): Promise<RunResult> {
  const { directory, orders, payerTier, progress } = options;
  progress.stage("starting a node and computing keys");
  const node = await startNodeProcess(directory);
  try {
    return await Promise.race([node.died, whenAborted(options.signal), settleAt(node.url)]);
  } finally {
    progress.end();
    await node.close();
  }

  async function settleAt(url: string): Promise<RunResult> {
    const client = new Client(url);
    const participants = createParticipants(orders);
    const { chainId } = await client.status();
    const journal = Journal.open(journalFile(directory), { chainId, payerTier });
    try {
      progress.stage(`opening ${participants.payers.size + participants.payees.size} wallets at ${participants.operators.size} operators`);
      await openAllWallets(client, journal, participants, payerTier);
      progress.stage(`settling ${orders.length} orders through ${url}`);
      const instrument = await cashInstrument(client);
      const startedMs = performance.now();
      const settled = (tally: Tally): void => progress.orders(ordersEnded(tally), orders.length);
      const tally = await settleOrders({ client, journal, participants, orders, instrument, settled });
      const seconds = (performance.now() - startedMs) / 1000;
      await checkAgainstLedger(client, tally);
      return { tally, seconds };
    } finally {
      journal.close();
    }
  }
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const abort = (): void => reject(new StoppedError());
    if (signal.aborted) abort();
    else signal.addEventListener("abort", abort, { once: true });
  });
}

function ordersEnded(tally: Tally): number {
  return RULES.reduce((sum, rule) => sum + tally.refused[rule], tally.settled);
}

async function cashInstrument(client: Client): Promise<number> {
  const cash = (await client.instruments()).find(({ symbol }) => symbol === CASH_SYMBOL);
  if (cash === undefined) throw new Error(`the ledger has no instrument ${CASH_SYMBOL}`);
  return cash.instrument;
}

// The cash that is out is what was paid, and what refused orders left in payers' wallets.
async function checkAgainstLedger(client: Client, tally: Tally): Promise<void> {
  const cash = (await client.instruments()).find(({ symbol }) => symbol === CASH_SYMBOL);
  if (cash?.outstandingMinor !== (tally.totalMinor + tally.leftMinor).toString()) {
    throw new Error(
      `the ledger has ${cash?.outstandingMinor ?? "no"} minor units of cash where ${tally.totalMinor} were paid and ${tally.leftMinor} are left`,
    );
  }
  const broken = (await client.laws()).laws.find(({ holds }) => !holds);
  if (broken !== undefined) throw new Error(`law ${broken.law} does not hold: ${broken.name}`);
}
