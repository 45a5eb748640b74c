/** An amount of minor units as a decimal: `1234n` with two decimals is `12.34`. Exact. */
export function decimalOf(amountMinor: bigint | string, decimals: number): string {
  const amount = BigInt(amountMinor);
  const digits = (amount < 0n ? -amount : amount).toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  return `${amount < 0n ? "-" : ""}${whole}${decimals === 0 ? "" : `.${digits.slice(-decimals)}`}`;
}

/** Minor units of what somebody typed (`1,234.50`, `1234.5`, `１２．５`); `undefined` if it is no amount, or finer than the unit. */
export function minorOf(text: string, decimals: number): bigint | undefined {
  const [, whole, fraction = ""] = /^\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d*))?\s*$/.exec(halfWidth(text)) ?? [];
  if (whole === undefined || fraction.length > decimals) return undefined;
  return BigInt(whole.replaceAll(",", "") + fraction.padEnd(decimals, "0"));
}

/** What is wrong with an amount that somebody typed to be paid, which is more than zero; `undefined` if nothing is. */
export function amountFault(
  text: string,
  decimals: number,
): "amountMissing" | "amountNoNumber" | "amountNotPositive" | "amountTooFine" | undefined {
  if (text.trim() === "") return "amountMissing";
  const [, sign, digits = ""] = /^\s*([-−]?)\s*(.*)$/s.exec(halfWidth(text)) ?? [];
  // No unit has so many decimals.
  const fine = minorOf(digits, digits.length);
  if (fine === undefined) return "amountNoNumber";
  if (sign !== "" || fine === 0n) return "amountNotPositive";
  return minorOf(digits, decimals) === undefined ? "amountTooFine" : undefined;
}

/** Digits, points, commas and minus signs as wide as a Chinese character, as its keyboards write them, in their usual width. */
function halfWidth(text: string): string {
  return text.replaceAll(/[\uff0c-\uff0e\uff10-\uff19]/gu, (wide) => String.fromCodePoint((wide.codePointAt(0) ?? 0) - 0xfee0));
}

/** An amount as the chosen language writes it: `¥12.34`, or `12.34 XYZ` for a unit that no locale knows. */
export function formatMoney(
  amountMinor: bigint | string,
  { unit, decimals }: { readonly unit: string; readonly decimals: number },
  language: string,
): string {
  const isCurrency = /^[A-Z]{3}$/.test(unit);
  const options: Intl.NumberFormatOptions = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  if (isCurrency) Object.assign(options, { style: "currency", currency: unit, currencyDisplay: "narrowSymbol" });
  // A decimal in text is formatted exactly (ECMA-402, since 2023); a number would lose digits.
  const text = new Intl.NumberFormat(language, options).format(decimalOf(amountMinor, decimals) as Intl.StringNumericLiteral);
  return isCurrency ? text : `${text} ${unit}`;
}

/** An amount in short for charts and tiles: `¥1.2B`. Not exact. */
export function formatMoneyShort(
  amountMinor: bigint | string,
  { unit, decimals }: { readonly unit: string; readonly decimals: number },
  language: string,
): string {
  const isCurrency = /^[A-Z]{3}$/.test(unit);
  const options: Intl.NumberFormatOptions = { notation: "compact", maximumFractionDigits: 2 };
  if (isCurrency) Object.assign(options, { style: "currency", currency: unit, currencyDisplay: "narrowSymbol" });
  const text = new Intl.NumberFormat(language, options).format(Number(decimalOf(amountMinor, decimals)));
  return isCurrency ? text : `${text} ${unit}`;
}
