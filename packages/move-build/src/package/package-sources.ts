import type { MoveManifest } from "./move-manifest.ts";

/** A Move source file of a package. */
export interface MoveSource {
  /** Relative to the package, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Gives the sources in one of a package's folders. */
export type ReadSources = (manifest: MoveManifest, folder: "sources" | "tests") => readonly MoveSource[];
