import type { Identity } from "../identity/identity.ts";
import type { Names } from "../identity/names.ts";
import { minorOf } from "../components/money.ts";

/** What is read from each kind of field. Amounts are minor units, percentages hundredths of a per cent. */
export interface FieldValues {
  readonly text: string;
  readonly choice: string;
  readonly amount: bigint;
  readonly limit: bigint | undefined;
  readonly percent: number;
  readonly whole: bigint;
  /** At least one. */
  readonly wholes: readonly bigint[];
  readonly holder: Identity["address"];
  /** None where nothing is written. */
  readonly holders: readonly Identity["address"][];
}

/** One thing that a form of an act asks for. */
export interface Field {
  readonly kind: keyof FieldValues;
  readonly label: string;
  readonly description?: string;
  /** What stands in it at first. */
  readonly initial?: string;
  /** What a `choice` can be; names that are offered for a `holder`, where not all that are known here. */
  readonly data?: readonly { readonly value: string; readonly label: string }[];
}

export type Fields = Readonly<Record<string, Field>>;
export type ValuesOf<F extends Fields> = { readonly [Name in keyof F]: FieldValues[F[Name]["kind"]] };

/** What a text in a field says, in an object of one member; `undefined` if it says nothing that the field takes. */
export function readField(
  { kind, data = [] }: Field,
  text: string,
  { decimals, names }: { readonly decimals: number; readonly names: Names },
): { readonly value: FieldValues[keyof FieldValues] } | undefined {
  const trimmed = text.trim();
  switch (kind) {
    case "text":
      return trimmed === "" ? undefined : { value: trimmed };
    case "choice":
      return data.some(({ value }) => value === text) ? { value: text } : undefined;
    case "amount":
      return positive(minorOf(text, decimals));
    case "limit":
      return trimmed === "" ? { value: undefined } : present(minorOf(text, decimals));
    case "percent":
      return percent(minorOf(text, 2));
    case "whole":
      return present(wholeOf(trimmed));
    case "wholes":
      return present(allOf(trimmed, wholeOf));
    case "holder":
      return present(names.find(text));
    case "holders":
      return trimmed === "" ? { value: [] } : present(allOf(trimmed, (part) => names.find(part)));
  }
}

function present<T>(value: T | undefined): { readonly value: T } | undefined {
  return value === undefined ? undefined : { value };
}

function wholeOf(text: string): bigint | undefined {
  return /^\d{1,18}$/.test(text) ? BigInt(text) : undefined;
}

/** What each part between commas says; `undefined` if one says nothing. */
function allOf<T>(text: string, read: (part: string) => T | undefined): readonly T[] | undefined {
  const parts = text.split(/[,，]/u).map((part) => read(part.trim()));
  const known = parts.filter((part) => part !== undefined);
  return known.length === parts.length ? known : undefined;
}

function positive(minor: bigint | undefined) {
  return minor === undefined || minor === 0n ? undefined : { value: minor };
}

function percent(points: bigint | undefined) {
  return points === undefined || points > 10_000n ? undefined : { value: Number(points) };
}
