import type { MoveManifest } from "../package/move-manifest.ts";
import { type NamedAddresses, resolveAddress } from "./source-module.ts";

/** Every address that the manifests of a package graph name. */
export function namedAddresses(graph: readonly MoveManifest[]): NamedAddresses {
  const addresses = new Map<string, `0x${string}`>();
  for (const { addresses: assigned } of graph) {
    for (const [name, value] of assigned) addresses.set(name, resolveAddress(value, new Map()));
  }
  return addresses;
}
