import { amount, ans, channel, consumerData, digits, type Format, letters, oneOf, percentage, text } from "./formats.ts";

/** A data object of a fixed meaning. */
interface Field {
  readonly id: string;
  readonly format: Format;
  readonly isMandatory?: true;
}

/** The name of each field by what it means. */
type Layout<Name extends string> = { readonly [Key in Name]: Field };

/** Under the root, besides accounts and templates. EMV QR Code Specification, Merchant-Presented Mode 1.1, section 4. */
export const ROOT = {
  initiation: { id: "01", format: oneOf("11", "12") },
  categoryCode: { id: "52", format: digits(4), isMandatory: true },
  currency: { id: "53", format: digits(3), isMandatory: true },
  amount: { id: "54", format: amount },
  tipIndicator: { id: "55", format: oneOf("01", "02", "03") },
  fixedFee: { id: "56", format: amount },
  feePercentage: { id: "57", format: percentage },
  country: { id: "58", format: letters, isMandatory: true },
  merchantName: { id: "59", format: ans(25), isMandatory: true },
  merchantCity: { id: "60", format: ans(15), isMandatory: true },
  postalCode: { id: "61", format: ans(10) },
} as const satisfies Layout<string>;

/** Of the additional data field template, 62. Table 3.7. */
export const ADDITIONAL = {
  billNumber: { id: "01", format: ans(25) },
  mobileNumber: { id: "02", format: ans(25) },
  storeLabel: { id: "03", format: ans(25) },
  loyaltyNumber: { id: "04", format: ans(25) },
  reference: { id: "05", format: ans(25) },
  customerLabel: { id: "06", format: ans(25) },
  terminalLabel: { id: "07", format: ans(25) },
  purpose: { id: "08", format: ans(25) },
  consumerData: { id: "09", format: consumerData },
  taxId: { id: "10", format: ans(20) },
  channel: { id: "11", format: channel },
} as const satisfies Layout<string>;

/** Of the language template, 64. Table 3.8. */
export const LANGUAGE = {
  language: { id: "00", format: letters, isMandatory: true },
  merchantName: { id: "01", format: text(25), isMandatory: true },
  merchantCity: { id: "02", format: text(15) },
} as const satisfies Layout<string>;

/** What stands first in templates of accounts (26 to 51) and in unreserved ones (80 to 99): whose the rest is. */
export const TEMPLATE = { identifier: { id: "00", format: ans(32), isMandatory: true } } as const satisfies Layout<string>;

/** The values of a layout; those that must be there, and others. */
export type Values<L extends Layout<string>> = {
  readonly [Name in keyof L as L[Name] extends { readonly isMandatory: true } ? Name : never]: string;
} & { readonly [Name in keyof L as L[Name] extends { readonly isMandatory: true } ? never : Name]?: string };
