import type { FileLayer, OpenFile } from "./file-layer.ts";

/** What a simulated disk does wrong: asked before each write and sync, in order, by the number of the operation from 0. */
export type Fault = "EIO" | "ENOSPC" | "short" | undefined;
export interface FaultPlan {
  fault(operation: number, kind: "write" | "sync" | "directory"): Fault;
}

/** Random numbers from 0 up to, not including, `bound`. */
export type Draw = (bound: number) => number;

const SECTOR = 512;

/** One write or cut that a power loss may undo. */
type Change =
  | { readonly kind: "write"; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: "cut"; readonly length: number };

class Inode {
  /** As a reader sees it now. */
  content: Buffer = Buffer.alloc(0);
  /** As the platter has it for certain. */
  durable: Buffer = Buffer.alloc(0);
  changes: Change[] = [];
}

/**
 * Files in memory that behave as a disk may: what was not synced can be lost, reordered or torn by sector when the power
 * goes, names included. For tests.
 */
export class SimulatedDisk implements FileLayer {
  #names = new Map<string, Inode>();
  /** Names as the platter has them, by directory. */
  #durableNames = new Map<string, Inode>();
  readonly #plan: FaultPlan;
  #operations = 0;

  constructor(plan: FaultPlan = { fault: () => undefined }) {
    this.#plan = plan;
  }

  /** Writes, syncs and changes of names so far. */
  get operations(): number {
    return this.#operations;
  }

  makeDirectory(): void {}

  list(directory: string): string[] {
    const start = `${directory}/`;
    return [...this.#names.keys()].filter((path) => path.startsWith(start)).map((path) => path.slice(start.length));
  }

  open(path: string, mode: "read" | "write" | "create"): OpenFile {
    let inode = this.#names.get(path);
    if (mode === "create") {
      if (inode !== undefined) throw systemError("EEXIST");
      inode = new Inode();
      this.#names.set(path, inode);
    }
    if (inode === undefined) throw systemError("ENOENT");
    return this.#openInode(inode);
  }

  async rename(from: string, to: string): Promise<void> {
    await this.#step("directory");
    const inode = this.#names.get(from);
    if (inode === undefined) throw systemError("ENOENT");
    this.#names.delete(from);
    this.#names.set(to, inode);
  }

  async remove(path: string): Promise<void> {
    this.#names.delete(path);
  }

  async syncDirectory(directory: string): Promise<void> {
    await this.#step("sync");
    const inside = (path: string) => path.startsWith(`${directory}/`);
    for (const path of this.#durableNames.keys()) if (inside(path)) this.#durableNames.delete(path);
    for (const [path, inode] of this.#names) if (inside(path)) this.#durableNames.set(path, inode);
  }

  /** The bytes of a file as a reader sees them. */
  content(path: string): Buffer {
    const inode = this.#names.get(path);
    if (inode === undefined) throw systemError("ENOENT");
    return Buffer.from(inode.content);
  }

  /** Another disk with the same files, all of them durable, `change` applied to the bytes of one of them. */
  copyWith(path: string, change: (content: Buffer) => Buffer): SimulatedDisk {
    return this.#image(this.#names, (name, inode) => (name === path ? change(Buffer.from(inode.content)) : Buffer.from(inode.content)));
  }

  /** Another disk with the same files, all of them durable, under other names. */
  moved(rename: (path: string) => string): SimulatedDisk {
    const names = new Map([...this.#names].map(([path, inode]) => [rename(path), inode]));
    return this.#image(names, (_, inode) => Buffer.from(inode.content));
  }

  /** Another disk with the same files, all of them durable, of which this goes wrong. */
  withFaults(plan: FaultPlan): SimulatedDisk {
    const copy = new SimulatedDisk(plan);
    const image = this.#image(this.#names, (_, inode) => Buffer.from(inode.content));
    copy.#names = image.#names;
    copy.#durableNames = image.#durableNames;
    return copy;
  }

  /** What is left after the power goes now. Names that were not synced are there or not, by `draw`. */
  losePower(draw: Draw): SimulatedDisk {
    const names = new Map(this.#durableNames);
    for (const [path, inode] of this.#names) if (!names.has(path) && draw(2) === 0) names.set(path, inode);
    for (const path of this.#durableNames.keys()) if (!this.#names.has(path) && draw(2) === 0) names.delete(path);
    return this.#image(names, (_, inode) => survivingContent(inode, draw));
  }

  #image(names: ReadonlyMap<string, Inode>, contentOf: (path: string, inode: Inode) => Buffer): SimulatedDisk {
    const image = new SimulatedDisk();
    for (const [path, inode] of names) {
      const copy = new Inode();
      copy.content = contentOf(path, inode);
      copy.durable = Buffer.from(copy.content);
      image.#names.set(path, copy);
      image.#durableNames.set(path, copy);
    }
    return image;
  }

  #openInode(inode: Inode): OpenFile {
    return {
      size: () => inode.content.length,
      readAt: (target, offset) => (offset >= inode.content.length ? 0 : inode.content.copy(target, 0, offset)),
      write: async (bytes, offset) => {
        // What is given may be changed by its owner once this has resolved, and the disk is slow.
        const fault = await this.#step("write");
        const written = Buffer.from(fault === "short" ? bytes.subarray(0, Math.max(1, bytes.length >> 1)) : bytes);
        inode.content = applyChange(inode.content, { kind: "write", offset, bytes: written });
        inode.changes.push({ kind: "write", offset, bytes: written });
        return written.length;
      },
      dataSync: async () => {
        const covered = inode.changes.length;
        const content = Buffer.from(inode.content);
        await this.#step("sync");
        inode.durable = content;
        inode.changes = inode.changes.slice(covered);
      },
      truncate: async (length) => {
        await this.#step("write");
        inode.content = applyChange(inode.content, { kind: "cut", length });
        inode.changes.push({ kind: "cut", length });
      },
      close() {},
    };
  }

  async #step(kind: "write" | "sync" | "directory"): Promise<Fault> {
    const fault = this.#plan.fault(this.#operations, kind);
    this.#operations += 1;
    await new Promise((resolve) => setImmediate(resolve));
    if (fault === "EIO" || fault === "ENOSPC") throw systemError(fault);
    return fault;
  }
}

// Each unsynced change reaches the platter whole, by sectors, or not at all, and in any order.
function survivingContent(inode: Inode, draw: Draw): Buffer {
  const pieces: Change[] = [];
  for (const change of inode.changes) {
    const fate = draw(4);
    if (fate === 0) continue;
    if (change.kind === "cut" || fate === 1) pieces.push(change);
    else pieces.push(...sectorsOf(change).filter(() => draw(3) > 0));
  }
  for (let index = pieces.length - 1; index > 0; index -= 1) {
    const other = draw(index + 1);
    const [left, right] = [pieces[index], pieces[other]];
    if (left !== undefined && right !== undefined && draw(2) === 0) {
      pieces[index] = right;
      pieces[other] = left;
    }
  }
  return pieces.reduce(applyChange, Buffer.from(inode.durable));
}

function sectorsOf(change: { readonly offset: number; readonly bytes: Buffer }): Change[] {
  const sectors: Change[] = [];
  let position = 0;
  while (position < change.bytes.length) {
    const length = Math.min(SECTOR - ((change.offset + position) % SECTOR), change.bytes.length - position);
    sectors.push({ kind: "write", offset: change.offset + position, bytes: change.bytes.subarray(position, position + length) });
    position += length;
  }
  return sectors;
}

function applyChange(content: Buffer, change: Change): Buffer {
  if (change.kind === "cut") return Buffer.from(content.subarray(0, change.length));
  const result = Buffer.alloc(Math.max(content.length, change.offset + change.bytes.length));
  content.copy(result);
  change.bytes.copy(result, change.offset);
  return result;
}

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: simulated`), { code });
}
