import { STATE_KEY_TAG, type StateWrite, type VirtualMachine } from "@sycee/move-vm";
import { type Address, addressToBytes, type BlockHeader } from "@sycee/protocol/core";
import type { EntryResult } from "../block-record.ts";
import { PACKAGE, resolveStruct } from "../framework.ts";
import type { LedgerStore } from "../ledger-store.ts";
import type { InstrumentView } from "../ledger.ts";
import { INSTRUMENT_KINDS, readInstruments } from "../views/instruments.ts";
import { AddressMap } from "./address-map.ts";
import { InstitutionOpenings } from "./institution-openings.ts";
import { keyTextOf } from "./key-text.ts";
import { type Member, MemberReader, type SettlementDeposits } from "./member-reader.ts";
import { type MonetaryPosition, type MoneySupply, moneySupplyOf } from "./money-supply.ts";
import { positionOf } from "./position-of.ts";
import { type CentralBankBalances, type CentralBankStatement, statementOf } from "./statement-of.ts";
import { TurnoverReader } from "./turnover-reader.ts";
import { type Turnover, TurnoverWindow } from "./turnover-window.ts";

/** Blocks whose statistics are kept. */
const KEPT_BLOCKS = 1_024;
const ADDRESS_AT = 1;
const ADDRESS_BYTES = 32;
const TYPE_HASH_AT = 33;

/** The money supply of every unit as of a block. */
export interface BlockStatistics {
  readonly height: bigint;
  readonly timeMs: bigint;
  readonly units: readonly ({
    readonly unit: string;
    readonly decimals: number;
    readonly centralBank: Address;
    readonly statement: CentralBankStatement;
  } & MoneySupply)[];
}

/** What the money supply of a unit is made from, beside its turnover. */
interface UnitBooks {
  readonly unit: string;
  readonly decimals: number;
  readonly centralBank: Address;
  readonly statement: CentralBankStatement;
  readonly position: MonetaryPosition;
}

/** A block of which statistics can be made. */
interface KeptBlock extends Pick<BlockHeader, "height" | "timeMs"> {
  readonly units: readonly { readonly books: UnitBooks; readonly turnover: Turnover }[];
}

/** What a block tells statistics. */
export interface StatisticsBlock {
  readonly header: Pick<BlockHeader, "height" | "timeMs">;
  readonly results: readonly EntryResult[];
  readonly writes: readonly StateWrite[];
}

/**
 * The money supply of each block as it is committed. Of the state only what a block changed is read again: instruments, and
 * what holders of accounts at central banks have; a block that changed neither has the books of the one before. Its memory grows with
 * institutions, not with payments or blocks.
 */
export class LedgerStatistics {
  private readonly vm: VirtualMachine;
  private readonly store: LedgerStore;
  private readonly members: MemberReader | undefined;
  private readonly turnoverReader: TurnoverReader;
  private readonly openings: InstitutionOpenings;
  private readonly instrumentHash: string | undefined;
  private readonly window: TurnoverWindow;
  private readonly kept: Map<bigint, KeptBlock>;
  private instruments: readonly InstrumentView[] = [];
  private readonly kinds = new Map<number, { readonly unit: string; readonly kind: number }>();
  private readonly deposits = new Map<Address, SettlementDeposits>();
  private readonly byAddress = new Map<string, { readonly address: Address; readonly unit: string; readonly isCentralBank: boolean }>();
  private readonly watched = new AddressMap();
  private readonly balances = new Map<Address, CentralBankBalances>();
  private readonly known = new Map<Address, Member>();
  /** Of every unit; absent once something of it was read again. */
  private books: readonly UnitBooks[] | undefined;
  /** Whether turnover of the past was taken in since the last block's statistics were made. */
  private isStale = false;
  private last: StatisticsBlock["header"] | undefined;
  /** Height of the first block whose turnover is counted; all after it are. */
  private firstCounted: bigint | undefined;
  /** Whoever became an institution, as 32 bytes in Latin-1, after the block of the past that is being read. */
  private readonly later: Set<string>;
  private isReadingPast = false;

  /** `before` is what the statistics of the same ledger kept whose machine began afresh. */
  constructor(vm: VirtualMachine, store: LedgerStore, before?: LedgerStatistics) {
    this.vm = vm;
    this.store = store;
    this.members = MemberReader.of(vm, store);
    this.firstCounted = before?.firstCounted;
    this.window = before?.window ?? new TurnoverWindow();
    this.kept = before?.kept ?? new Map<bigint, KeptBlock>();
    this.later = before?.later ?? new Set<string>();
    const instrument = resolveStruct(vm, PACKAGE.money, "instrument", "Instrument");
    const id = vm.resolveType({ kind: "u32" });
    this.instrumentHash =
      instrument === undefined || id === undefined ? undefined : latin1(vm.resourceKey(instrument, PACKAGE.money).subarray(TYPE_HASH_AT));
    this.openings = new InstitutionOpenings(vm);
    this.turnoverReader = new TurnoverReader({
      vm,
      instrument: (number) => this.kinds.get(number),
      unitOfInstitution: (address) => this.byAddress.get(address)?.unit,
      isInstitution: (bytes, at) =>
        this.watched.has(bytes, at) && !(this.isReadingPast && this.later.has(latin1(bytes.subarray(at, at + ADDRESS_BYTES)))),
    });
    if (before?.last !== undefined) this.begin(before.last);
  }

  /** Reads everything afresh: the state is that after `header`. */
  begin(header: StatisticsBlock["header"]): void {
    this.readInstruments();
    // A central bank may bring in holders of accounts that follow.
    for (const { address } of this.byAddress.values()) this.readAddress(address);
    this.keep(header);
  }

  /** Takes a block in that the store has taken. */
  addBlock(block: StatisticsBlock): void {
    if (this.last === undefined) this.begin(block.header);
    const changed = this.changedBy(block.writes);
    if (changed.instruments) this.readInstruments();
    for (const address of changed.addresses) this.readAddress(address);
    // Of blocks before this one, which may still be read, it was none.
    for (const address of this.openings.in(block.results)) this.later.add(address);
    this.addTurnover(block);
    this.keep(block.header);
  }

  /** Takes in the turnover of a block from before the ledger was opened, unless it is counted; answers whether the one before it counts too. */
  addPast(block: StatisticsBlock): boolean {
    const { height, timeMs } = block.header;
    if (this.window.isBefore(timeMs)) return false;
    if (this.firstCounted !== undefined && height >= this.firstCounted) return true;
    // Payments are told apart by who was an institution then, as they were when the block was made.
    this.isReadingPast = true;
    try {
      this.addTurnover(block);
    } finally {
      this.isReadingPast = false;
    }
    for (const address of this.openings.in(block.results)) this.later.add(address);
    this.isStale = true;
    return true;
  }

  /** The statistics of a block, the last one if no height is given; `undefined` where they are not kept. */
  at(height?: bigint): BlockStatistics | undefined {
    const wanted = height ?? this.last?.height;
    if (this.isStale && this.last !== undefined && wanted === this.last.height) this.keep(this.last);
    const block = wanted === undefined ? undefined : this.kept.get(wanted);
    return block === undefined ? undefined : statisticsOf(block);
  }

  /** What changed hands in a block, by unit. */
  turnoverOf(block: Pick<StatisticsBlock, "results" | "writes">): Map<string, Turnover> {
    return this.turnoverReader.read(block);
  }

  private addTurnover(block: StatisticsBlock): void {
    const { height, timeMs } = block.header;
    for (const [unit, turnover] of this.turnoverOf(block)) this.window.add(timeMs, unit, turnover);
    if (this.firstCounted === undefined || height < this.firstCounted) this.firstCounted = height;
  }

  private changedBy(writes: readonly StateWrite[]): { readonly instruments: boolean; readonly addresses: ReadonlySet<Address> } {
    const addresses = new Set<Address>();
    let instruments = false;
    for (const write of writes) {
      const { key } = write;
      if (key[0] === STATE_KEY_TAG.resource) {
        if (!this.watched.has(key, ADDRESS_AT)) continue;
        const found = this.byAddress.get(keyTextOf(write).slice(1, TYPE_HASH_AT));
        if (found !== undefined) addresses.add(found.address);
      } else if (key[0] === STATE_KEY_TAG.tableEntry && !instruments) {
        instruments = latin1(key.subarray(TYPE_HASH_AT, TYPE_HASH_AT + 16)) === this.instrumentHash;
      }
    }
    return { instruments, addresses };
  }

  private readInstruments(): void {
    this.books = undefined;
    this.instruments = readInstruments(this.vm, this.store);
    for (const { instrument, unit, kind, issuer } of this.instruments) {
      this.kinds.set(instrument, { unit, kind: kindNumber(kind) });
      if (kind === "settlement" && issuer !== undefined) this.watch(issuer, unit, true);
    }
  }

  private watch(address: Address, unit: string, isCentralBank: boolean): void {
    const bytes = addressToBytes(address);
    const key = latin1(bytes);
    if (this.byAddress.has(key)) return;
    this.byAddress.set(key, { address, unit, isCentralBank });
    this.watched.set(bytes, 0, bytes);
    this.readAddress(address);
  }

  private readAddress(address: Address): void {
    if (this.members === undefined) return;
    this.books = undefined;
    const watched = this.byAddress.get(latin1(addressToBytes(address)));
    if (watched?.isCentralBank === true) {
      const deposits = this.members.deposits(address);
      this.deposits.set(address, deposits);
      this.balances.set(address, this.members.balances(address));
      for (const holder of deposits.holders) this.watch(holder, watched.unit, false);
    }
    this.known.set(address, this.members.read(address));
  }

  private keep(header: StatisticsBlock["header"]): void {
    const { height, timeMs } = header;
    this.last = header;
    this.isStale = false;
    this.window.reach(timeMs);
    this.books ??= this.unitBooks();
    const units = this.books.map((books) => ({ books, turnover: this.window.sum(timeMs, books.unit) }));
    this.kept.delete(height);
    this.kept.set(height, { height, timeMs, units });
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= KEPT_BLOCKS) break;
      this.kept.delete(oldest);
    }
  }

  private unitBooks(): UnitBooks[] {
    return this.instruments.flatMap(({ kind, unit, decimals, issuer }) => {
      if (kind !== "settlement" || issuer === undefined) return [];
      const deposits = this.deposits.get(issuer) ?? { byKind: [], insurerMinor: undefined, holders: [] };
      const members = deposits.holders.flatMap((address) => {
        const member = this.known.get(address);
        return member === undefined ? [] : [{ address, ...member }];
      });
      const instruments = this.instruments.filter((each) => each.unit === unit);
      const position = positionOf(instruments, deposits, members);
      const balances = this.balances.get(issuer) ?? { assets: new Map<number, bigint>(), equityMinor: 0n };
      return [{ unit, decimals, centralBank: issuer, statement: statementOf(balances, deposits, position), position }];
    });
  }
}

function statisticsOf({ height, timeMs, units }: KeptBlock): BlockStatistics {
  return {
    height,
    timeMs,
    units: units.map(({ books: { position, ...books }, turnover }) => ({ ...books, ...moneySupplyOf(position, turnover) })),
  };
}

function kindNumber(name: string): number {
  return Number(Object.entries(INSTRUMENT_KINDS).find(([, each]) => each === name)?.[0] ?? 0);
}

/** Bytes as a text of as many characters: a key of a map. */
function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}
