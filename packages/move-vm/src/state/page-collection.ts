import type { RuntimeType } from "../runtime/runtime-type.ts";
import { pagePrefix } from "./state-key.ts";

/** Pages of one part of a collection: parts are arrays without great gaps, however the pages in use are spread. */
const PART_PAGES = 1_024;

/** The pages of one paged vector that are held, by number: reaching one takes no hashing of names. */
export class PageCollection<Page extends { readonly page: number }> {
  /** The handle of the paged vector. */
  readonly handle: string;
  /** The type of a page, a vector. */
  readonly type: RuntimeType;
  /** What the pages' keys begin with. */
  readonly prefix: Uint8Array;
  private readonly parts: ((Page | undefined)[] | undefined)[] = [];
  private count = 0;

  constructor(handle: string, type: RuntimeType) {
    this.handle = handle;
    this.type = type;
    this.prefix = pagePrefix(handle, type);
  }

  /** Pages held. */
  get size(): number {
    return this.count;
  }

  get(page: number): Page | undefined {
    return this.parts[Math.floor(page / PART_PAGES)]?.[page % PART_PAGES];
  }

  /** Takes a page in that is not held yet. */
  add(held: Page): void {
    const number = Math.floor(held.page / PART_PAGES);
    let part = this.parts[number];
    if (part === undefined) {
      part = [];
      this.parts[number] = part;
    }
    part[held.page % PART_PAGES] = held;
    this.count++;
  }

  /** Lets go of a page that is held. */
  delete(page: number): void {
    const part = this.parts[Math.floor(page / PART_PAGES)];
    if (part?.[page % PART_PAGES] === undefined) throw new Error(`page ${page} is not held`);
    part[page % PART_PAGES] = undefined;
    this.count--;
  }
}
