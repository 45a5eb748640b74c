/** Where a payee is: a code must say it (EMVCo merchant-presented mode, fields 58 and 60). */
export interface MerchantPlace {
  /** Up to 15 characters of printable ASCII. */
  readonly city: string;
  /** Two letters of ISO 3166-1. */
  readonly country: string;
}

const KEY = "sycee.merchant-place";
/** What stands in a code for a city that is not told: the field must not be empty. */
export const NO_CITY = "-";

/** What was said last in this browser; no city and China at first. */
export function lastPlace(): MerchantPlace {
  const [country = "", city = ""] = (localStorage.getItem(KEY) ?? "").split("\n");
  return { city: isCity(city) ? city : "", country: isCountry(country) ? country : "CN" };
}

export function rememberPlace({ city, country }: MerchantPlace): void {
  localStorage.setItem(KEY, `${country}\n${city}`);
}

/** Whether a city can stand in a code; nothing can, too. */
export function isCity(text: string): boolean {
  return /^[ -~]{0,15}$/.test(text);
}

export function isCountry(text: string): boolean {
  return /^[A-Z]{2}$/.test(text);
}

/** A place as a code has it. */
export function placeInCode({ city, country }: MerchantPlace): MerchantPlace {
  return { city: city.trim() === "" ? NO_CITY : city.trim(), country };
}
