import { bytesToHex, type Receipt, type ReceiptJson, type StatusCode, statusNumber } from "@sycee/protocol";
import { SyceeError } from "./sycee-error.ts";

/** The error that a receipt tells; `undefined` when the transaction was executed. */
export function refusalOfReceipt(receipt: ReceiptJson): SyceeError | undefined {
  if (receipt.status === "executed") return undefined;
  if (receipt.failure !== undefined) {
    const { code, number, detail } = receipt.failure;
    // A newer node may know codes that this client does not: they pass through as they are.
    return new SyceeError({ code: code as StatusCode, number, detail, receipt });
  }
  const { name, text, code } = receipt.abort ?? { name: null, text: null, code: "unknown" };
  const detail = text ?? name ?? `A module refused the transaction with code ${code}.`;
  return new SyceeError({ code: "aborted", number: statusNumber("aborted"), detail, receipt });
}

/** The error that a receipt in its compact form tells. Throws `RangeError` for one of an executed transaction. */
export function refusalOfCompactReceipt(receipt: Receipt): SyceeError {
  const { outcome } = receipt;
  if (outcome.kind === "executed") throw new RangeError(`transaction 0x${bytesToHex(receipt.id)} was executed`);
  if (outcome.kind === "failed") {
    return new SyceeError({ code: outcome.code, number: statusNumber(outcome.code), detail: outcome.detail });
  }
  const detail = outcome.text ?? outcome.name ?? `A module refused the transaction with code ${outcome.abortCode}.`;
  return new SyceeError({ code: "aborted", number: statusNumber("aborted"), detail, abortName: outcome.name });
}
