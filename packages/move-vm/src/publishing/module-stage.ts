import type { ExecutionContext } from "../runtime/execution-context.ts";
import { moduleKey } from "../runtime/linked-module.ts";
import type { UpgradeRule } from "./check-upgrade.ts";
import { type LinkedModules, type PublishedModule, preparePackage } from "./prepare-package.ts";

/**
 * The loaded modules with what a block, or one transaction of it, has published. Later packages are checked against it. It
 * never runs: a block runs on the modules that it began with, and those that it publishes are loaded when it is committed.
 */
export class ModuleStage {
  private linked: LinkedModules;
  private readonly staged: Map<string, PublishedModule>;

  constructor(loaded: LinkedModules, staged: ReadonlyMap<string, PublishedModule> = new Map()) {
    this.linked = loaded;
    this.staged = new Map(staged);
  }

  /** What was published, the last version of each, in order of first publication. */
  get published(): readonly PublishedModule[] {
    return [...this.staged.values()];
  }

  /** A stage above this one, to be kept in its place or dropped. */
  fork(): ModuleStage {
    return new ModuleStage(this.linked, this.staged);
  }

  /** Puts a package at an address, or with a rule in place of the one there. Answers what it uses. Throws as `preparePackage` does. */
  put(context: ExecutionContext, at: string, modules: readonly Uint8Array[], rule: UpgradeRule | undefined): readonly string[] {
    const prepared = preparePackage(context, this.linked, at, modules, rule);
    this.linked = prepared.linked;
    for (const module of prepared.modules) this.staged.set(moduleKey(module.address, module.name), module);
    return prepared.dependencies;
  }
}
