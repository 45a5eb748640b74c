import { IdTable } from "./id-table.ts";

/** A table that has had more ids than this is not used again: it would have to be cleared, whole, for each small block. */
const SPARE_IDS = 512;

/** Ids of the blocks that are not durable yet: of those that wait, and of those that are being written. */
export class PassingIds {
  #waiting = new IdTable();
  #leaving: IdTable | undefined;
  /** Empty, to be used again: a small block would need fifteen kilobytes for its few ids. */
  #spare: IdTable | undefined;

  add(id: Buffer, height: number, index: number): void {
    this.#waiting.add(id, height, index);
  }

  find(id: Buffer): { readonly height: number; readonly index: number } | undefined {
    return this.#waiting.find(id) ?? this.#leaving?.find(id);
  }

  /** All that wait are being written from now on. Those before must have arrived. */
  leave(): void {
    this.#leaving = this.#waiting;
    this.#waiting = this.#spare ?? new IdTable();
    this.#spare = undefined;
  }

  /** What was being written is durable: its ids go into `segment`. */
  arrive(segment: IdTable): void {
    const ids = this.#leaving;
    if (ids === undefined) throw new Error("blocks were written without their ids");
    segment.addAll(ids);
    this.#leaving = undefined;
    if (ids.size > SPARE_IDS) return;
    ids.clear();
    this.#spare = ids;
  }
}
