/** Most transactions of one block. */
export const MAX_BLOCK_TRANSACTIONS = 2_000;
/** Most bytes of its transactions, unless the first alone is larger. */
export const MAX_BLOCK_BYTES = 4 * 1024 * 1024;
/** Blocks that may wait for the disk. */
export const MAX_UNSYNCED_BLOCKS = 2;
