import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { MoveBuildError } from "../move-build-error.ts";
import { type MoveManifest, parseMoveManifest } from "./move-manifest.ts";

/** Reads `directory/Move.toml`. Only local dependencies are allowed: a build never touches the network. */
export function readMoveManifest(directory: string): MoveManifest {
  const absolute = resolve(directory);
  return parseMoveManifest(readText(absolute), absolute, (local) => resolve(absolute, local));
}

function readText(directory: string): string {
  const path = join(directory, "Move.toml");
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new MoveBuildError("invalid_package", `No Move package at ${directory}: ${path} cannot be read (${reason(cause)}).`, directory);
  }
}

function reason(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
}
