import { blake2b } from "../hash.ts";
import type { ChunkKind } from "./snapshot-manifest.ts";

const DOMAIN = new TextEncoder().encode("sycee-snapshot-chunk-v1");
const TAGS: Readonly<Record<ChunkKind, number>> = { genesis: 0, block: 1, entries: 2 };

/** blake2b-256 of a chunk's bytes, under its kind and its place in the snapshot. */
export function chunkHash(kind: ChunkKind, index: number, payload: Uint8Array): Uint8Array {
  const message = new Uint8Array(DOMAIN.length + 5 + payload.length);
  message.set(DOMAIN);
  message[DOMAIN.length] = TAGS[kind];
  new DataView(message.buffer).setUint32(DOMAIN.length + 1, index, true);
  message.set(payload, DOMAIN.length + 5);
  return blake2b(message);
}
