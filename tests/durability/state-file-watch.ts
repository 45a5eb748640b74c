import fs from "node:fs";
import type { Draw } from "@sycee/storage";

const PAGE_BYTES = 4_096;
const SECTOR_BYTES = 512;
const META_PAGES = 2;
const TRANSACTION_AT = 152;

/**
 * LMDB writes its file by itself, pages first, then a sync, then one of two meta pages, then a sync. This keeps what the
 * file was at the last checkpoint, and makes of that and of what it is now what a power loss may leave.
 */
export class StateFileWatch {
  readonly #path: string;
  #durable: Buffer | undefined;
  #height: bigint | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  /** To be called often: keeps the file when a checkpoint has been written since. */
  settled(checkpointHeight: bigint | undefined): void {
    if (checkpointHeight === this.#height) return;
    this.#height = checkpointHeight;
    this.#durable = fs.readFileSync(this.#path);
  }

  /** What the file may be after the power goes now; `undefined` when it may not be there at all. */
  losePower(draw: Draw): Buffer | undefined {
    if (!fs.existsSync(this.#path)) return undefined;
    const now = readSettled(this.#path);
    const durable = this.#durable;
    if (durable === undefined) return draw(2) === 0 ? undefined : now;
    const image = Buffer.from(now);
    const steps = latestTransaction(now) - latestTransaction(durable);
    // A new meta page tells that the pages are on the disk: then only itself may be lost. Two tell that nothing is.
    const [from, to] = steps === 0n ? [META_PAGES, Math.ceil(now.length / PAGE_BYTES)] : steps === 1n ? [0, META_PAGES] : [0, 0];
    for (let page = from; page < to; page += 1) mixPage(image, durable, page * PAGE_BYTES, draw);
    return image;
  }
}

// Each page is new, old, or torn by sectors. A meta page is smaller than a sector.
function mixPage(image: Buffer, durable: Buffer, start: number, draw: Draw): void {
  const fate = draw(3);
  if (fate === 0) return;
  for (let at = start; at < Math.min(start + PAGE_BYTES, image.length); at += SECTOR_BYTES) {
    if (fate === 1 || draw(2) === 0) {
      const end = Math.min(at + SECTOR_BYTES, image.length);
      image.fill(0, at, end);
      // What was beyond the end of the file reads as zeros.
      if (at < durable.length) durable.copy(image, at, at, end);
    }
  }
}

function latestTransaction(file: Buffer): bigint {
  const [first, second] = [file.readBigUInt64LE(TRANSACTION_AT), file.readBigUInt64LE(PAGE_BYTES + TRANSACTION_AT)];
  return first > second ? first : second;
}

// LMDB writes from a thread of its own: what two readings agree on is what the file was at one moment.
function readSettled(path: string): Buffer {
  for (;;) {
    const [first, second] = [fs.readFileSync(path), fs.readFileSync(path)];
    if (first.equals(second)) return first;
  }
}
