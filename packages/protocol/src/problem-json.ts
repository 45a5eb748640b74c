import { type Static, Type } from "typebox";
import { ReceiptJson } from "./receipt-json.ts";

/** RFC 9457 problem details; `receipt` is there when the refusal is on the ledger (the nonce is used). */
export const ProblemJson = Type.Object(
  {
    type: Type.String({ description: "`/problems/<code>`, relative to the node." }),
    title: Type.String(),
    status: Type.Integer({ description: "The HTTP status." }),
    detail: Type.String({ description: "A plain sentence about this request." }),
    code: Type.String({ description: "Stable code, e.g. `expired`." }),
    number: Type.Integer({ description: "The code's permanent number." }),
    receipt: Type.Optional(ReceiptJson),
  },
  { title: "Problem" },
);

/** A problem document as JSON carries it. */
export type ProblemJson = Static<typeof ProblemJson>;
