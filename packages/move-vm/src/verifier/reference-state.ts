import { BorrowGraph } from "./borrow-graph.ts";
import type { Payer } from "./verification-meter.ts";

/** An operand or local: the number of a reference, or `VALUE` for anything else. */
export type Operand = number;

export const VALUE: Operand = -1;

/**
 * The references alive at one point of a function. Between blocks a local's reference goes by the local's number, so that
 * states can be compared; the function's own frame, which lends its locals, is the reference after them.
 */
export class ReferenceState {
  readonly locals: Operand[];
  readonly graph: BorrowGraph;

  private constructor(locals: Operand[], graph: BorrowGraph) {
    this.locals = locals;
    this.graph = graph;
  }

  /** The state at a function's start. `parameters` tells of each whether it is a value, or a reference that is mutable. */
  static atStart(parameters: readonly ("value" | "reference" | "mutable-reference")[], localCount: number, payer: Payer): ReferenceState {
    payer.charge(localCount);
    const graph = new BorrowGraph(payer);
    const locals = new Array<Operand>(localCount).fill(VALUE);
    for (let index = 0; index < parameters.length; index += 1) {
      const kind = parameters[index];
      if (kind === "value") continue;
      graph.add(index, kind === "mutable-reference");
      locals[index] = index;
    }
    graph.add(localCount, true);
    return new ReferenceState(locals, graph);
  }

  /** The reference that lends the function's locals. */
  get frame(): number {
    return this.locals.length;
  }

  newReference(isMutable: boolean): number {
    return this.graph.addNext(isMutable);
  }

  /** Ends an operand that is a reference. */
  release(operand: Operand): void {
    if (operand !== VALUE) this.graph.release(operand);
  }

  /** A copy that can change by itself. */
  copy(): ReferenceState {
    return new ReferenceState(this.locals.slice(), this.graph.copy());
  }

  /** Whether each local's reference has the local's number. */
  get isCanonical(): boolean {
    const { locals } = this;
    for (let index = 0; index < locals.length; index += 1) if (locals[index] !== VALUE && locals[index] !== index) return false;
    return true;
  }

  /** A copy in which each local's reference has the local's number. There must be no other references, but the frame's. */
  canonical(): ReferenceState {
    const names = new Map<number, number>();
    const locals = this.locals.slice();
    for (let index = 0; index < locals.length; index += 1) {
      const operand = locals[index] ?? VALUE;
      if (operand === VALUE || operand === index) continue;
      names.set(operand, index);
      locals[index] = index;
    }
    return new ReferenceState(locals, this.graph.renamed(names, this.frame + 1));
  }

  #hasSameLocals({ locals }: ReferenceState): boolean {
    for (let index = 0; index < locals.length; index += 1) if (this.locals[index] !== locals[index]) return false;
    return true;
  }

  /** What holds after this state or after `other`, both canonical; `undefined` if that is this one. */
  join(other: ReferenceState): ReferenceState | undefined {
    const same = this.#hasSameLocals(other);
    if (same && this.graph.covers(other.graph)) return undefined;
    const joined = this.copy();
    const incoming = same ? other : other.copy();
    let changed = false;
    for (let index = 0; index < joined.locals.length; index += 1) {
      const own = joined.locals[index] ?? VALUE;
      const others = incoming.locals[index] ?? VALUE;
      if (own === others) continue;
      // A local that holds a reference on one way only is unavailable: the locals pass saw to that.
      if (own !== VALUE) changed = true;
      joined.release(own);
      incoming.release(others);
      joined.locals[index] = VALUE;
    }
    return joined.graph.join(incoming.graph) || changed ? joined : undefined;
  }
}
