import {
  type Claim,
  CodedError,
  collectionOf,
  pageOfElement,
  parseTypeTag,
  PAGE_ELEMENTS,
  printTypeTag,
  publishedModuleKey,
  resourceStateKey,
  type StateQuestion,
  tableStateKey,
} from "@sycee/protocol/core";
import type { LedgerStore, StateCommitment } from "../ledger-store.ts";

/**
 * The claim that answers a question about the committed state. Throws `CodedError` `wrong_type_argument` for text that is no type,
 * `unknown_element` for an element that is not there.
 */
export function proveState(store: LedgerStore, commitment: StateCommitment, question: StateQuestion): Claim {
  switch (question.kind) {
    case "resource": {
      const type = canonicalType(question.type);
      return { ...question, type, ...entryOf(store, commitment, resourceStateKey(question.address, type)) };
    }
    case "table-entry": {
      const type = canonicalType(question.type);
      return { ...question, type, ...entryOf(store, commitment, tableStateKey(question.handle, type, question.key)) };
    }
    case "module":
      return { ...question, ...entryOf(store, commitment, publishedModuleKey(question.address, question.name)) };
    case "element":
      return proveElement(store, commitment, { ...question, type: canonicalType(question.type) });
  }
}

function entryOf(store: LedgerStore, commitment: StateCommitment, key: Uint8Array) {
  return { value: store.get(key), proof: commitment.proveEntry(key) };
}

function proveElement(
  store: LedgerStore,
  commitment: StateCommitment,
  question: Extract<StateQuestion, { readonly kind: "element" }>,
): Claim {
  const { handle, type, index } = question;
  const key = Buffer.alloc(57);
  key.set(collectionOf(handle, type));
  key.writeBigUInt64BE(BigInt(pageOfElement(index)), 49);
  const page = store.get(key);
  const proof = commitment.provePage(key);
  if (page === undefined || proof === undefined || (page[0] ?? 0) <= index % PAGE_ELEMENTS) {
    throw new CodedError("unknown_element", `The paged vector ${handle} of ${type} has no element ${index}.`);
  }
  return { ...question, page, proof };
}

function canonicalType(text: string): string {
  return printTypeTag(parseTypeTag(text));
}
