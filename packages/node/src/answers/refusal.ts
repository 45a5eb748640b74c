import { type Outcome, shortAddress, type StatusCode } from "@sycee/protocol/core";

/** The code and the plain sentence of an outcome that is not `executed`; `undefined` if it is. */
export function refusalOf(outcome: Outcome): { readonly code: StatusCode; readonly detail: string } | undefined {
  if (outcome.kind === "executed") return undefined;
  if (outcome.kind === "failed") return { code: outcome.code, detail: outcome.detail };
  const { address, module, function: name } = outcome.location;
  const what = outcome.text ?? outcome.name ?? `abort code ${outcome.abortCode}`;
  return { code: "aborted", detail: `${shortAddress(address)}::${module}::${name} refused: ${what}` };
}
