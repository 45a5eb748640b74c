// ISO 4217, numeric codes.
const NUMBERS: Readonly<Record<string, string>> = {
  AUD: "036",
  BND: "096",
  CAD: "124",
  CHF: "756",
  CNY: "156",
  CZK: "203",
  EUR: "978",
  GBP: "826",
  HKD: "344",
  IDR: "360",
  INR: "356",
  JPY: "392",
  KHR: "116",
  KRW: "410",
  LAK: "418",
  MMK: "104",
  MYR: "458",
  NZD: "554",
  PHP: "608",
  PLN: "985",
  SEK: "752",
  SGD: "702",
  THB: "764",
  TWD: "901",
  USD: "840",
  VND: "704",
};

/** ISO 4217's number for what is no currency: a unit that the standard does not know. */
const NO_CURRENCY = "999";

/** The three digits by which a code names a unit of account, `156` for `CNY`. */
export function currencyNumber(unit: string): string {
  return NUMBERS[unit] ?? NO_CURRENCY;
}
