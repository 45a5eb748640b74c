/**
 * How a borrow runs from one reference to another: a mark, then one character for each field or local on the way. With
 * `EXACT` that is all of the way, with `WITHIN` it goes on into any part of where the path leads.
 */
type Edge = string;

const EXACT = "!";
const WITHIN = "?";
/** More edges than this between two references become one that says "somewhere within". */
const EDGES_MAX = 10;

interface Reference {
  readonly isMutable: boolean;
  /** Edges to the references that borrow from this one. */
  readonly borrowers: Map<number, Set<Edge>>;
  /** The references that this one borrows from. */
  readonly lenders: Set<number>;
}

/**
 * Which reference may point into what another points to, of those that are alive at one point of a function (the borrow
 * graph of the reference Move verifier). Edges over-approximate: where there is none, two references are apart.
 */
export class BorrowGraph {
  readonly #references = new Map<number, Reference>();
  readonly #charge: (units: number) => void;

  constructor(charge: (units: number) => void) {
    this.#charge = charge;
  }

  add(id: number, isMutable: boolean): void {
    if (this.#references.has(id)) throw new Error("a reference is added twice");
    this.#charge(2);
    this.#references.set(id, { isMutable, borrowers: new Map(), lenders: new Set() });
  }

  isMutable(id: number): boolean {
    return this.#get(id).isMutable;
  }

  /** `borrower` points to exactly `path` below `lender`: what was borrowed from there is from now on borrowed from it. */
  borrow(lender: number, path: string, borrower: number): void {
    const { borrowers } = this.#get(lender);
    for (const [other, edges] of borrowers) {
      for (const edge of edges) {
        this.#charge(1);
        if (!edge.startsWith(path, 1)) continue;
        edges.delete(edge);
        this.#connect(borrower, edge.slice(0, 1) + edge.slice(1 + path.length), other);
      }
      if (edges.size > 0) continue;
      borrowers.delete(other);
      this.#get(other).lenders.delete(lender);
    }
    this.#connect(lender, EXACT + path, borrower);
  }

  /** `borrower` points to some part of what `lender` points to, whichever. */
  borrowWithin(lender: number, borrower: number): void {
    this.#connect(lender, WITHIN, borrower);
  }

  /** Ends a reference. What borrowed from it borrows from then on from what it borrowed from. */
  release(id: number): void {
    const { borrowers, lenders } = this.#get(id);
    this.#references.delete(id);
    for (const lender of lenders) {
      const above = this.#get(lender).borrowers;
      const edgesAbove = above.get(id) ?? new Set<Edge>();
      above.delete(id);
      for (const upper of edgesAbove) {
        for (const [borrower, edgesBelow] of borrowers) {
          for (const lower of edgesBelow) {
            this.#charge(2);
            if (borrower !== lender) this.#connect(lender, chain(upper, lower), borrower);
          }
        }
      }
    }
    for (const borrower of borrowers.keys()) this.#get(borrower).lenders.delete(id);
    this.#charge(2 + borrowers.size + lenders.size);
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
    const copy = new BorrowGraph(this.#charge);
    const nameOf = (id: number) => names.get(id) ?? id;
    for (const [id, { isMutable, borrowers, lenders }] of this.#references) {
      const edges = new Map<number, Set<Edge>>();
      for (const [borrower, set] of borrowers) {
        this.#charge(2 + set.size);
        edges.set(nameOf(borrower), new Set(set));
      }
      this.#charge(4 + lenders.size);
      copy.#references.set(nameOf(id), { isMutable, borrowers: edges, lenders: new Set([...lenders].map(nameOf)) });
    }
    if (copy.#references.size !== this.#references.size) throw new Error("two references got one name");
    return copy;
  }

  /** Whether every edge of another graph of the same references is one here or stands under one. */
  covers(other: BorrowGraph): boolean {
    for (const [id, { borrowers }] of other.#references) {
      const own = this.#get(id).borrowers;
      for (const [borrower, edges] of borrowers) {
        const known = own.get(borrower);
        this.#charge(1 + edges.size);
        for (const edge of edges) if (!covers(known, edge)) return false;
      }
    }
    return true;
  }

  /** Takes in the edges of another graph of the same references that no edge here stands for; false if there are none. */
  join(other: BorrowGraph): boolean {
    let changed = false;
    for (const [id, { borrowers }] of other.#references) {
      const own = this.#get(id).borrowers;
      for (const [borrower, edges] of borrowers) {
        for (const edge of edges) {
          this.#charge(2 + (own.get(borrower)?.size ?? 0));
          if (covers(own.get(borrower), edge)) continue;
          this.#connect(id, edge, borrower);
          changed = true;
        }
      }
    }
    return changed;
  }

  #someBorrower(id: number, matches: (edge: Edge, borrower: number) => boolean): boolean {
    for (const [borrower, edges] of this.#get(id).borrowers) {
      this.#charge(edges.size);
      for (const edge of edges) if (matches(edge, borrower)) return true;
    }
    return false;
  }

  #connect(lender: number, edge: Edge, borrower: number): void {
    if (lender === borrower) throw new Error("a reference cannot borrow from itself");
    this.#charge(2);
    const { borrowers } = this.#get(lender);
    const edges = borrowers.get(borrower);
    this.#get(borrower).lenders.add(lender);
    if (edges === undefined) borrowers.set(borrower, new Set([edge]));
    else if (edges.has(WITHIN)) return;
    else if (edges.size >= EDGES_MAX) borrowers.set(borrower, new Set([WITHIN]));
    else edges.add(edge);
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

function covers(edges: ReadonlySet<Edge> | undefined, edge: Edge): boolean {
  if (edges === undefined) return false;
  if (edges.has(edge)) return true;
  for (const known of edges) if (known.startsWith(WITHIN) && edge.startsWith(known.slice(1), 1)) return true;
  return false;
}
