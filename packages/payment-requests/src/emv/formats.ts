/** Forms that values of data objects have. Each says whether a value has it. */
export type Format = (value: string) => boolean;

/** Alphanumeric special: the common character set of EMV Book 4, up to so many characters. */
export const ans =
  (most: number): Format =>
  (value) =>
    value.length <= most && /^[\x20-\x7e]+$/.test(value);

/** Any characters, up to so many, but none that controls what is displayed: no line of its own, nothing turned round to read as something else. */
export const text =
  (most: number): Format =>
  (value) =>
    Array.from(value).length <= most && !/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u.test(value);

/** So many digits. */
export const digits =
  (count: number): Format =>
  (value) =>
    value.length === count && /^\d+$/.test(value);

/** Digits with at most one point as the decimal mark, `98`, `98.` or `98.73`, not zero, of up to 13 characters. */
export const amount: Format = (value) => value.length <= 13 && /^\d+(\.\d*)?$/.test(value) && /[1-9]/.test(value);

/** A percentage from 00.01 to 99.99, of up to five characters. */
export const percentage: Format = (value) => value.length <= 5 && /^\d{1,2}(\.\d{0,2})?$/.test(value) && /[1-9]/.test(value);

/** Two letters: a country of ISO 3166-1, a language of ISO 639. */
export const letters: Format = (value) => /^[A-Za-z]{2}$/.test(value);

/** One of some values. */
export const oneOf =
  (...values: readonly string[]): Format =>
  (value) =>
    values.includes(value);

/** What an application is asked to add: address, mobile number, e-mail; each at most once. */
export const consumerData: Format = (value) => /^[AME]{1,3}$/.test(value) && new Set(value).size === value.length;

/** Three characters: medium, location and presence of the merchant. */
export const channel: Format = (value) => value.length === 3 && ans(3)(value);
