import { blake2b, BlockProver, type Ledger } from "@sycee/ledger";
import type { ProofJson } from "@sycee/protocol";
import {
  type BlockHeader,
  blockHash,
  bytesToHex,
  type Claim,
  CodedError,
  CUSTOMER_BOOK_TYPES,
  encodeProof,
  type ProofDocument,
  type ProofQuestion,
  readCustomerBook,
} from "@sycee/protocol/core";
import { problemAnswer } from "../answers/entry-answer.ts";
import { summarise } from "./block-notice.ts";
import type { JsonAnswer } from "./executor-messages.ts";
import type { History } from "./history.ts";

/** Blocks whose hashes are kept. */
const MAX_PROVERS = 8;

/** Answers questions with proofs that hold by the header of the ledger's head. */
export class ProofDesk {
  private readonly ledger: Ledger;
  private readonly history: History;
  private readonly provers = new Map<bigint, BlockProver>();

  constructor(ledger: Ledger, history: History) {
    this.ledger = ledger;
    this.history = history;
  }

  answer(question: ProofQuestion): JsonAnswer {
    try {
      const document = this.prove(question);
      const block = document.past?.header ?? document.header;
      const body: ProofJson = {
        proof: `0x${bytesToHex(encodeProof(document))}`,
        trusted: summaryOf(document.header),
        block: summaryOf(block),
      };
      return { status: 200, body: JSON.stringify(body) };
    } catch (error) {
      if (error instanceof CodedError) return problemAnswer(error.code, error.detail);
      throw error;
    }
  }

  private get head(): BlockHeader {
    const { head } = this.ledger;
    if (head === undefined) throw new Error("the chain has no genesis");
    return head;
  }

  private prove(question: ProofQuestion): ProofDocument {
    switch (question.kind) {
      case "block":
        return { header: this.head, past: this.past(question.height), claims: [] };
      case "transaction":
        return this.proveEntry(question.id, (prover, index) => prover.transaction(index));
      case "receipt":
        return this.proveEntry(question.id, (prover, index) => prover.receipt(index));
      case "event":
        return this.proveEntry(question.id, (prover, index) => prover.event(index, question.event));
      case "customer-account":
        return { header: this.head, past: undefined, claims: this.customerAccount(question) };
      default:
        return { header: this.head, past: undefined, claims: [this.ledger.proveState(question)] };
    }
  }

  private past(height: bigint): NonNullable<ProofDocument["past"]> {
    if (height >= this.head.height) {
      throw new CodedError(
        "unknown_block",
        `Block ${height} is not before the last block, ${this.head.height}, by whose header it would be proved.`,
      );
    }
    return { header: this.history.header(height), siblings: this.ledger.proveBlock(height) };
  }

  private proveEntry(id: Uint8Array, claim: (prover: BlockProver, index: number) => Claim): ProofDocument {
    const answer = this.history.answerOf(id);
    if (answer?.kind === "rejected") throw new CodedError(answer.code, answer.detail);
    if (answer === undefined) throw new CodedError("unknown_transaction");
    const { index } = answer.place;
    const { height } = answer.place.header;
    const claims = [claim(this.proverOf(height), index)];
    return { header: this.head, past: height === this.head.height ? undefined : this.past(height), claims };
  }

  // The last few blocks keep their hashes: whoever takes receipts out of a block takes many.
  private proverOf(height: bigint): BlockProver {
    const known = this.provers.get(height);
    if (known !== undefined) return known;
    const prover = new BlockProver(this.history.block(height));
    this.provers.set(height, prover);
    for (const oldest of this.provers.keys()) {
      if (this.provers.size <= MAX_PROVERS) break;
      this.provers.delete(oldest);
    }
    return prover;
  }

  private customerAccount({ institution, account }: Extract<ProofQuestion, { readonly kind: "customer-account" }>): Claim[] {
    for (const type of CUSTOMER_BOOK_TYPES) {
      const book = this.ledger.proveState({ kind: "resource", address: institution, type });
      if (book.kind !== "resource" || book.value === undefined) continue;
      const { handle } = readCustomerBook(book.value);
      return [book, this.ledger.proveState({ kind: "element", handle, type: "u64", index: account })];
    }
    throw new CodedError("unknown_account", `${institution} keeps no customers' accounts.`);
  }
}

function summaryOf(header: BlockHeader) {
  return summarise(header, blockHash(header, blake2b));
}
