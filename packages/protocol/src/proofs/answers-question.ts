import { BcsError } from "@sycee/bcs";
import { compareBytes } from "../authenticator.ts";
import { parseTypeTag } from "../parse-type-tag.ts";
import { decodeTransaction, transactionId } from "../transaction.ts";
import { printTypeTag } from "../type-tag.ts";
import type { Claim, ProofDocument } from "./proof-document.ts";
import type { ProofQuestion, StateQuestion } from "./proof-question.ts";
import { CUSTOMER_BOOK_TYPES } from "./proved-balances.ts";

/**
 * Whether a proof is about what was asked: a sound proof of another wallet, another payment or an older state answers something else.
 * Says nothing of whether it holds. Throws `CodedError` `wrong_type_argument` for a question about text that is no type.
 */
export function answersQuestion({ past, claims }: ProofDocument, question: ProofQuestion): boolean {
  const [claim, second] = claims;
  if (question.kind === "block") return claim === undefined && past?.header.height === question.height;
  if (claim === undefined || claims.length !== (question.kind === "customer-account" ? 2 : 1)) return false;
  switch (question.kind) {
    case "transaction":
      return claim.kind === "transaction" && hasId(claim.bytes, question.id);
    case "receipt":
      return claim.kind === "receipt" && isReceiptOf(claim.result, question.id);
    case "event":
      return claim.kind === "event" && claim.event === question.event && isReceiptOf(claim.result, question.id);
    case "customer-account": {
      const isBook = claim.kind === "resource" && claim.address === question.institution && CUSTOMER_BOOK_TYPES.includes(claim.type);
      return past === undefined && isBook && second?.kind === "element" && second.index === question.account;
    }
    default:
      // Of the state there is only the last.
      return past === undefined && isOfState(claim, question);
  }
}

// It begins with the transaction's id, behind the byte that says that it is a receipt.
function isReceiptOf(result: Uint8Array, id: Uint8Array): boolean {
  return compareBytes(result.subarray(1, 33), id) === 0;
}

function hasId(transaction: Uint8Array, id: Uint8Array): boolean {
  try {
    return compareBytes(transactionId(decodeTransaction(transaction).payloadBytes), id) === 0;
  } catch (error) {
    if (error instanceof BcsError) return false;
    throw error;
  }
}

function isOfState(claim: Claim, question: StateQuestion): boolean {
  switch (question.kind) {
    case "resource":
      return claim.kind === "resource" && claim.address === question.address && claim.type === printed(question.type);
    case "table-entry":
      return (
        claim.kind === "table-entry" &&
        claim.handle === question.handle &&
        claim.type === printed(question.type) &&
        compareBytes(claim.key, question.key) === 0
      );
    case "module":
      return claim.kind === "module" && claim.address === question.address && claim.name === question.name;
    case "element":
      return (
        claim.kind === "element" &&
        claim.handle === question.handle &&
        claim.type === printed(question.type) &&
        claim.index === question.index
      );
  }
}

function printed(type: string): string {
  return printTypeTag(parseTypeTag(type));
}
