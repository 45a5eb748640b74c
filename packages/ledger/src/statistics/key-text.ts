import type { StateWrite } from "@sycee/move-vm";

/** A write's key as a text of one character a byte; not made anew where it is known. */
export function keyTextOf({ key, memo }: StateWrite): string {
  return memo?.text ?? Buffer.from(key.buffer, key.byteOffset, key.byteLength).toString("latin1");
}
