import type { ReceiptJson } from "@sycee/protocol";
import type { Readable } from "../read-models/sessions/read-rights.ts";

type Movement = ReceiptJson["movements"][number];

/**
 * What of a receipt somebody may see: all of it for whoever may read an account that signed it; of others what was paid to or by an account that
 * they may read, and the calls and events of it where they tell of nobody else's. `undefined` where nothing is theirs. What one transaction pays to
 * many, each of them learns of itself alone.
 */
export function shareOf(receipt: ReceiptJson, { isAll, accounts }: Readable): ReceiptJson | undefined {
  if (isAll || receipt.signers.some((signer) => accounts.has(signer))) return receipt;
  const isOwn = ({ from, to }: Movement) => (from !== null && accounts.has(from)) || (to !== null && accounts.has(to));
  const movements = receipt.movements.filter(isOwn);
  if (movements.length === 0) return undefined;
  const calls = new Set(movements.map(({ call }) => call));
  for (const movement of receipt.movements) if (!isOwn(movement)) calls.delete(movement.call);
  const events = receipt.events.filter(({ call }) => calls.has(call));
  const isWhole =
    movements.length === receipt.movements.length &&
    events.length === receipt.events.length &&
    receipt.calls.every((_, index) => calls.has(index));
  if (isWhole) return receipt;
  const described = receipt.calls.map((call, index) => (calls.has(index) ? call : { ...call, description: call.function }));
  return { ...receipt, isPart: true, calls: described, movements, events };
}
