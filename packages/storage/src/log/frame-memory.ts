const SMALLEST = 65_536;
/** What is larger is not kept. */
const LARGEST = 4 * 1024 * 1024;
/** Pieces that are kept: for the blocks that are written, those that wait, and those that come. */
const KEPT = 6;

/** Memory for frames on their way to the disk, used again and again: each block would need about a kilobyte a transaction of it, and lives just long enough to be dear. */
export class FrameMemory {
  readonly #free: ArrayBuffer[] = [];

  /** Memory of so many bytes, with anything in it. */
  take(bytes: number): Buffer {
    const place = this.#free.findIndex(({ byteLength }) => byteLength >= bytes);
    const [known] = place < 0 ? [] : this.#free.splice(place, 1);
    return Buffer.from(known ?? new ArrayBuffer(roomFor(bytes)), 0, bytes);
  }

  /** Takes back what {@link take} gave, of which nobody may have a view. */
  give({ buffer }: Buffer): void {
    if (!(buffer instanceof ArrayBuffer) || buffer.byteLength > LARGEST) return;
    if (this.#free.length === KEPT) this.#free.shift();
    this.#free.push(buffer);
  }
}

function roomFor(bytes: number): number {
  if (bytes > LARGEST) return bytes;
  let room = SMALLEST;
  while (room < bytes) room *= 2;
  return room;
}
