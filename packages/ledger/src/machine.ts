import {
  type BlockSession,
  createVirtualMachine,
  decodeModule,
  type GasSchedule,
  STATE_KEY_TAG,
  type StateWrite,
  type VirtualMachine,
} from "@sycee/move-vm";
import type { Address } from "@sycee/protocol/core";
import { gasScheduleOf, gasScheduleVersion } from "./chain-gas-schedule.ts";
import { Directory } from "./directory/directory.ts";
import { CurrentKeys } from "./execution/current-keys.ts";
import type { GenesisDocument } from "./genesis-document.ts";
import { Laws } from "./laws/laws.ts";
import type { LedgerOptions } from "./ledger.ts";
import { LedgerStatistics, type StatisticsBlock } from "./statistics/ledger-statistics.ts";

/** Keys of published modules begin with this. */
const MODULES = Uint8Array.of(STATE_KEY_TAG.module);
const MAX_TYPES = 100_000;

/** The virtual machine of a chain, and what is made of its types. */
export class Machine {
  private readonly options: LedgerOptions;
  private readonly genesis: GenesisDocument;
  vm: VirtualMachine;
  currentKeys: CurrentKeys;
  laws: Laws;
  /** What the code of `vm` charges. */
  private schedule: GasSchedule;
  statistics: LedgerStatistics;
  /** Who is on the ledger, and what is under way for whom. */
  readonly directory: Directory;
  /** By address and name; made when somebody first asks. */
  private genesisModules: ReadonlyMap<string, Uint8Array> | undefined;
  /** Types that the modules and the ledger name: a machine that begins afresh has them again. */
  private ownTypes: number;

  /** Throws when the modules of the genesis do not load. */
  constructor(options: LedgerOptions, genesis: GenesisDocument) {
    this.options = options;
    this.genesis = genesis;
    this.schedule = gasScheduleOf(1, options.gasSchedules);
    this.vm = this.load(false, options.head !== undefined);
    this.currentKeys = new CurrentKeys(this.vm);
    this.laws = new Laws(this.vm);
    this.statistics = new LedgerStatistics(this.vm, options.store);
    this.directory = new Directory(this.vm, options.store);
    this.ownTypes = this.vm.typeCount;
  }

  /** The bytecode of a module that came with the genesis; `undefined` if none did of that name. */
  genesisModule(address: Address, name: string): Uint8Array | undefined {
    this.genesisModules ??= new Map(this.genesis.modules.map((bytes) => [nameOfModule(bytes), bytes]));
    return this.genesisModules.get(`${address}::${name}`);
  }

  /**
   * Begins afresh, as at a start, when transactions have named very many types: each stays as long as the machine does.
   * To be called between blocks.
   */
  renewWhenFull(): void {
    if (this.vm.typeCount - this.ownTypes >= (this.options.maxTypes ?? MAX_TYPES)) this.renew();
  }

  /**
   * Begins the block at `height`, which the chain itself says by which gas schedule to charge. Where that is another than the
   * machine's, the machine begins afresh with it. Throws when this version of the software does not know that schedule.
   */
  beginBlock(height: bigint, timeMs: bigint): BlockSession {
    const { store, gasSchedules } = this.options;
    const session = this.vm.beginBlock(store, height, timeMs);
    const version = gasScheduleVersion(this.vm, session, height);
    if (version === this.schedule.version) return session;
    this.schedule = gasScheduleOf(version, gasSchedules);
    this.renew();
    return this.vm.beginBlock(store, height, timeMs);
  }

  private renew(): void {
    this.vm = this.load(true, true);
    this.currentKeys = new CurrentKeys(this.vm);
    this.laws = new Laws(this.vm);
    this.statistics = new LedgerStatistics(this.vm, this.options.store, this.statistics);
    this.directory.useMachine(this.vm);
    this.ownTypes = this.vm.typeCount;
  }

  /** To be told of each block that was committed. */
  takeBlock(block: StatisticsBlock): void {
    this.renewWhenFull();
    this.statistics.addBlock(block);
    this.directory.addBlock(block.writes);
  }

  /** To be told where the state became that after a block without its blocks one by one. */
  takeState(head: StatisticsBlock["header"]): void {
    this.renewWhenFull();
    this.statistics.begin(head);
    this.directory.reset();
  }

  private load(modulesAreTrusted: boolean, hasState: boolean): VirtualMachine {
    const { objectCacheSize, store } = this.options;
    const cache = objectCacheSize === undefined ? {} : { objectCacheSize };
    const vm = createVirtualMachine({ modules: this.genesis.modules, modulesAreTrusted, gasSchedule: this.schedule, ...cache });
    // What the chain has published since was verified then.
    if (hasState) vm.loadModules(publishedModules(store.scan(MODULES)));
    return vm;
  }
}

/** Bytecode among entries of the state. */
export function publishedModules(entries: Iterable<StateWrite>): Uint8Array[] {
  const modules: Uint8Array[] = [];
  for (const { key, value } of entries) if (key[0] === MODULES[0] && value !== undefined) modules.push(value);
  return modules;
}

/** `0x…::name` of a module's bytecode. */
export function nameOfModule(bytes: Uint8Array): string {
  const { moduleHandles, selfModule, addresses, identifiers } = decodeModule(bytes);
  const handle = moduleHandles[selfModule];
  return `${addresses[handle?.address ?? 0]}::${identifiers[handle?.name ?? 0]}`;
}
