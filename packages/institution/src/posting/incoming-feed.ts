import type { Address, BlockSummaryJson, Call, ReceiptJson } from "@sycee/protocol";
import type { Client } from "@sycee/sdk";
import type { InstitutionKind } from "../kinds/institution-kind.ts";
import type { OwnBook } from "../kinds/own-book.ts";
import { ownInstrument } from "../kinds/own-instrument.ts";
import { OfficeError } from "../office-error.ts";
import { callsOf } from "./calls-of.ts";
import { earlierOrders, type StandingOrders } from "./earlier-orders.ts";
import { enterLedgerMovements } from "./enter-ledger-movements.ts";
import { enterTerms } from "./enter-terms.ts";
import { needsCalls } from "./ledger-movements.ts";
import { type MerchantFacts, merchantFacts, tellsOfMerchants } from "./merchant-movements.ts";
import { MerchantsOnLedger } from "./merchants-on-ledger.ts";
import type { OfficeBooks } from "./order-outcomes.ts";

/** Blocks whose summaries are asked for at once. */
const BLOCKS_AT_ONCE = 100;
/** Blocks that are read side by side and entered together: so many, or fewer that have so many transactions altogether, or one. */
const BLOCKS_TOGETHER = 8;
const TRANSACTIONS_TOGETHER = 2_000;
/** Receipts of a block that are asked for at once. */
const RECEIPTS_AT_ONCE = 16;

/** What of the ledger the office has entered in its books: kept in the store under this name, -1 before the first block. */
export const READ_UNTIL = "blocks read until";

export interface IncomingFeedOptions {
  readonly client: Client;
  readonly books: OfficeBooks;
  readonly institution: Address;
  readonly kind: InstitutionKind;
  /** The first block that can concern the institution. */
  readonly fromHeight: bigint;
}

/** A block with what others did in it. */
interface ReadBlock {
  readonly height: number;
  readonly foreign: readonly Foreign[];
}

/** A transaction of others, with its calls where only they tell all that it did to customers' accounts. */
interface Foreign {
  readonly receipt: ReceiptJson;
  readonly calls: readonly Call[] | undefined;
  readonly merchants: MerchantFacts | undefined;
  /** Standing orders it paid that were made before the office's first block. */
  readonly orders: StandingOrders;
}

/** Enters in the office's books what others did on the ledger to its customers' accounts: top-ups from wallets, acts of supervisors, acts by the institution's key elsewhere. */
export class IncomingFeed {
  private readonly options: IncomingFeedOptions;
  private readonly merchants: MerchantsOnLedger;
  private known: OwnBook | undefined;
  private isStopping = false;

  constructor(options: IncomingFeedOptions) {
    this.options = options;
    this.merchants = new MerchantsOnLedger(options.client, options.institution);
  }

  /** The next block to read. */
  get next(): bigint {
    const until = this.options.books.store.numbers.get(READ_UNTIL);
    return until === undefined ? this.options.fromHeight : BigInt(until) + 1n;
  }

  /** The book of the institution's customers. Throws `SyceeError` when the ledger cannot be read, and an error if there is no such book on it. */
  async book(): Promise<OwnBook> {
    if (this.known === undefined) {
      const { client, institution, kind } = this.options;
      const found = ownInstrument(await client.instruments(), institution, kind);
      if (found === undefined) throw new Error(`${institution} issues no ${kind.instrument} on this ledger`);
      this.known = { institution, instrument: found.instrument };
    }
    return this.known;
  }

  /** Reads no further block from now on: `catchUp` throws `OfficeError` `stopping`. */
  stop(): void {
    this.isStopping = true;
  }

  /** Reads blocks up to a height, leaving out what the office posted itself. Answers how many movements it entered. */
  async catchUp(height: bigint): Promise<number> {
    let entered = 0;
    const book = await this.book();
    while (this.next <= height) {
      const blocks = await this.options.client.blocks(this.next, BLOCKS_AT_ONCE);
      const due = blocks.filter((block) => BigInt(block.height) <= height);
      if (due.length === 0) return entered;
      for (const some of together(due)) {
        if (this.isStopping) throw new OfficeError("stopping");
        entered += await this.enter(await Promise.all(some.map((block) => this.read(block, book))), book);
      }
    }
    return entered;
  }

  private async read({ height, transactionCount }: BlockSummaryJson, book: OwnBook): Promise<ReadBlock> {
    const foreign = transactionCount === 0 ? [] : await this.foreignIn(BigInt(height), book);
    return { height: Number(height), foreign };
  }

  private async foreignIn(height: bigint, book: OwnBook): Promise<Foreign[]> {
    const { client, books } = this.options;
    const { transactions } = await client.block(height);
    const ids = transactions.flatMap(({ id, status }) => {
      const foreign = id !== undefined && status === "executed" && books.store.posted.get(id) === undefined;
      return foreign && books.store.flight.get("current")?.transaction.id !== id ? [id] : [];
    });
    const found: Foreign[] = [];
    for (let first = 0; first < ids.length; first += RECEIPTS_AT_ONCE) {
      const answers = await Promise.all(ids.slice(first, first + RECEIPTS_AT_ONCE).map((id) => client.transaction(id)));
      for (const answer of answers) {
        if (answer.status !== "final") continue;
        const { receipt } = answer;
        const isOfMerchants = tellsOfMerchants(receipt, book.institution);
        const calls = isOfMerchants || needsCalls(receipt, book) ? await callsOf(client, receipt.id) : undefined;
        const merchants =
          isOfMerchants && calls !== undefined
            ? await merchantFacts(this.merchants, books.store, receipt, calls, book.institution)
            : undefined;
        found.push({ receipt, calls, merchants, orders: await earlierOrders(client, books.store, receipt, book.institution) });
      }
    }
    return found;
  }

  private async enter(blocks: readonly ReadBlock[], book: OwnBook): Promise<number> {
    const { books, institution } = this.options;
    return await books.store.change(() => {
      let entered = 0;
      for (const { height, foreign } of blocks) {
        // A second process over the same store, while the first one stops, reads the same blocks.
        if (this.next > BigInt(height)) continue;
        for (const { receipt, calls, merchants, orders } of foreign) {
          for (const [number, order] of orders) void books.store.standingOrders.put(number, order);
          enterTerms(books.store, receipt, institution);
          entered += enterLedgerMovements(books, receipt, book, { calls, merchants });
        }
        void books.store.numbers.put(READ_UNTIL, height);
      }
      return entered;
    });
  }
}

/** Blocks in their order, as many at a time as are read side by side. */
function together(blocks: readonly BlockSummaryJson[]): BlockSummaryJson[][] {
  const groups: BlockSummaryJson[][] = [];
  let transactions = 0;
  for (const block of blocks) {
    const last = groups.at(-1);
    transactions += block.transactionCount;
    if (last !== undefined && last.length < BLOCKS_TOGETHER && transactions <= TRANSACTIONS_TOGETHER) last.push(block);
    else {
      groups.push([block]);
      transactions = block.transactionCount;
    }
  }
  return groups;
}
