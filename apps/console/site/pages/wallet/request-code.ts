import { encodePaymentRequest, type Merchant } from "@sycee/payment-requests";
import { type Address, hexToBytes, type InstrumentJson, type PaymentRequestJson } from "@sycee/protocol";
import { openPaymentRequest, paymentRequestAddress, randomNonces } from "@sycee/sdk";
import { client } from "../../app/client.ts";
import { lastPlace, placeInCode } from "./merchant-place.ts";

/** What a code says of a name, a purpose: printable ASCII of at most 25 characters. */
const PLAIN_TEXT = /^[ -~]{1,25}$/;

/** A request that is on the ledger, and its code. */
export interface ShownRequest {
  readonly code: string;
  readonly request: Address;
  readonly expiresMs: bigint;
  readonly instrument: Pick<InstrumentJson, "instrument" | "symbol" | "unit" | "decimals">;
  /** Minor units; `undefined` where the payer says how much. */
  readonly amountMinor: bigint | undefined;
  /** What it is for; may be empty. */
  readonly reference: string;
}

/** What a payee asks for. `minutes` are until it expires. */
export interface Asked {
  readonly amountMinor: bigint | undefined;
  readonly merchant: Merchant;
  readonly reference: string;
  readonly minutes: number;
}

/** The call that opens a request, and what to show once it is on the ledger. */
export async function newRequest(payee: Address, instrument: InstrumentJson, { amountMinor, merchant, reference, minutes }: Asked) {
  const { timeMs, chainId } = await client.status();
  const number = randomNonces()();
  const expiresMs = BigInt(timeMs) + BigInt(minutes) * 60_000n;
  const request = paymentRequestAddress(payee, number);
  const amount = amountMinor === undefined ? {} : { amountMinor };
  const call = openPaymentRequest({ number, instrument: instrument.instrument, expiresMs, reference, ...amount });
  const terms = { request, expiresMs, instrument, amountMinor, reference };
  const shown: ShownRequest = { ...terms, code: codeOf(terms, { payee, merchant, chainId }) };
  return { call, shown };
}

/** The code of a request as it stands on the ledger, which knows the payee's address alone: `name` is what the payer reads. */
export async function codeOnLedger(at: string, name: string): Promise<ShownRequest> {
  const [{ chainId }, found] = await Promise.all([client.status(), client.economy.paymentRequest(at as Address)]);
  const payee = found.payee as Address;
  const { symbol, unit, decimals } = found;
  const terms = {
    request: at as Address,
    expiresMs: BigInt(found.expiresMs),
    instrument: { instrument: found.instrument, symbol, unit, decimals },
    amountMinor: found.amountMinor === null ? undefined : BigInt(found.amountMinor),
    reference: found.reference,
  };
  const merchant = { name: PLAIN_TEXT.test(name) ? name : payee.slice(0, 18), ...placeInCode(lastPlace()) };
  return { ...terms, code: codeOf(terms, { payee, merchant, chainId }) };
}

/** What has become of a request: `gone` where it was withdrawn or never made. */
export type RequestStanding = PaymentRequestJson["state"] | "gone";

function codeOf(
  { request, expiresMs, instrument, amountMinor, reference }: Omit<ShownRequest, "code">,
  { payee, merchant, chainId }: { readonly payee: Address; readonly merchant: Merchant; readonly chainId: string },
): string {
  return encodePaymentRequest({
    chainId: hexToBytes(chainId) ?? new Uint8Array(),
    payee,
    instrument: instrument.instrument,
    unit: instrument.unit,
    decimals: instrument.decimals,
    merchant,
    ...(amountMinor === undefined ? {} : { amountMinor }),
    // The ledger keeps longer purposes, and in any characters.
    ...(PLAIN_TEXT.test(reference) ? { reference } : {}),
    once: { request, expiresMs },
  });
}
