import { type Static, type TObject, Type } from "typebox";
import { bytesToHex } from "../hex.ts";
import { HashJson, U64Json } from "../json-scalars.ts";
import { MODULE_NAME } from "../proofs/claimed-names.ts";
import type { ProofQuestion } from "../proofs/proof-question.ts";
import { BlockSummaryJson } from "./ledger-routes.ts";
import { addressParameter } from "./parameters.ts";
import { defineRoute, type Route, type RouteAnswer } from "./route.ts";

/** A proof as `encodeProof` gives it (send it as `Accept`). */
export const PROOF_MEDIA_TYPE = "application/vnd.sycee.proof+bcs";

const BYTES = "^0x(?:[0-9a-fA-F]{2})*$";

/** A proof in JSON. */
export const ProofJson = Type.Object({
  proof: Type.String({
    pattern: BYTES,
    description: "The whole proof, in BCS: what `checkProof` and `sycee check-proof` read.",
  }),
  trusted: BlockSummaryJson,
  block: BlockSummaryJson,
});
export type ProofJson = Static<typeof ProofJson>;

const answers: { readonly 200: RouteAnswer } = {
  200: {
    description:
      "A proof that is checked with nothing but the header of the block `trusted` (the last one), about the block `block`: it, or an earlier one. " +
      `With \`Accept: ${PROOF_MEDIA_TYPE}\` its BCS alone.`,
    schema: ProofJson,
  },
};
const TypeText = Type.String({ minLength: 1, maxLength: 4096, description: "A printed type, e.g. `0x2::wallet::Wallet`." });
const IndexText = Type.String({ pattern: "^(?:0|[1-9][0-9]{0,15})$", description: "A number from 0." });
const IdText = Type.String({ ...HashJson, description: "The transaction's id: `0x` and 64 hexadecimal digits." });
const IdParams = Type.Object({ id: IdText });

export const proveResource = defineRoute({
  operation: "proveResource",
  method: "GET",
  path: "/v1/proofs/resources/{address}",
  tag: "Proofs",
  summary: "Prove what the resource of a type at an address is, or that there is none",
  description: "Checked with nothing but the header of the last block: see `checkProof` of the SDK. What is not there is proved absent.",
  params: Type.Object({ address: addressParameter("Where the resource lies") }),
  query: Type.Object({ type: TypeText }),
  answers,
});

export const proveTableEntry = defineRoute({
  operation: "proveTableEntry",
  method: "GET",
  path: "/v1/proofs/tables/{handle}",
  tag: "Proofs",
  summary: "Prove what an entry of a table is, or that there is none",
  description: "Checked with nothing but the header of the last block: see `checkProof` of the SDK. What is not there is proved absent.",
  params: Type.Object({ handle: addressParameter("The table's handle") }),
  query: Type.Object({
    type: Type.String({ minLength: 1, maxLength: 4096, description: "The printed type of the table's values." }),
    key: Type.String({
      pattern: BYTES,
      maxLength: 8192,
      description: "BCS of the key: `0x` and two hexadecimal digits a byte.",
    }),
  }),
  answers,
});

export const proveElement = defineRoute({
  operation: "proveElement",
  method: "GET",
  path: "/v1/proofs/vectors/{handle}/{index}",
  tag: "Proofs",
  summary: "Prove what an element of a paged vector is",
  description: "Elements lie in pages; the whole page is hashed into the proof. Refused with `unknown_element` beyond the end.",
  params: Type.Object({ handle: addressParameter("The vector's handle"), index: IndexText }),
  query: Type.Object({ type: Type.String({ minLength: 1, maxLength: 4096, description: "The printed type of an element." }) }),
  answers,
});

export const proveModule = defineRoute({
  operation: "proveModule",
  method: "GET",
  path: "/v1/proofs/modules/{address}/{name}",
  tag: "Proofs",
  summary: "Prove what the bytecode of a published module is, or that there is none of that name",
  description: "Checked with nothing but the header of the last block: see `checkProof` of the SDK. What is not there is proved absent.",
  params: Type.Object({
    address: addressParameter("The package"),
    name: Type.String({ pattern: MODULE_NAME, description: "The module's name, e.g. `wallet`." }),
  }),
  answers,
});

export const proveCustomerAccount = defineRoute({
  operation: "proveCustomerAccount",
  method: "GET",
  path: "/v1/proofs/customers/{institution}/{account}",
  tag: "Proofs",
  summary: "Prove what a customer's account in an institution's book holds",
  description: "The book at the institution and the page in which the account lies, proved together.",
  params: Type.Object({ institution: addressParameter("The institution"), account: IndexText }),
  answers,
});

export const proveTransaction = defineRoute({
  operation: "proveTransaction",
  method: "GET",
  path: "/v1/proofs/transactions/{id}",
  tag: "Proofs",
  summary: "Prove that a transaction is in its block, with its bytes",
  description: "The transaction's own bytes are in the proof, so nothing the node says about it has to be believed.",
  params: IdParams,
  answers,
});

export const proveReceipt = defineRoute({
  operation: "proveReceipt",
  method: "GET",
  path: "/v1/proofs/receipts/{id}",
  tag: "Proofs",
  summary: "Prove what became of a transaction",
  description: "The whole receipt with outcome and events. Refused with `unknown_transaction` or `pruned`.",
  params: IdParams,
  answers,
});

export const proveEvent = defineRoute({
  operation: "proveEvent",
  method: "GET",
  path: "/v1/proofs/events/{id}/{event}",
  tag: "Proofs",
  summary: "Prove an event of a transaction, numbered from 0",
  description: "The event together with the whole receipt that it is in, since a receipt is hashed as one.",
  params: Type.Object({
    id: IdText,
    event: Type.String({ pattern: "^(?:0|[1-9][0-9]{0,8})$", description: "The event's place in the receipt, from 0." }),
  }),
  answers,
});

export const proveBlock = defineRoute({
  operation: "proveBlock",
  method: "GET",
  path: "/v1/proofs/blocks/{height}",
  tag: "Proofs",
  summary: "Prove that a block is one before the last one of the chain",
  description: "One path of hashes from the last header to an earlier one, through the history that every header commits to.",
  params: Type.Object({ height: Type.String({ ...U64Json, description: "The height of the earlier block.", examples: ["1"] }) }),
  answers,
});

/** A request for a proof: which route, and what goes into it. */
export interface ProofRequest {
  readonly route: Route & { readonly params: TObject };
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}

/** The request that asks a question. */
export function proofRequest(question: ProofQuestion): ProofRequest {
  switch (question.kind) {
    case "resource":
      return { route: proveResource, params: { address: question.address }, query: { type: question.type } };
    case "table-entry":
      return {
        route: proveTableEntry,
        params: { handle: question.handle },
        query: { type: question.type, key: `0x${bytesToHex(question.key)}` },
      };
    case "element":
      return { route: proveElement, params: { handle: question.handle, index: `${question.index}` }, query: { type: question.type } };
    case "module":
      return { route: proveModule, params: { address: question.address, name: question.name }, query: {} };
    case "customer-account":
      return { route: proveCustomerAccount, params: { institution: question.institution, account: `${question.account}` }, query: {} };
    case "transaction":
    case "receipt":
      return {
        route: question.kind === "receipt" ? proveReceipt : proveTransaction,
        params: { id: `0x${bytesToHex(question.id)}` },
        query: {},
      };
    case "event":
      return { route: proveEvent, params: { id: `0x${bytesToHex(question.id)}`, event: `${question.event}` }, query: {} };
    case "block":
      return { route: proveBlock, params: { height: question.height.toString() }, query: {} };
  }
}
