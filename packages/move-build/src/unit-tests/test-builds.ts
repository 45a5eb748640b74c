import { createHash } from "node:crypto";
import { type BuiltPackage, compilePackage } from "../compile/compile-package.ts";
import type { MoveManifest } from "../package/move-manifest.ts";
import { resolvePackageGraph } from "../package/package-graph.ts";
import type { ReadSources } from "../package/package-sources.ts";

/** Packages compiled for tests; the last build of each is kept, and given again while nothing in it changed. */
export class TestBuilds {
  readonly #kept = new Map<string, { readonly hash: string; readonly built: BuiltPackage }>();

  /** Every package of the graph in test mode: tests use what their dependencies declare for tests. */
  async build(graph: readonly MoveManifest[], readSources: ReadSources): Promise<readonly BuiltPackage[]> {
    const built: BuiltPackage[] = [];
    for (const manifest of graph) built.push(await this.#package(manifest, manifest === graph.at(-1), readSources));
    return built;
  }

  async #package(manifest: MoveManifest, withTests: boolean, readSources: ReadSources): Promise<BuiltPackage> {
    const graph = resolvePackageGraph(manifest.directory);
    const hash = hashOf(graph, withTests, readSources);
    const key = `${withTests} ${manifest.directory}`;
    const kept = this.#kept.get(key);
    if (kept?.hash === hash) return kept.built;
    const built = await compilePackage(graph, { testMode: true, testsFolder: withTests, readSources });
    this.#kept.set(key, { hash, built });
    return built;
  }
}

function hashOf(graph: readonly MoveManifest[], withTests: boolean, readSources: ReadSources): string {
  const hash = createHash("sha256");
  for (const manifest of graph) {
    hash.update(JSON.stringify([manifest.packageFields, ...manifest.addresses, ...manifest.dependencies]));
    const tests = withTests && manifest === graph.at(-1) ? readSources(manifest, "tests") : [];
    for (const source of [...readSources(manifest, "sources"), ...tests]) hash.update(JSON.stringify([source.path, source.text]));
  }
  return hash.digest("hex");
}
