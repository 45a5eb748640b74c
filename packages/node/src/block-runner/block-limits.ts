/** Most transactions of one block. */
export const MAX_BLOCK_TRANSACTIONS = 2_000;
/** Most bytes of its transactions, unless the first alone is larger. */
export const MAX_BLOCK_BYTES = 4 * 1024 * 1024;
/**
 * Most gas that its transactions may use together, about a nanosecond each: two seconds of work, and less than the log takes
 * of one block in what it emits and writes. As many transactions as a block has, each with the gas limit that SDKs set.
 */
export const MAX_BLOCK_GAS = 2_000_000_000;
/** Blocks that may wait for the disk. */
export const MAX_UNSYNCED_BLOCKS = 2;
