import type { Address } from "@sycee/protocol/core";

/** Addresses in order, so that a page can be taken after any of them. As many as `most`; what comes beyond is left out and told. */
export class SortedAddresses {
  private readonly most: number;
  private readonly addresses: Address[] = [];
  /** Whether there is room for every one that came. */
  isComplete = true;

  constructor(most: number) {
    this.most = most;
  }

  get size(): number {
    return this.addresses.length;
  }

  /** Answers whether it is in now and was not before. */
  add(address: Address): boolean {
    const at = this.placeOf(address);
    if (this.addresses[at] === address) return false;
    if (this.addresses.length >= this.most) {
      this.isComplete = false;
      return false;
    }
    this.addresses.splice(at, 0, address);
    return true;
  }

  /** Answers whether it was in. */
  delete(address: Address): boolean {
    const at = this.placeOf(address);
    if (this.addresses[at] !== address) return false;
    this.addresses.splice(at, 1);
    return true;
  }

  /** The first `limit` after an address, from the beginning if none is given; `next` is the last of them where more follow. */
  page(after: Address | undefined, limit: number): { readonly addresses: readonly Address[]; readonly next: Address | undefined } {
    let from = after === undefined ? 0 : this.placeOf(after);
    if (after !== undefined && this.addresses[from] === after) from += 1;
    const addresses = this.addresses.slice(from, from + limit);
    const hasMore = from + limit < this.addresses.length;
    return { addresses, next: hasMore ? addresses.at(-1) : undefined };
  }

  /** Where an address is or belongs. */
  private placeOf(address: Address): number {
    let low = 0;
    let high = this.addresses.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const found = this.addresses[middle];
      if (found !== undefined && found < address) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
