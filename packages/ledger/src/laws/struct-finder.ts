import type { MoveValue, RuntimeType, StructType, StructValue } from "@sycee/move-vm";

/** Visits every value of one struct inside a value. */
export type StructVisitor = (value: MoveValue, visit: (found: StructValue) => void) => void;

/**
 * Finds the values of one struct inside values of any type, whatever module declared it. Visitors are made once per type;
 * types that cannot hold the struct have none.
 */
export class StructFinder {
  private readonly target: StructType;
  private readonly visitors = new Map<RuntimeType, StructVisitor | undefined>();

  constructor(target: StructType) {
    this.target = target;
  }

  /** The visitor of a type, `undefined` if its values cannot hold the struct. */
  of(type: RuntimeType): StructVisitor | undefined {
    if (!this.visitors.has(type)) this.visitors.set(type, this.make(type));
    return this.visitors.get(type);
  }

  private make(type: RuntimeType): StructVisitor | undefined {
    if (type === this.target) return (value, visit) => visit(value as StructValue);
    if (type.kind === "vector") {
      const element = this.of(type.element);
      return element && ((value, visit) => (value as MoveValue[]).forEach((item) => element(item, visit)));
    }
    if (type.kind === "struct") return this.makeFields(type.fields);
    if (type.kind !== "enum") return undefined;
    const variants = type.variants.map((variant) => this.makeFields(variant.fields));
    if (variants.every((variant) => variant === undefined)) return undefined;
    return (value, visit) => variants[(value as { t: number }).t]?.(value, visit);
  }

  private makeFields(fields: readonly RuntimeType[]): StructVisitor | undefined {
    const parts = fields.flatMap((type, index) => {
      const visitor = this.of(type);
      return visitor === undefined ? [] : [{ field: `f${index}` as const, visitor }];
    });
    if (parts.length === 0) return undefined;
    return (value, visit) => {
      for (const { field, visitor } of parts) visitor((value as StructValue)[field] as MoveValue, visit);
    };
  }
}
