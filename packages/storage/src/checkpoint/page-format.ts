/*
 * LMDB's data file, version 2 of its format, 64-bit little-endian, as far as checking it needs:
 *
 *   page    number u64 | transaction u64 | pad u16 | flags u16 | lower u16, upper u16 (overflow pages: count u32) | offsets of nodes u16…
 *           lower, upper and the offsets count from the end of the header
 *   node    data length u32 (branches: low 32 bits of the child) | flags u16 (branches: the child's high bits) | key length u16 | key | data
 *   meta    page header | magic u32 | version u32 | address u64 | map size u64 | tree of free pages | tree of entries | last page u64 | transaction u64
 *   tree    page size u32 (of the first tree only) | flags u16 | depth u16 | branch pages u64 | leaf pages u64 | overflow pages u64 | entries u64 | root u64
 */

export const PAGE_HEADER_BYTES = 24;
export const NODE_HEADER_BYTES = 8;
export const META_BYTES = 176;
export const BRANCH = 0x01;
export const LEAF = 0x02;
export const OVERFLOW = 0x04;
/** Flag of a node whose data is on pages of its own. */
export const BIG_DATA = 0x01;
/** Root of an empty tree. */
export const NO_PAGE: bigint = 2n ** 64n - 1n;

const MAGIC = 0xbeefc0de;
const FORMAT_VERSION = 2;
const FREE_TREE_AT = 48;
const MAIN_TREE_AT = 96;

/** One of the two trees of a data file. */
export interface TreeRecord {
  readonly flags: number;
  readonly depth: number;
  readonly branchPages: bigint;
  readonly leafPages: bigint;
  readonly overflowPages: bigint;
  readonly entries: bigint;
  readonly root: bigint;
}

/** What a meta page says. */
export interface MetaRecord {
  readonly pageBytes: number;
  readonly freeTree: TreeRecord;
  readonly mainTree: TreeRecord;
  readonly lastPage: number;
  readonly transaction: bigint;
}

/** The meta page that `bytes` begin with; `undefined` when it is none. */
export function readMeta(bytes: Buffer): MetaRecord | undefined {
  if (bytes.length < META_BYTES || bytes.readUInt32LE(24) !== MAGIC || bytes.readUInt32LE(28) !== FORMAT_VERSION) return undefined;
  const pageBytes = bytes.readUInt32LE(FREE_TREE_AT);
  const lastPage = Number(bytes.readBigUInt64LE(144));
  if (pageBytes < 256 || pageBytes > 65_536 || (pageBytes & (pageBytes - 1)) !== 0 || lastPage >= 2 ** 30) return undefined;
  return {
    pageBytes,
    freeTree: readTree(bytes, FREE_TREE_AT),
    mainTree: readTree(bytes, MAIN_TREE_AT),
    lastPage,
    transaction: bytes.readBigUInt64LE(152),
  };
}

function readTree(bytes: Buffer, at: number): TreeRecord {
  return {
    flags: bytes.readUInt16LE(at + 4),
    depth: bytes.readUInt16LE(at + 6),
    branchPages: bytes.readBigUInt64LE(at + 8),
    leafPages: bytes.readBigUInt64LE(at + 16),
    overflowPages: bytes.readBigUInt64LE(at + 24),
    entries: bytes.readBigUInt64LE(at + 32),
    root: bytes.readBigUInt64LE(at + 40),
  };
}
