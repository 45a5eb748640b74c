import type { MoveManifest } from "../package/move-manifest.ts";

/** A package whose address is asked for. */
export interface PackagePlace {
  readonly name: string;
  /** What its manifest says of the address of its name. */
  readonly stated: string;
  /** Whether it is the package to be compiled, and not one that it depends on. */
  readonly isRoot: boolean;
}

/** A manifest with the package at the address that `addressOf` gives, if it names one for itself. */
export function withAddress(
  manifest: MoveManifest,
  isRoot: boolean,
  addressOf: ((place: PackagePlace) => string) | undefined,
): MoveManifest {
  if (addressOf === undefined) return manifest;
  const stated = manifest.addresses.get(manifest.name);
  if (stated === undefined) return manifest;
  return { ...manifest, addresses: new Map([...manifest.addresses, [manifest.name, addressOf({ name: manifest.name, stated, isRoot })]]) };
}
