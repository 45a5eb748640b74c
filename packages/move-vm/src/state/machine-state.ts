import type { CompiledModule } from "../format/compiled-module.ts";
import { ModuleStage } from "../publishing/module-stage.ts";
import type { ModuleLinker } from "../runtime/module-linker.ts";
import type { RuntimeType } from "../runtime/runtime-type.ts";
import type { BlockSession, StateKeyMeaning } from "../runtime/virtual-machine.ts";
import { MachineSession, type SessionHost } from "./block-session.ts";
import { CallTargets } from "./call-target.ts";
import { ObjectCache } from "./object-cache.ts";
import { parseStateKey } from "./state-key.ts";
import type { StateStore } from "./state-store.ts";
import { TypeDirectory } from "./type-directory.ts";

/** The part of a virtual machine that knows state: sessions, the objects kept between them, and what keys mean. */
export class MachineState {
  private readonly linker: ModuleLinker;
  private readonly cacheSize: number;
  private targets: CallTargets;
  private directory: TypeDirectory;
  private readonly storedTypes = new Set<RuntimeType>();
  private cache: ObjectCache;
  private store: StateStore | undefined;
  /** Height of the block that the cached objects are the state before. */
  private nextHeight: bigint | undefined;
  private session = 0;
  private transactions = 0;
  private isSessionCommitted = true;

  /** `cacheSize` bounds the decoded objects kept between blocks. */
  constructor(linker: ModuleLinker, cacheSize: number) {
    this.linker = linker;
    this.cacheSize = cacheSize;
    this.targets = new CallTargets(linker);
    this.directory = new TypeDirectory(linker);
    this.cache = new ObjectCache(cacheSize);
  }

  /**
   * Begins a block above `store`. Objects of earlier sessions are used again only if this is the same store and the block
   * right after the last one committed here: otherwise the store has changed without the machine.
   */
  beginBlock(store: StateStore, height: bigint, timeMs: bigint): BlockSession {
    if (store !== this.store || height !== this.nextHeight) {
      this.cache = new ObjectCache(this.cacheSize);
      this.storedTypes.clear();
      this.store = store;
      this.nextHeight = height;
    }
    this.cache.journal.abandon();
    this.cache.shrink();
    const block = ++this.session;
    this.isSessionCommitted = false;
    const modules = new ModuleStage(this.linker.loaded());
    return new MachineSession(this.host(), { context: this.linker.context, cache: this.cache, store, block, height, timeMs, modules });
  }

  /** Takes published modules in, new ones and new versions; a session that is open is over. Values and their types stay what they are. */
  load(modules: readonly CompiledModule[]): void {
    if (modules.length === 0) return;
    this.isSessionCommitted = true;
    this.linker.install(modules);
    this.targets = new CallTargets(this.linker);
    this.directory = new TypeDirectory(this.linker);
  }

  /** See `VirtualMachine.describeKey`. */
  describeKey(store: StateStore, key: Uint8Array): StateKeyMeaning | undefined {
    const parts = parseStateKey(key);
    const type = parts === undefined ? undefined : this.directory.find(store, parts.typeHash);
    if (parts === undefined || type === undefined) return undefined;
    if (parts.kind === "resource") return { kind: "resource", address: parts.address, type };
    if (parts.kind === "page") return { kind: "page", handle: parts.handle, page: parts.page, type };
    return { kind: "table-entry", handle: parts.handle, keyBytes: parts.keyBytes, type };
  }

  private host(): SessionHost {
    return {
      linker: this.linker,
      targets: this.targets,
      storedTypes: this.storedTypes,
      nextTransaction: () => ++this.transactions,
      checkCurrent: (block) => {
        if (block !== this.session || this.isSessionCommitted) throw new Error("the block session is over");
      },
      committed: (height, published) => {
        this.nextHeight = height + 1n;
        this.isSessionCommitted = true;
        this.load(published.map((module) => module.compiled));
      },
    };
  }
}
