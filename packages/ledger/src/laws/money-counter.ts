import type { MoveValue, RuntimeType, StructValue } from "@sycee/move-vm";

/** Sums of money by instrument, in minor units. */
export type MoneySums = Map<number, bigint>;

/** Adds all money inside a value to `sums`, times `sign`. */
export type MoneyCounter = (value: MoveValue, sign: 1n | -1n, sums: MoneySums) => void;

/**
 * Finds every `Money` inside values of any type, whatever module declared it: the money law does not trust the modules
 * to say where they keep it. Counters are made once per type; types that cannot hold money have none.
 */
export class MoneyCounters {
  private readonly moneyType: RuntimeType;
  private readonly byType = new Map<RuntimeType, MoneyCounter | undefined>();

  /** `moneyType` is `money::money::Money { instrument: u32, value: u64 }`; money inside values of the types in `except` is left out. */
  constructor(moneyType: RuntimeType, except: readonly RuntimeType[] = []) {
    this.moneyType = moneyType;
    for (const type of except) this.byType.set(type, undefined);
  }

  /** The counter of a type, `undefined` if its values cannot hold money. */
  of(type: RuntimeType): MoneyCounter | undefined {
    if (!this.byType.has(type)) this.byType.set(type, this.make(type));
    return this.byType.get(type);
  }

  private make(type: RuntimeType): MoneyCounter | undefined {
    if (type === this.moneyType) return countMoney;
    if (type.kind === "vector") {
      const element = this.of(type.element);
      if (element === undefined) return undefined;
      return (value, sign, sums) => {
        for (const item of asArray(value)) element(item, sign, sums);
      };
    }
    if (type.kind === "struct") return this.makeFields(type.fields);
    if (type.kind !== "enum") return undefined;
    const variants = type.variants.map((variant) => this.makeFields(variant.fields));
    if (variants.every((counter) => counter === undefined)) return undefined;
    return (value, sign, sums) => variants[asEnum(value).t]?.(value, sign, sums);
  }

  private makeFields(fields: readonly RuntimeType[]): MoneyCounter | undefined {
    const parts: { readonly field: `f${number}`; readonly count: MoneyCounter }[] = [];
    for (const [index, type] of fields.entries()) {
      const count = this.of(type);
      if (count !== undefined) parts.push({ field: `f${index}`, count });
    }
    if (parts.length === 0) return undefined;
    return (value, sign, sums) => {
      const owner = asStruct(value);
      for (const { field, count } of parts) count(owner[field] ?? missing(field), sign, sums);
    };
  }
}

function countMoney(value: MoveValue, sign: 1n | -1n, sums: MoneySums): void {
  const money = asStruct(value);
  const instrument = Number(money.f0);
  const amount = money.f1;
  if (amount === 0) return;
  if (typeof amount !== "number" && typeof amount !== "bigint") throw new Error("Money.value is not an integer");
  sums.set(instrument, (sums.get(instrument) ?? 0n) + sign * BigInt(amount));
}

function asArray(value: MoveValue): readonly MoveValue[] {
  if (!Array.isArray(value)) throw new Error("a vector value is not an array");
  return value;
}

function asStruct(value: MoveValue): StructValue {
  if (typeof value !== "object" || Array.isArray(value)) throw new Error("a struct value is not an object");
  return value;
}

function asEnum(value: MoveValue): { readonly t: number } {
  if (typeof value !== "object" || Array.isArray(value) || !("t" in value)) throw new Error("an enum value has no tag");
  return value;
}

function missing(field: string): never {
  throw new Error(`a struct value lacks ${field}`);
}
