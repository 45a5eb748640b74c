import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { getPinnedSuiMoveVersion } from "@zktx.io/sui-move-builder";
import { type BuiltPackage, compilePackage } from "../compile/compile-package.ts";
import { MoveBuildError } from "../move-build-error.ts";
import type { MoveManifest } from "../package/move-manifest.ts";
import { readMoveManifest } from "../package/read-manifest.ts";
import { orderPackages } from "../package/order-packages.ts";
import { readDependency, resolvePackageGraph } from "../package/package-graph.ts";
import { readMoveSources } from "../package/read-sources.ts";
import { sourceSnapshot } from "../package/source-snapshot.ts";
import { BUILD_MANIFEST_FILE, type BuildManifestEntry, readBuildManifest } from "./build-manifest.ts";

/** What happened to one package. */
export interface WorkspaceBuildStep {
  readonly package: string;
  readonly action: "compiled" | "unchanged";
  readonly moduleCount: number;
  /** The compiler's warnings as it prints them, also for an unchanged package; empty if there are none. */
  readonly warnings: string;
  readonly elapsedMs: number;
}

export interface WorkspaceBuild {
  /** In dependency order. */
  readonly steps: readonly WorkspaceBuildStep[];
  /** Files and folders of earlier builds that were removed, relative to the build directory. */
  readonly pruned: readonly string[];
}

/**
 * Compiles every package found directly under `moveDirectory` into `buildDirectory/<package>/<module>.mv`, dependencies
 * first, leaving alone what has not changed, and removes what no longer belongs there. `report` hears of each package as
 * it is done. Throws `MoveBuildError`; packages built before the failing one stay built.
 */
export async function buildWorkspace(
  moveDirectory: string,
  buildDirectory: string,
  report: (step: WorkspaceBuildStep) => void = () => {},
): Promise<WorkspaceBuild> {
  const packages = orderPackages(findPackages(moveDirectory, buildDirectory), readDependency);
  const compilerVersion = await getPinnedSuiMoveVersion();
  const previous = new Map(readBuildManifest(buildDirectory)?.packages.map((entry) => [entry.package, entry]));
  const hashes = new Map<string, string>();
  const entries: BuildManifestEntry[] = [];
  const steps: WorkspaceBuildStep[] = [];
  for (const manifest of packages) {
    const startedMs = performance.now();
    const sourceHash = hashPackage(manifest, compilerVersion, hashes);
    hashes.set(manifest.name, sourceHash);
    const earlier = previous.get(manifest.name);
    const unchanged = earlier !== undefined && earlier.sourceHash === sourceHash && isComplete(buildDirectory, earlier);
    const entry = unchanged
      ? earlier
      : writeModules(
          buildDirectory,
          await compilePackage(resolvePackageGraph(manifest.directory), { readSources: sourceSnapshot() }),
          sourceHash,
        );
    entries.push(entry);
    if (!unchanged) writeManifest(buildDirectory, [...entries, ...laterEntries(previous, entries)]);
    const step: WorkspaceBuildStep = {
      package: manifest.name,
      action: unchanged ? "unchanged" : "compiled",
      moduleCount: entry.modules.length,
      warnings: entry.warnings,
      elapsedMs: performance.now() - startedMs,
    };
    steps.push(step);
    report(step);
  }
  if (previous.size !== entries.length) writeManifest(buildDirectory, entries);
  return { steps, pruned: prune(buildDirectory, entries) };
}

/** Entries of the earlier manifest that this run has not reached yet: they stay valid should it fail now. */
function laterEntries(previous: ReadonlyMap<string, BuildManifestEntry>, done: readonly BuildManifestEntry[]): BuildManifestEntry[] {
  const reached = new Set(done.map((entry) => entry.package));
  return [...previous.values()].filter((entry) => !reached.has(entry.package));
}

function findPackages(moveDirectory: string, buildDirectory: string): MoveManifest[] {
  const root = resolve(moveDirectory);
  if (!existsSync(root)) throw new MoveBuildError("invalid_package", `There is no directory ${root}.`, root);
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && join(root, entry.name) !== resolve(buildDirectory))
    .filter((entry) => existsSync(join(root, entry.name, "Move.toml")))
    .map((entry) => entry.name)
    .sort()
    .map((name) => readMoveManifest(join(root, name)));
}

function hashPackage(manifest: MoveManifest, compilerVersion: string, hashes: ReadonlyMap<string, string>): string {
  const hash = createHash("sha256");
  const add = (part: string): void => void hash.update(`${Buffer.byteLength(part)}:`).update(part);
  add(compilerVersion);
  add(JSON.stringify([manifest.packageFields, ...manifest.addresses, ...manifest.dependencies.keys()]));
  for (const name of manifest.dependencies.keys()) add(hashes.get(name) ?? "");
  for (const source of readMoveSources(manifest.directory, "sources")) {
    add(source.path);
    add(source.text);
  }
  return hash.digest("hex");
}

function isComplete(buildDirectory: string, entry: BuildManifestEntry): boolean {
  return entry.modules.every((name) => existsSync(modulePath(buildDirectory, entry.package, name)));
}

function writeModules(buildDirectory: string, built: BuiltPackage, sourceHash: string): BuildManifestEntry {
  mkdirSync(join(buildDirectory, built.name), { recursive: true });
  for (const module of built.modules) replaceFile(modulePath(buildDirectory, built.name, module.name), module.bytes);
  return {
    package: built.name,
    address: built.modules[0]?.address ?? "",
    modules: built.modules.map((module) => module.name),
    sourceHash,
    warnings: built.warnings,
  };
}

function writeManifest(buildDirectory: string, packages: readonly BuildManifestEntry[]): void {
  mkdirSync(buildDirectory, { recursive: true });
  replaceFile(join(buildDirectory, BUILD_MANIFEST_FILE), `${JSON.stringify({ version: 1, packages }, undefined, 2)}\n`);
}

/** Writes beside and renames, so that a reader or a second build running at the same time never sees half a file. */
function replaceFile(path: string, content: string | Uint8Array): void {
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, content);
  renameSync(temporary, path);
}

function modulePath(buildDirectory: string, packageName: string, module: string): string {
  return join(buildDirectory, packageName, `${module}.mv`);
}

/** Removes modules and package folders that `entries` do not name; anything that is not a build product stays. */
function prune(buildDirectory: string, entries: readonly BuildManifestEntry[]): string[] {
  if (!existsSync(buildDirectory)) return [];
  const wanted = new Set(entries.flatMap((entry) => entry.modules.map((name) => `${entry.package}/${name}.mv`)));
  const pruned: string[] = [];
  for (const folder of readdirSync(buildDirectory, { withFileTypes: true })) {
    if (!folder.isDirectory()) continue;
    const stale = readdirSync(join(buildDirectory, folder.name)).filter(
      (file) => file.endsWith(".mv") && !wanted.has(`${folder.name}/${file}`),
    );
    for (const file of stale) {
      rmSync(join(buildDirectory, folder.name, file));
      pruned.push(`${folder.name}/${file}`);
    }
    if (readdirSync(join(buildDirectory, folder.name)).length === 0) rmSync(join(buildDirectory, folder.name), { recursive: true });
  }
  return pruned;
}
