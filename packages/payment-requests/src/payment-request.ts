import { type Address, addressFromBytes, addressToBytes } from "@sycee/protocol";
import { amountMinorOf, amountText } from "./amounts.ts";
import { fromBase64url, toBase64url } from "./base64url.ts";
import { CodeError } from "./code-error.ts";
import { currencyNumber } from "./currency-number.ts";
import { type CodeTemplate, decodeMerchantCode, encodeMerchantCode, type MerchantCode } from "./emv/merchant-code.ts";

/** Whose templates these are in a code: a UUID, drawn for this purpose. */
const IDENTIFIER = "2108ea3fd4a44767a2d6dabf4e24f43d";
// Templates: of the account, of the request, of the chain. None has room for all.
const ACCOUNT = "26";
const REQUEST = "80";
const CHAIN = "81";
/** So many bytes of a chain's id tell it from others. */
const CHAIN_BYTES = 8;

/** Who is to be paid, as a person reads it. */
export interface Merchant {
  /** Up to 25 characters of ASCII. */
  readonly name: string;
  /** Up to 15. */
  readonly city: string;
  /** Two letters, ISO 3166-1. */
  readonly country: string;
  /** Four digits, ISO 18245; `0000` if absent. */
  readonly categoryCode?: string;
  /** The same in another language, in any characters: a name of up to 25, a city of up to 15. */
  readonly alternate?: { readonly language: string; readonly name: string; readonly city?: string };
}

/** What a code asks for. */
export interface PaymentRequest {
  /** 32 bytes. */
  readonly chainId: Uint8Array;
  readonly payee: Address;
  /** The instrument's number. */
  readonly instrument: number;
  /** Its unit's code and decimals. */
  readonly unit: string;
  readonly decimals: number;
  readonly merchant: Merchant;
  /** The payer says how much if it is absent. */
  readonly amountMinor?: bigint;
  /** Up to 25 characters of ASCII. */
  readonly reference?: string;
  /** Where the request lies on the ledger, and until when it can be paid there: once. Without it the code is for any number of payments. */
  readonly once?: { readonly request: Address; readonly expiresMs: bigint };
}

/** What was read. Nothing in it is proved: the ledger refuses what differs from a request that is `once`. */
export interface ReadRequest {
  readonly payee: Address;
  readonly instrument: number;
  readonly currency: string;
  readonly merchant: Merchant;
  /** In the currency's unit, e.g. `23.72`. */
  readonly amount?: string;
  readonly reference?: string;
  /** `expiresMs` is in whole seconds, never later than the ledger's. */
  readonly once?: { readonly request: Address; readonly expiresMs: bigint };
  /** The first bytes of the chain's id. */
  readonly chain: Uint8Array;
}

/** Writes a request as a merchant-presented code: dynamic if it can be paid once, else static. Throws `CodeError`. */
export function encodePaymentRequest(request: PaymentRequest): string {
  const { merchant, once, amountMinor, reference } = request;
  const { alternate } = merchant;
  const code: MerchantCode = {
    initiation: once === undefined ? "static" : "dynamic",
    schemeAccounts: new Map(),
    accounts: [
      template(ACCOUNT, [
        ["01", toBase64url(addressToBytes(request.payee))],
        ["02", `${request.instrument}`],
      ]),
    ],
    categoryCode: merchant.categoryCode ?? "0000",
    currency: currencyNumber(request.unit),
    ...(amountMinor === undefined ? {} : { amount: amountText(amountMinor, request.decimals) }),
    country: merchant.country,
    merchantName: merchant.name,
    merchantCity: merchant.city,
    ...(reference === undefined ? {} : { additional: { reference } }),
    ...(alternate === undefined ? {} : { alternate: languageOf(alternate) }),
    templates: [
      ...(once === undefined
        ? []
        : [
            template(REQUEST, [
              ["01", toBase64url(addressToBytes(once.request))],
              ["02", `${once.expiresMs / 1000n}`],
            ]),
          ]),
      template(CHAIN, [["01", toBase64url(request.chainId.subarray(0, CHAIN_BYTES))]]),
    ],
  };
  return encodeMerchantCode(code);
}

/** Reads a code that asks for payment on a ledger of this kind. Throws `CodeError`: `not_ours` for other codes, and what `decodeMerchantCode` throws. */
export function decodePaymentRequest(text: string): ReadRequest {
  const code = decodeMerchantCode(text);
  const account = ours(code.accounts);
  const chain = ours(code.templates.filter(({ id }) => id === CHAIN));
  const once = code.templates.find(({ id, identifier }) => id === REQUEST && identifier === IDENTIFIER);
  if ((code.initiation === "dynamic") !== (once !== undefined)) throw new CodeError("bad_value", "01");
  const { alternate } = code;
  const reference = code.additional?.reference;
  return {
    payee: addressIn(account, "01"),
    instrument: Number(digitsIn(account, "02", 4_294_967_295n)),
    currency: code.currency,
    merchant: {
      name: code.merchantName,
      city: code.merchantCity,
      country: code.country,
      categoryCode: code.categoryCode,
      ...(alternate === undefined
        ? {}
        : {
            alternate: {
              language: alternate.language,
              name: alternate.merchantName,
              ...(alternate.merchantCity === undefined ? {} : { city: alternate.merchantCity }),
            },
          }),
    },
    ...(code.amount === undefined ? {} : { amount: code.amount }),
    ...(reference === undefined ? {} : { reference }),
    ...(once === undefined
      ? {}
      : { once: { request: addressIn(once, "01"), expiresMs: digitsIn(once, "02", 18_446_744_073_709_551n) * 1000n } }),
    chain: bytesIn(chain, "01", CHAIN_BYTES),
  };
}

/** Whether a code is for the chain of this id. */
export function isForChain(read: Pick<ReadRequest, "chain">, chainId: Uint8Array): boolean {
  return read.chain.length === CHAIN_BYTES && read.chain.every((byte, index) => byte === chainId[index]);
}

/** What a code asks for in minor units, `undefined` where the payer says how much. Throws `CodeError` `bad_value`. */
export function requestedMinor(read: Pick<ReadRequest, "amount">, decimals: number): bigint | undefined {
  return read.amount === undefined ? undefined : amountMinorOf(read.amount, decimals);
}

function template(id: string, data: readonly (readonly [string, string])[]): CodeTemplate {
  return { id, identifier: IDENTIFIER, data: new Map(data) };
}

function languageOf(alternate: NonNullable<Merchant["alternate"]>): NonNullable<MerchantCode["alternate"]> {
  const { language, name, city } = alternate;
  return { language, merchantName: name, ...(city === undefined ? {} : { merchantCity: city }) };
}

function ours(templates: readonly CodeTemplate[]): CodeTemplate {
  const found = templates.find(({ identifier }) => identifier === IDENTIFIER);
  if (found === undefined) throw new CodeError("not_ours");
  return found;
}

function valueIn({ id, data }: CodeTemplate, field: string): string {
  const value = data.get(field);
  if (value === undefined) throw new CodeError("missing", `${id}.${field}`);
  return value;
}

function bytesIn(from: CodeTemplate, field: string, length: number): Uint8Array {
  const bytes = fromBase64url(valueIn(from, field));
  if (bytes?.length !== length) throw new CodeError("bad_value", `${from.id}.${field}`);
  return bytes;
}

function addressIn(from: CodeTemplate, field: string): Address {
  return addressFromBytes(bytesIn(from, field, 32));
}

function digitsIn(from: CodeTemplate, field: string, most: bigint): bigint {
  const value = valueIn(from, field);
  if (!/^(0|[1-9]\d{0,19})$/.test(value) || BigInt(value) > most) throw new CodeError("bad_value", `${from.id}.${field}`);
  return BigInt(value);
}
