import { blake2b256 } from "@sycee/protocol";

/** The commitment to whoever has a name in the development economy: as its operator knows it. */
export function holderOf(name: string): Uint8Array {
  return blake2b256(new TextEncoder().encode(`development-holder:${name}`));
}
