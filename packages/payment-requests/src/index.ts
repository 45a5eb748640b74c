export { amountMinorOf, amountText } from "./amounts.ts";
export { CODE_FAULT, CodeError, type CodeFault } from "./code-error.ts";
export { currencyNumber } from "./currency-number.ts";
export { crc16 } from "./emv/crc16.ts";
export { type CodeTemplate, decodeMerchantCode, encodeMerchantCode, MAX_CODE_BYTES, type MerchantCode } from "./emv/merchant-code.ts";
export { decodePayerCode, encodePayerCode, type PayerCode } from "./payer-code.ts";
export {
  decodePaymentRequest,
  encodePaymentRequest,
  isForChain,
  type Merchant,
  type PaymentRequest,
  type ReadRequest,
  requestedMinor,
} from "./payment-request.ts";
export { qrPng, qrSvg, qrText } from "./qr/draw-qr.ts";
export type { Picture } from "./qr/picture.ts";
export { readQr, readQrPng } from "./qr/read-qr.ts";
