import type { Payer } from "./verification-meter.ts";

/**
 * How a borrow runs from one reference to another: a mark, then the labels of the fields or local on the way. With `EXACT`
 * that is all of the way, with `WITHIN` it goes on into any part of where the path leads.
 */
type Edge = string;

/** The edges between two references; made anew rather than changed, as graphs share them. */
type Edges = readonly Edge[];

const EXACT = "!";
const WITHIN = "?";
const ANYWHERE_WITHIN: Edges = [WITHIN];
/** More edges than this between two references become one that says "somewhere within". */
const EDGES_MAX = 10;

interface Reference {
  readonly isMutable: boolean;
  /** Edges to the references that borrow from this one; `undefined` for none. */
  borrowers: Map<number, Edges> | undefined;
  /** The references that this one borrows from. */
  readonly lenders: number[];
}

/**
 * Which reference may point into what another points to, of those that are alive at one point of a function (the borrow
 * graph of the reference Move verifier). Edges over-approximate: where there is none, two references are apart.
 */
export class BorrowGraph {
  readonly #references = new Map<number, Reference>();
  readonly #payer: Payer;

  constructor(payer: Payer) {
    this.#payer = payer;
  }

  add(id: number, isMutable: boolean): void {
    if (this.#references.has(id)) throw new Error("a reference is added twice");
    this.#payer.charge(2);
    this.#references.set(id, { isMutable, borrowers: undefined, lenders: [] });
  }

  isMutable(id: number): boolean {
    return this.#get(id).isMutable;
  }

  /** `borrower` points to exactly `path` below `lender`: what was borrowed from there is from now on borrowed from it. */
  borrow(lender: number, path: string, borrower: number): void {
    const { borrowers } = this.#get(lender);
    if (borrowers !== undefined) this.#handOver(lender, borrowers, path, borrower);
    this.#connect(lender, EXACT + path, borrower);
  }

  /** What is borrowed from `lender` at `path` or below it is from now on borrowed from `borrower`. */
  #handOver(lender: number, borrowers: Map<number, Edges>, path: string, borrower: number): void {
    for (const [other, edges] of borrowers) {
      this.#payer.charge(edges.length);
      const staying = edges.filter((edge) => !edge.startsWith(path, 1));
      if (staying.length === edges.length) continue;
      for (const edge of edges) {
        if (edge.startsWith(path, 1)) this.#connect(borrower, edge.slice(0, 1) + edge.slice(1 + path.length), other);
      }
      if (staying.length > 0) borrowers.set(other, staying);
      else {
        borrowers.delete(other);
        this.#forget(other, lender);
      }
    }
  }

  /** `borrower` points to some part of what `lender` points to, whichever. */
  borrowWithin(lender: number, borrower: number): void {
    this.#connect(lender, WITHIN, borrower);
  }

  /** Ends a reference. What borrowed from it borrows from then on from what it borrowed from. */
  release(id: number): void {
    const { borrowers, lenders } = this.#get(id);
    this.#payer.charge(2 + lenders.length);
    this.#references.delete(id);
    if (borrowers !== undefined) for (const borrower of borrowers.keys()) this.#forget(borrower, id);
    for (let index = 0; index < lenders.length; index += 1) {
      const lender = lenders[index];
      if (lender === undefined) break;
      const above = this.#get(lender).borrowers;
      const edgesAbove = above?.get(id) ?? [];
      above?.delete(id);
      if (borrowers === undefined) continue;
      for (const [borrower, edgesBelow] of borrowers) {
        if (borrower === lender) continue;
        for (const upper of edgesAbove) for (const lower of edgesBelow) this.#connect(lender, chain(upper, lower), borrower);
      }
    }
  }

  /** Whether something may point to all of what `id` points to, not only to a part that has a name. */
  isBorrowedWhole(id: number): boolean {
    return this.#someBorrower(id, (edge) => edge.length === 1);
  }

  /** Whether something may point to what `id` points to; with `label`, to that part of it or to all. */
  isBorrowed(id: number, label?: string): boolean {
    return this.#someBorrower(id, (edge) => touches(edge, label));
  }

  /** The same for mutable references only. */
  isMutablyBorrowed(id: number, label?: string): boolean {
    return this.#someBorrower(id, (edge, borrower) => touches(edge, label) && this.isMutable(borrower));
  }

  /** A copy in which references go by other numbers: those of `names`, and the rest as they are. */
  renamed(names: ReadonlyMap<number, number>): BorrowGraph {
    const copy = new BorrowGraph(this.#payer);
    const nameOf = (id: number) => names.get(id) ?? id;
    for (const [id, { isMutable, borrowers, lenders }] of this.#references) {
      this.#payer.charge(4 + 2 * (borrowers?.size ?? 0) + lenders.length);
      let renamed: Map<number, Edges> | undefined;
      if (borrowers !== undefined && borrowers.size > 0) {
        renamed = new Map();
        for (const [borrower, edges] of borrowers) renamed.set(nameOf(borrower), edges);
      }
      copy.#references.set(nameOf(id), { isMutable, borrowers: renamed, lenders: lenders.map(nameOf) });
    }
    if (copy.#references.size !== this.#references.size) throw new Error("two references got one name");
    return copy;
  }

  /** A copy that can change by itself. */
  copy(): BorrowGraph {
    const copy = new BorrowGraph(this.#payer);
    for (const [id, { isMutable, borrowers, lenders }] of this.#references) {
      this.#payer.charge(4 + 2 * (borrowers?.size ?? 0) + lenders.length);
      const own = borrowers === undefined || borrowers.size === 0 ? undefined : new Map(borrowers);
      copy.#references.set(id, { isMutable, borrowers: own, lenders: lenders.slice() });
    }
    return copy;
  }

  /** Whether every edge of another graph of the same references is one here or stands under one. */
  covers(other: BorrowGraph): boolean {
    for (const [id, { borrowers }] of other.#references) {
      if (borrowers === undefined) continue;
      const own = this.#get(id).borrowers;
      for (const [borrower, edges] of borrowers) {
        const known = own?.get(borrower) ?? [];
        this.#payer.charge(1 + edges.length * known.length);
        if (known !== edges && !edges.every((edge) => covers(known, edge))) return false;
      }
    }
    return true;
  }

  /** Takes in the edges of another graph of the same references that no edge here stands for; false if there are none. */
  join(other: BorrowGraph): boolean {
    let changed = false;
    for (const [id, { borrowers }] of other.#references) {
      if (borrowers === undefined) continue;
      const reference = this.#get(id);
      for (const [borrower, edges] of borrowers) {
        for (const edge of edges) {
          const known = reference.borrowers?.get(borrower) ?? [];
          this.#payer.charge(2 + known.length);
          if (covers(known, edge)) continue;
          this.#connect(id, edge, borrower);
          changed = true;
        }
      }
    }
    return changed;
  }

  #someBorrower(id: number, matches: (edge: Edge, borrower: number) => boolean): boolean {
    const { borrowers } = this.#get(id);
    if (borrowers === undefined || borrowers.size === 0) return false;
    for (const [borrower, edges] of borrowers) {
      this.#payer.charge(edges.length);
      for (const edge of edges) if (matches(edge, borrower)) return true;
    }
    return false;
  }

  #connect(lender: number, edge: Edge, borrower: number): void {
    if (lender === borrower) throw new Error("a reference cannot borrow from itself");
    this.#payer.charge(3);
    const reference = this.#get(lender);
    reference.borrowers ??= new Map();
    const edges = reference.borrowers.get(borrower);
    if (edges === undefined) {
      reference.borrowers.set(borrower, [edge]);
      this.#get(borrower).lenders.push(lender);
    } else if (!edges.includes(WITHIN) && !edges.includes(edge)) {
      reference.borrowers.set(borrower, edges.length >= EDGES_MAX ? ANYWHERE_WITHIN : [...edges, edge]);
    }
  }

  /** Takes a lender off a reference's list. */
  #forget(borrower: number, lender: number): void {
    const { lenders } = this.#get(borrower);
    this.#payer.charge(1 + (lenders.length >> 2));
    const index = lenders.indexOf(lender);
    if (index < 0) throw new Error("a borrow is known on one side only");
    lenders.splice(index, 1);
  }

  #get(id: number): Reference {
    const reference = this.#references.get(id);
    if (reference === undefined) throw new Error("a reference is used after its end");
    return reference;
  }
}

function touches(edge: Edge, label: string | undefined): boolean {
  return label === undefined || edge.length === 1 || edge.startsWith(label, 1);
}

function chain(upper: Edge, lower: Edge): Edge {
  return upper.startsWith(WITHIN) ? upper : lower.slice(0, 1) + upper.slice(1) + lower.slice(1);
}

/** Whether an edge is among these, or leads somewhere within one of them. */
function covers(edges: Edges, edge: Edge): boolean {
  return edges.some((known) => known === edge || (known.startsWith(WITHIN) && edge.startsWith(known.slice(1), 1)));
}
