/** Most transactions of one block. The more there are, the less each costs: an entry of state that many of them change is encoded, hashed and stored once. */
export const MAX_BLOCK_TRANSACTIONS = 8_000;
/** Most bytes of its transactions, unless the first alone is larger. */
export const MAX_BLOCK_BYTES = 4 * 1024 * 1024;
/**
 * Most gas that its transactions may use together, about a nanosecond each: two seconds of work, and less than the log takes
 * of one block in what it emits and writes. What those before a transaction have used counts, and its own limit.
 */
export const MAX_BLOCK_GAS = 2_000_000_000;
/** Blocks that may wait for the disk. */
export const MAX_UNSYNCED_BLOCKS = 2;
