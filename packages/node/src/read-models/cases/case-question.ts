import type { Address } from "@sycee/protocol/core";
import type { Case, CaseWarrant } from "../alerts/case.ts";
import type { AlertPage } from "../alerts/storing/list-alerts.ts";

/** What a supervisor does with a case; `warrant` is there where it is referred. */
export interface CaseRequest {
  readonly act: "note" | "dismiss" | "refer" | "reopen";
  readonly by: Address;
  /** The node's clock, milliseconds since 1970. */
  readonly timeMs: number;
  readonly text: string;
  readonly warrant: CaseWarrant | undefined;
}

/** A question about cases, or an act on one. Whether the asker is a supervisor was decided before. */
export type CaseQuestion =
  | ({ readonly kind: "cases"; readonly state: Case["state"]["state"] | undefined } & AlertPage)
  | { readonly kind: "case"; readonly id: string }
  | ({ readonly kind: "case-act"; readonly id: string } & CaseRequest);

/** Whether a question is about cases. */
export function isCaseQuestion(question: { readonly kind: string }): question is CaseQuestion {
  return question.kind === "cases" || question.kind === "case" || question.kind === "case-act";
}
