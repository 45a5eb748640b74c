import {
  CodeError,
  decodePayerCode,
  decodePaymentRequest,
  encodePayerCode,
  encodePaymentRequest,
  qrPng,
  qrSvg,
  readQrPng,
} from "@sycee/payment-requests";
import { parseAddress } from "@sycee/protocol";

/** What is asked for, and a change of the code's text. */
export interface PageRequest {
  readonly name: string;
  readonly amountMinor: string;
  readonly from: string;
  readonly to: string;
}

/** Writes each request, draws it, reads it from the picture and says what came out, or why not. */
export function run(requests: readonly PageRequest[]): string[] {
  const payee = parseAddress("0x5ea");
  if (payee === undefined) throw new Error("0x5ea is an address");
  return requests.map(({ name, amountMinor, from, to }) => {
    const merchant = { name: "Tea House", city: "Shanghai", country: "CN", alternate: { language: "ZH", name } };
    const once = { request: payee, expiresMs: 1_767_268_860_000n };
    const chainId = new Uint8Array(32).fill(7);
    const asked = { chainId, payee, instrument: 2, unit: "CNY", decimals: 2, merchant, amountMinor: BigInt(amountMinor), once };
    try {
      const code = encodePaymentRequest(asked).replace(from, to);
      const read = decodePaymentRequest(readQrPng(qrPng(code, 3)));
      const shown = {
        chain: read.chain,
        payer: payee,
        instrument: 2,
        limitMinor: 5n,
        expiresMs: 6n,
        number: 7n,
        signature: new Uint8Array(64),
      };
      const payer = decodePayerCode(readQrPng(qrPng(encodePayerCode(shown), 3)));
      return `${code} ${read.merchant.alternate?.name} ${read.amount} ${payer.payer} ${qrSvg(code).length}`;
    } catch (error) {
      if (error instanceof CodeError) return error.code;
      throw error;
    }
  });
}
