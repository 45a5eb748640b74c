import type { InstantiatedType } from "../runtime/module-linker.ts";
import type { RuntimeType } from "../runtime/runtime-type.ts";

/**
 * A value on the operand stack while code is translated.
 * - `atom`: a literal, or a variable that does not change while it is on the stack: may be used any number of times
 * - `pending`: an expression not yet evaluated, only ever on top: used once, or settled into a temporary
 * - `field`, `element`, `box`: a mutable reference to a place that is not yet made an object
 *
 * An immutable reference to a primitive is the primitive itself: while the reference lives nobody can change it.
 */
export interface Operand extends InstantiatedType {
  readonly form: "atom" | "pending" | "field" | "element" | "box";
  /** The expression; of a place, the variable that holds its owner. */
  readonly code: string;
  /** Of a field its number, of an element the atom of its index. */
  readonly part: string;
}

/** Whether values of the type are JavaScript primitives, which references cannot point at by themselves. */
export function isPrimitive(type: RuntimeType): boolean {
  return type.kind !== "vector" && type.kind !== "struct" && type.kind !== "enum";
}

/** The operand stack of the block being translated, and the statements it gives rise to. */
export class OperandStack {
  readonly #operands: Operand[] = [];
  #statements: string[] = [];
  #temporaries = 0;

  /** Temporaries made so far, over all blocks. */
  get temporaries(): number {
    return this.#temporaries;
  }

  /** Operands on the stack. */
  get depth(): number {
    return this.#operands.length;
  }

  get isEmpty(): boolean {
    return this.#operands.length === 0;
  }

  /** Adds a statement, after what is pending: an operand is evaluated before all that follows it. */
  emit(statement: string): void {
    this.settle();
    this.#statements.push(statement);
  }

  /** Adds a statement that ends the block, after what is pending, and lets go of all operands. */
  abandon(statement: string): void {
    this.emit(statement);
    this.#operands.length = 0;
  }

  /** Takes the statements of the block. */
  finish(): string {
    if (!this.isEmpty) throw new Error("operands are left at the end of a block");
    const code = this.#statements.join("\n");
    this.#statements = [];
    return code;
  }

  /** A name for a new temporary. */
  temporary(): string {
    this.#temporaries += 1;
    return `t${this.#temporaries}`;
  }

  pushAtom(code: string, of: InstantiatedType): void {
    this.push({ form: "atom", code, part: "", reference: of.reference, type: of.type });
  }

  /** Pushes an expression that is evaluated now, in order with all statements. It must be safe to use as an operand. */
  pushExpression(code: string, of: InstantiatedType): void {
    this.push({ form: "pending", code, part: "", reference: of.reference, type: of.type });
  }

  push(operand: Operand): void {
    this.settle();
    this.#operands.push(operand);
  }

  pop(): Operand {
    const operand = this.#operands.pop();
    if (operand === undefined) throw new Error("the operand stack is empty");
    return operand;
  }

  /** Pops `count` operands; the first is the deepest. */
  popMany(count: number): Operand[] {
    const operands: Operand[] = [];
    for (let index = 0; index < count; index += 1) operands.unshift(this.pop());
    return operands;
  }

  /** Evaluates a pending top operand into a temporary. */
  settle(): void {
    const top = this.#operands.at(-1);
    if (top?.form !== "pending") return;
    this.#operands.pop();
    const code = this.atom(top);
    this.#operands.push({ ...top, form: "atom", code });
  }

  /** The operand as an expression to be used once, next. */
  expression(operand: Operand): string {
    if (operand.form === "atom" || operand.form === "pending") return operand.code;
    const { code, part, type } = operand;
    if (operand.form === "box") return code;
    if (operand.form === "element") return `new ${type.kind === "u8" ? "ByteReference" : "ElementReference"}(${code},${part})`;
    return isPrimitive(type) ? `new FieldReference(${code},${part})` : `${code}.f${part}`;
  }

  /** The operand as an atom. */
  atom(operand: Operand): string {
    if (operand.form === "atom") return operand.code;
    const name = this.temporary();
    this.emit(`const ${name}=${this.expression(operand)};`);
    return name;
  }

  /** Called before `local` is assigned: operands that are its old value keep it in a temporary. */
  release(local: string): void {
    for (const [index, operand] of this.#operands.entries()) {
      if (operand.code !== local && operand.part !== local) continue;
      let { code, part } = operand;
      if (code === local) code = this.#saved(local);
      if (part === local) part = this.#saved(local);
      this.#operands[index] = { ...operand, code, part };
    }
  }

  #saved(local: string): string {
    const name = this.temporary();
    this.emit(`const ${name}=${local};`);
    return name;
  }
}
