const ADDRESS_BYTES = 32;

interface Entry {
  /** Where the address lies. */
  readonly bytes: Uint8Array;
  readonly at: number;
  value: Uint8Array;
  /** Another address that begins with the same four bytes. */
  next: Entry | undefined;
}

/**
 * Values by address, found by the address's bytes where they lie: a text for each would cost more than all else that is done
 * with a payment here. Addresses with the same beginning are gone through one by one, and anybody can make some such; a
 * block has a few thousand addresses at most.
 */
export class AddressMap {
  private readonly entries = new Map<number, Entry>();

  /** `at` is where in `bytes` the address begins. Neither may change afterwards. */
  set(bytes: Uint8Array, at: number, value: Uint8Array): void {
    const beginning = beginningOf(bytes, at);
    const first = this.entries.get(beginning);
    const known = find(first, bytes, at);
    if (known === undefined) this.entries.set(beginning, { bytes, at, value, next: first });
    else known.value = value;
  }

  /** The value of the address that begins at `at` of `bytes`. */
  get(bytes: Uint8Array, at = 0): Uint8Array | undefined {
    return find(this.entries.get(beginningOf(bytes, at)), bytes, at)?.value;
  }

  has(bytes: Uint8Array, at = 0): boolean {
    return this.get(bytes, at) !== undefined;
  }
}

// A small integer of the engine's.
function beginningOf(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
}

function find(first: Entry | undefined, bytes: Uint8Array, at: number): Entry | undefined {
  for (let entry = first; entry !== undefined; entry = entry.next) if (isAt(entry, bytes, at)) return entry;
  return undefined;
}

function isAt(entry: Entry, bytes: Uint8Array, at: number): boolean {
  // Most that differ do so at the end as well.
  for (let index = ADDRESS_BYTES - 1; index >= 0; index--) if (entry.bytes[entry.at + index] !== bytes[at + index]) return false;
  return true;
}
