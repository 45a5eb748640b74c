import type { BcsReader, BcsWriter } from "@sycee/bcs";
import type { MoveValue } from "../runtime/runtime-type.ts";

/** What the machine can do with values of one type; made once per type. */
export interface TypeOperations {
  /** A deep copy that shares nothing mutable with `value`. */
  copy(value: MoveValue): MoveValue;
  /** Structural equality. */
  equals(left: MoveValue, right: MoveValue): boolean;
  /** Replaces the contents of `target` by those of `source` (vectors, structs, enums: what a reference to `target` then sees). */
  assign(target: MoveValue, source: MoveValue): void;
  /**
   * Gives `target` the contents of `source`, part by part in the memory that `target` has, and answers it; or answers `source` where
   * their shapes differ. Only the answer is to be used afterwards: the other may have become parts of it.
   */
  renew(target: MoveValue, source: MoveValue): MoveValue;
  /** Appends the BCS of `value`. */
  write(writer: BcsWriter, value: MoveValue): void;
  /** Reads one value; throws `BcsError` on anything not canonical. */
  read(reader: BcsReader): MoveValue;
  /** Size of the BCS of `value` in bytes. */
  size(value: MoveValue): number;
  /** Estimated bytes of memory that a copy of `value` takes. */
  memory(value: MoveValue): number;
}
