/** Identity of a compiled module and what it refers to. */
export interface ModuleId {
  /** `0x` and 64 hexadecimal digits. */
  readonly address: `0x${string}`;
  readonly name: string;
  /** The other modules it names, as `address::name`. */
  readonly references: readonly string[];
}

const TABLE_MODULE_HANDLES = 0x1;
const TABLE_IDENTIFIERS = 0x7;
const TABLE_ADDRESSES = 0x8;
const MAGIC = [0xa1, 0x1c, 0xeb, 0x0b];
const ADDRESS_BYTES = 32;

/**
 * Reads a module's own handle and those it refers to from freshly compiled bytecode. The building side needs no more of
 * the format; decoding and checking a whole module is the virtual machine's task.
 */
export function readModuleId(bytes: Uint8Array): ModuleId {
  if (MAGIC.some((byte, index) => bytes[index] !== byte)) throw new Error("the compiler's output is not Move bytecode");
  let position = 8;
  const readUleb = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[position++];
      if (byte === undefined || shift > 28) throw new Error("the compiler's output ends early");
      value |= (byte & 0x7f) << shift;
      if ((byte & 0x80) === 0) return value;
    }
  };
  const tables = new Map<number, { offset: number; length: number }>();
  let contentLength = 0;
  for (let count = readUleb(); count > 0; count--) {
    const kind = bytes[position++] ?? 0;
    const offset = readUleb();
    const length = readUleb();
    tables.set(kind, { offset, length });
    contentLength = Math.max(contentLength, offset + length);
  }
  const contentStart = position;
  const readTable = <T>(kind: number, readEntry: () => T): T[] => {
    const entries: T[] = [];
    const found = tables.get(kind);
    if (found === undefined) return entries;
    position = contentStart + found.offset;
    while (position < contentStart + found.offset + found.length) entries.push(readEntry());
    return entries;
  };
  const readBytes = (length: number): Uint8Array => bytes.subarray(position, (position += length));
  const identifiers = readTable(TABLE_IDENTIFIERS, () => String.fromCharCode(...readBytes(readUleb())));
  const addresses = readTable(TABLE_ADDRESSES, () => hexadecimal(readBytes(ADDRESS_BYTES)));
  const handles = readTable(TABLE_MODULE_HANDLES, () => ({ address: addresses[readUleb()], name: identifiers[readUleb()] }));
  position = contentStart + contentLength;
  const selfIndex = readUleb();
  const { address, name } = handles[selfIndex] ?? {};
  if (address === undefined || name === undefined) throw new Error("the compiler's output has no module handle of its own");
  const references = handles.filter((_, index) => index !== selfIndex).map((handle) => `${handle.address}::${handle.name}`);
  return { address, name, references };
}

function hexadecimal(bytes: Uint8Array): `0x${string}` {
  return `0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
