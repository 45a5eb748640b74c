import { DamageFound } from "./damage-found.ts";
import type { MetaRecord } from "./page-format.ts";

const FIRST_PAGE = 2;
const SPARE_PAGES = 65_536;

/** Which pages of a data file something uses, in memory that all threads of a check share. */
export class TakenPages {
  /** By page: 1 once it is taken. */
  readonly bytes: Uint8Array;

  /** `bytes` are those of another of its kind. */
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** None is taken yet. Throws {@link DamageFound} when the file lacks most of what its meta page speaks of. */
  static of(meta: MetaRecord, fileBytes: number): TakenPages {
    // A file may lack free pages at its end, but not most of itself.
    const pages = Math.ceil(fileBytes / meta.pageBytes);
    if (meta.lastPage > 2 * pages + SPARE_PAGES)
      throw new DamageFound(`it should have ${meta.lastPage + 1} pages and has ${pages}`, fileBytes);
    return new TakenPages(new Uint8Array(new SharedArrayBuffer(meta.lastPage + 1)));
  }

  /** Takes pages that nobody may have taken before. `offset` is where they are named. Throws {@link DamageFound}. */
  take(first: number, count: number, offset: number): void {
    if (!(first >= FIRST_PAGE && first + count <= this.bytes.length)) {
      throw new DamageFound(`page ${first} is named, which the file does not have`, offset);
    }
    for (let page = first; page < first + count; page += 1) {
      if (Atomics.exchange(this.bytes, page, 1) !== 0) throw new DamageFound(`page ${page} has two uses`, offset);
    }
  }
}
