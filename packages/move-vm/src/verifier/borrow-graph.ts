import { type Edge, type Edges, below, chain, covers, exactly, isBelow, isWhole, touches, WITHIN, withEdge } from "./borrow-edge.ts";
import { missing } from "./module-scope.ts";
import { copied, having, NONE, without } from "./short-list.ts";
import type { Payer } from "./verification-meter.ts";

interface Reference {
  /** The graph that may change this one; others look at it only. */
  readonly owner: object;
  readonly isMutable: boolean;
  /** The references that borrow from this one. `NONE` is not written to, as in `edges` and `lenders`. */
  borrowers: number[];
  /** The edges to each of them. */
  edges: Edges[];
  /** The references that this one borrows from. */
  lenders: number[];
}

/**
 * Which reference may point into what another points to, of those that are alive at one point of a function (the borrow
 * graph of the reference Move verifier). Edges over-approximate: where there is none, two references are apart.
 *
 * Copies share their references until one of them changes: blocks are many, and each changes few.
 * Its fields are private by type alone: an engine that has not compiled this yet looks a `#` field up as it would any key.
 */
export class BorrowGraph {
  /** By number: those of locals, the frame's and within a block others after it. The last one is alive. */
  private references: (Reference | undefined)[] = [];
  private owner: object = {};
  private readonly payer: Payer;
  /** References alive, and pairs of which one borrows from the other. */
  private alive = 0;
  private pairs = 0;

  constructor(payer: Payer) {
    this.payer = payer;
  }

  add(id: number, isMutable: boolean): void {
    if (this.references[id] !== undefined) throw new Error("a reference is added twice");
    this.payer.charge(2);
    this.references[id] = { owner: this.owner, isMutable, borrowers: NONE, edges: NONE, lenders: NONE };
    this.alive += 1;
  }

  /** Adds a reference under a number above all others, and gives that. */
  addNext(isMutable: boolean): number {
    const id = this.references.length;
    this.add(id, isMutable);
    return id;
  }

  isMutable(id: number): boolean {
    return this.get(id).isMutable;
  }

  /** `borrower` points to exactly `path` below `lender`: what was borrowed from there is from now on borrowed from it. */
  borrow(lender: number, path: string, borrower: number): void {
    if (this.get(lender).borrowers.length > 0) this.handOver(lender, path, borrower);
    this.connect(lender, exactly(path), borrower);
  }

  /** What is borrowed from `lender` at `path` or below it is from now on borrowed from `borrower`. */
  private handOver(lender: number, path: string, borrower: number): void {
    const from = this.own(lender);
    for (let index = 0; index < from.borrowers.length; ) {
      const other = from.borrowers[index] ?? missing();
      const edges = from.edges[index] ?? missing();
      this.payer.charge(edges.length);
      const staying = edges.filter((edge) => !isBelow(edge, path));
      if (staying.length === edges.length) {
        index += 1;
        continue;
      }
      if (staying.length === 0) {
        from.borrowers = without(from.borrowers, index);
        from.edges = without(from.edges, index);
        this.forget(other, lender);
      } else {
        from.edges[index] = staying;
        index += 1;
      }
      for (const edge of edges) {
        if (isBelow(edge, path)) this.connect(borrower, below(edge, path), other);
      }
    }
  }

  /** `borrower` points to some part of what `lender` points to, whichever. */
  borrowWithin(lender: number, borrower: number): void {
    this.connect(lender, WITHIN, borrower);
  }

  /** Ends a reference. What borrowed from it borrows from then on from what it borrowed from. */
  release(id: number): void {
    const { borrowers, edges, lenders } = this.get(id);
    this.payer.charge(2 + lenders.length);
    this.remove(id);
    for (let index = 0; index < borrowers.length; index += 1) this.forget(borrowers[index] ?? missing(), id);
    for (let each = 0; each < lenders.length; each += 1) {
      const lender = lenders[each] ?? missing();
      const above = this.own(lender);
      this.payer.charge(above.borrowers.length >> 4);
      const place = above.borrowers.indexOf(id);
      const edgesAbove = above.edges[place] ?? missing();
      above.borrowers = without(above.borrowers, place);
      above.edges = without(above.edges, place);
      this.pairs -= 1;
      for (let index = 0; index < borrowers.length; index += 1) {
        const borrower = borrowers[index] ?? missing();
        if (borrower !== lender) this.connectThrough(lender, edgesAbove, edges[index] ?? missing(), borrower);
      }
    }
  }

  /** `borrower` is reached from `lender` by one of `upper` and then one of `lower`. */
  private connectThrough(lender: number, upper: Edges, lower: Edges, borrower: number): void {
    for (let first = 0; first < upper.length; first += 1) {
      for (let second = 0; second < lower.length; second += 1) {
        this.connect(lender, chain(upper[first] ?? missing(), lower[second] ?? missing()), borrower);
      }
    }
  }

  /** Whether something may point to all of what `id` points to, not only to a part that has a name. */
  isBorrowedWhole(id: number): boolean {
    return this.someBorrower(id, isWhole);
  }

  /** Whether something may point to what `id` points to; with `label`, to that part of it or to all. */
  isBorrowed(id: number, label?: string): boolean {
    return this.someBorrower(id, (edge) => touches(edge, label));
  }

  /** The same for mutable references only. */
  isMutablyBorrowed(id: number, label?: string): boolean {
    return this.someBorrower(id, (edge, borrower) => touches(edge, label) && this.isMutable(borrower));
  }

  /**
   * A copy in which references go by other numbers: those of `names`, and the rest as they are. `count` is above all numbers that
   * there then are.
   */
  renamed(names: ReadonlyMap<number, number>, count: number): BorrowGraph {
    const copy = this.copy(count);
    const references = copy.references;
    const nameOf = (id: number) => names.get(id) ?? id;
    // The references that have another number now, and those that know one of them by its number.
    const concerned = new Set<number>();
    for (const id of names.keys()) {
      const { borrowers, lenders } = this.get(id);
      concerned.add(id);
      for (const borrower of borrowers) concerned.add(borrower);
      for (const lender of lenders) concerned.add(lender);
    }
    for (const id of concerned) if (id < count) references[id] = undefined;
    for (const id of concerned) {
      const { isMutable, borrowers, edges, lenders } = this.get(id);
      const name = nameOf(id);
      if (references[name] !== undefined || name >= count) throw new Error("two references got one name");
      references[name] = {
        owner: copy.owner,
        isMutable,
        borrowers: copied(borrowers, nameOf),
        edges: copied(edges),
        lenders: copied(lenders, nameOf),
      };
    }
    return copy;
  }

  /** A copy that can change by itself, of the references below `count`. */
  copy(count: number = this.references.length): BorrowGraph {
    const copy = new BorrowGraph(this.payer);
    // As much as if each were copied now: what shares them may have to.
    this.payer.charge(4 * this.alive + 3 * this.pairs);
    copy.references = this.references.slice(0, count);
    copy.alive = this.alive;
    copy.pairs = this.pairs;
    // What is here is shared from now on: neither may change it where it lies.
    this.owner = {};
    return copy;
  }

  /** Whether every edge of another graph of the same references is one here or stands under one. */
  covers(other: BorrowGraph): boolean {
    for (let id = 0; id < other.references.length; id += 1) {
      const reference = other.references[id];
      if (reference === undefined) continue;
      const { borrowers, edges } = reference;
      if (borrowers.length === 0) continue;
      this.payer.charge(borrowers.length);
      if (this.get(id) === reference) continue;
      for (let index = 0; index < borrowers.length; index += 1) {
        const those = edges[index] ?? missing();
        const known = this.edges(id, borrowers[index] ?? missing());
        this.payer.charge(those.length * known.length);
        if (known !== those && !those.every((edge) => covers(known, edge))) return false;
      }
    }
    return true;
  }

  /** Takes in the edges of another graph of the same references that no edge here stands for; false if there are none. */
  join(other: BorrowGraph): boolean {
    let changed = false;
    for (let id = 0; id < other.references.length; id += 1) {
      const reference = other.references[id];
      if (reference === undefined || this.get(id) === reference) continue;
      const { borrowers, edges } = reference;
      for (let index = 0; index < borrowers.length; index += 1) {
        const borrower = borrowers[index] ?? missing();
        for (const edge of edges[index] ?? missing()) {
          const known = this.edges(id, borrower);
          this.payer.charge(2 + known.length);
          if (covers(known, edge)) continue;
          this.connect(id, edge, borrower);
          changed = true;
        }
      }
    }
    return changed;
  }

  private someBorrower(id: number, matches: (edge: Edge, borrower: number) => boolean): boolean {
    const { borrowers, edges } = this.get(id);
    for (let index = 0; index < borrowers.length; index += 1) {
      const those = edges[index] ?? missing();
      this.payer.charge(those.length);
      for (let each = 0; each < those.length; each += 1) if (matches(those[each] ?? missing(), borrowers[index] ?? missing())) return true;
    }
    return false;
  }

  /** The edges from one reference to another. */
  private edges(lender: number, borrower: number): Edges {
    const { borrowers, edges } = this.get(lender);
    this.payer.charge(borrowers.length >> 4);
    return edges[borrowers.indexOf(borrower)] ?? NONE;
  }

  private connect(lender: number, edge: Edge, borrower: number): void {
    if (lender === borrower) throw new Error("a reference cannot borrow from itself");
    const from = this.own(lender);
    this.payer.charge(3 + (from.borrowers.length >> 4));
    const place = from.borrowers.indexOf(borrower);
    if (place < 0) {
      const to = this.own(borrower);
      from.borrowers = having(from.borrowers, borrower);
      from.edges = having(from.edges, [edge]);
      to.lenders = having(to.lenders, lender);
      this.pairs += 1;
      return;
    }
    from.edges[place] = withEdge(from.edges[place] ?? missing(), edge);
  }

  /** Takes a lender off a reference's list. */
  private forget(borrower: number, lender: number): void {
    const reference = this.own(borrower);
    this.payer.charge(1 + (reference.lenders.length >> 2));
    reference.lenders = without(reference.lenders, reference.lenders.indexOf(lender));
    this.pairs -= 1;
  }

  private get(id: number): Reference {
    const reference = this.references[id];
    if (reference === undefined) throw new Error("a reference is used after its end");
    return reference;
  }

  private remove(id: number): void {
    this.references[id] = undefined;
    this.alive -= 1;
    while (this.references.length > 0 && this.references.at(-1) === undefined) this.references.pop();
  }

  /** The reference, to be changed. */
  private own(id: number): Reference {
    const reference = this.get(id);
    if (reference.owner === this.owner) return reference;
    const { isMutable, borrowers, edges, lenders } = reference;
    const own = { owner: this.owner, isMutable, borrowers: copied(borrowers), edges: copied(edges), lenders: copied(lenders) };
    this.references[id] = own;
    return own;
  }
}
