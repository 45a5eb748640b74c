import type { Address, ReceiptJson } from "@sycee/protocol";
import type { Client } from "@sycee/sdk";
import { enterLedgerMovements } from "./enter-ledger-movements.ts";
import { enterTerms } from "./enter-terms.ts";
import type { OfficeBooks } from "./order-outcomes.ts";

/** Blocks asked for at once, and receipts. */
const BLOCKS_AT_ONCE = 100;
const RECEIPTS_AT_ONCE = 16;

/** What of the ledger the office has entered in its books: kept in the store under this name. */
const READ_UNTIL = "blocks read until";

export interface IncomingFeedOptions {
  readonly client: Client;
  readonly books: OfficeBooks;
  readonly institution: Address;
  /** The first block that can concern the institution. */
  readonly fromHeight: bigint;
}

/** Enters in the office's books what others did on the ledger to its customers' accounts: top-ups from wallets, acts of supervisors, acts by the institution's key elsewhere. */
export class IncomingFeed {
  private readonly options: IncomingFeedOptions;

  constructor(options: IncomingFeedOptions) {
    this.options = options;
  }

  /** The next block to read. */
  get next(): bigint {
    const until = this.options.books.store.numbers.get(READ_UNTIL);
    return until === undefined ? this.options.fromHeight : BigInt(until) + 1n;
  }

  /** Reads blocks up to a height, leaving out what the office posted itself. Answers how many movements it entered. */
  async catchUp(height: bigint): Promise<number> {
    let entered = 0;
    while (this.next <= height) {
      const blocks = await this.options.client.blocks(this.next, BLOCKS_AT_ONCE);
      if (blocks.length === 0) return entered;
      for (const block of blocks) {
        if (BigInt(block.height) > height) return entered;
        const receipts = block.transactionCount === 0 ? [] : await this.receiptsOf(BigInt(block.height));
        entered += await this.enter(Number(block.height), receipts);
      }
    }
    return entered;
  }

  private async receiptsOf(height: bigint): Promise<ReceiptJson[]> {
    const { client, books } = this.options;
    const { transactions } = await client.block(height);
    const ids = transactions.flatMap(({ id, status }) => {
      const foreign = id !== undefined && status === "executed" && books.store.posted.get(id) === undefined;
      return foreign && books.store.flight.get("current")?.transaction.id !== id ? [id] : [];
    });
    const receipts: ReceiptJson[] = [];
    for (let first = 0; first < ids.length; first += RECEIPTS_AT_ONCE) {
      const answers = await Promise.all(ids.slice(first, first + RECEIPTS_AT_ONCE).map((id) => client.transaction(id)));
      for (const answer of answers) if (answer.status === "final") receipts.push(answer.receipt);
    }
    return receipts;
  }

  private async enter(height: number, receipts: readonly ReceiptJson[]): Promise<number> {
    const { books, institution } = this.options;
    return await books.store.change(() => {
      // A second process over the same store, while the first one stops, reads the same blocks.
      if (this.next > BigInt(height)) return 0;
      let entered = 0;
      for (const receipt of receipts) {
        enterTerms(books.store, receipt, institution);
        entered += enterLedgerMovements(books, receipt, institution);
      }
      void books.store.numbers.put(READ_UNTIL, height);
      return entered;
    });
  }
}
