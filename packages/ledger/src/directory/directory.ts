import { STATE_KEY_TAG, type StateWrite, type VirtualMachine } from "@sycee/move-vm";
import { type Address, addressFromBytes } from "@sycee/protocol/core";
import type { LedgerStore } from "../ledger-store.ts";
import type { JsonFields } from "../views/table-entries.ts";
import { valueToJson } from "../views/value-json.ts";
import { type HolderList, listedTypes, type ListedType, type PartyList } from "./listed-types.ts";
import { SortedAddresses } from "./sorted-addresses.ts";

const ADDRESS_AT = 1;
const TYPE_HASH_AT = 33;
const KEY_BYTES = TYPE_HASH_AT + 16;
/** Addresses that one list keeps. */
const MAX_LISTED = 10_000;
/** Escrows, requests, packets and orders that are listed at all. */
const MAX_THINGS = 200_000;
const ANY_ADDRESS = addressFromBytes(new Uint8Array(32));

/** A page of a list. */
export interface DirectoryPage {
  readonly addresses: readonly Address[];
  /** The last of them where more follow. */
  readonly next: Address | undefined;
  /** False where the list has no room for all. */
  readonly complete: boolean;
}

/**
 * Who is on the ledger and what is under way for whom: the state has no index by type or by party. Nothing is kept until the first
 * question; then the state is gone through once, in steps, and blocks keep the lists up to date. What is listed and how much of it is
 * bounded, so that its memory is. Results of transactions never depend on it.
 */
export class Directory {
  private readonly store: LedgerStore;
  private vm: VirtualMachine;
  private listed = new Map<number, readonly { readonly hash: Uint8Array; readonly listed: ListedType }[]>();
  private readonly hashes = new Map<HolderList, readonly Uint8Array[]>();
  private readonly holders = new Map<HolderList, SortedAddresses>();
  private readonly parties = new Map<string, SortedAddresses>();
  private readonly things = new Map<Address, readonly string[]>();
  private hasRoom = true;
  private state: "idle" | "reading" | "ready" = "idle";
  /** Where reading goes on. */
  private from: Uint8Array | undefined;

  constructor(vm: VirtualMachine, store: LedgerStore) {
    this.store = store;
    this.vm = vm;
    this.useMachine(vm);
  }

  /** To be told of a machine that begins afresh: types are its own. */
  useMachine(vm: VirtualMachine): void {
    this.vm = vm;
    const byBeginning = new Map<number, { readonly hash: Uint8Array; readonly listed: ListedType }[]>();
    this.hashes.clear();
    for (const listed of listedTypes(vm)) {
      const hash = vm.resourceKey(listed.type, ANY_ADDRESS).slice(TYPE_HASH_AT);
      const beginning = beginningOf(hash, 0);
      byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), { hash, listed }]);
      if ("holders" in listed) this.hashes.set(listed.holders, [...(this.hashes.get(listed.holders) ?? []), hash]);
    }
    this.listed = byBeginning;
  }

  /** Forgets everything: the state became another without its blocks. */
  reset(): void {
    this.holders.clear();
    this.parties.clear();
    this.things.clear();
    this.hasRoom = true;
    this.state = "idle";
    this.from = undefined;
  }

  /** Reads about `bytes` bytes of the state; answers whether the lists are whole. */
  prepare(bytes: number): boolean {
    if (this.state === "ready") return true;
    this.state = "reading";
    const prefix = Uint8Array.of(STATE_KEY_TAG.resource);
    const canGoOn = this.store.scanFrom !== undefined;
    let left = bytes;
    for (const { key, value } of this.store.scanFrom?.(prefix, this.from ?? prefix) ?? this.store.scan(prefix)) {
      if (canGoOn && left <= 0) {
        this.from = Uint8Array.from(key);
        return false;
      }
      this.take(key, value);
      left -= key.length + value.length;
    }
    this.state = "ready";
    return true;
  }

  /** Takes in what a block changed that the store has taken. */
  addBlock(writes: readonly StateWrite[]): void {
    if (this.state === "idle") return;
    for (const { key, value } of writes) if (key[0] === STATE_KEY_TAG.resource) this.take(key, value);
  }

  /** Addresses at which something of a list lies, in order. */
  page(list: HolderList, after: Address | undefined, limit: number): DirectoryPage {
    const addresses = this.holders.get(list);
    return addresses === undefined
      ? { addresses: [], next: undefined, complete: true }
      : { ...addresses.page(after, limit), complete: addresses.isComplete };
  }

  /** Addresses of things of a party, in order. */
  pageOf(list: PartyList, party: Address, after: Address | undefined, limit: number): DirectoryPage {
    const addresses = this.parties.get(`${list} ${party}`);
    if (addresses === undefined) return { addresses: [], next: undefined, complete: this.hasRoom };
    return { ...addresses.page(after, limit), complete: this.hasRoom && addresses.isComplete };
  }

  private take(key: Uint8Array, value: Uint8Array | undefined): void {
    if (key.length !== KEY_BYTES) return;
    for (const { hash, listed } of this.listed.get(beginningOf(key, TYPE_HASH_AT)) ?? []) {
      if (!hash.every((byte, index) => key[TYPE_HASH_AT + index] === byte)) continue;
      const address = addressFromBytes(key.slice(ADDRESS_AT, TYPE_HASH_AT));
      if ("holders" in listed) this.takeHolder(listed.holders, address, key);
      else this.takeThing(listed, address, value);
    }
  }

  // An address may have several of a list's types.
  private takeHolder(list: HolderList, address: Address, key: Uint8Array): void {
    const has = (this.hashes.get(list) ?? []).some((hash) => {
      const other = Uint8Array.from(key);
      other.set(hash, TYPE_HASH_AT);
      return this.store.get(other) !== undefined;
    });
    const addresses = this.holders.get(list) ?? new SortedAddresses(MAX_LISTED);
    if (has) addresses.add(address);
    else addresses.delete(address);
    this.holders.set(list, addresses);
  }

  private takeThing(listed: Extract<ListedType, { readonly parties: PartyList }>, address: Address, value: Uint8Array | undefined): void {
    const parties =
      value === undefined
        ? []
        : listed
            .partiesOf(valueToJson(listed.type, this.vm.decodeValue(listed.type, value)) as JsonFields)
            .map((party) => `${listed.parties} ${party}`);
    const before = this.things.get(address);
    for (const party of before ?? []) if (!parties.includes(party)) this.removeFrom(party, address);
    if (parties.length === 0) {
      this.things.delete(address);
      return;
    }
    if (before === undefined && this.things.size >= MAX_THINGS) {
      this.hasRoom = false;
      return;
    }
    this.things.set(address, parties);
    for (const party of parties) {
      const addresses = this.parties.get(party) ?? new SortedAddresses(MAX_LISTED);
      addresses.add(address);
      this.parties.set(party, addresses);
    }
  }

  private removeFrom(party: string, address: Address): void {
    const addresses = this.parties.get(party);
    addresses?.delete(address);
    // What was left out of a full list is not known any more: such a list stays, and says so.
    if (addresses?.size === 0 && addresses.isComplete) this.parties.delete(party);
  }
}

function beginningOf(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
}
