import type { RuntimeType, StructType, StructValue, VirtualMachine } from "@sycee/move-vm";
import { type Address, addressToBytes } from "@sycee/protocol";
import { fieldOf, PACKAGE, resolveStruct } from "../framework.ts";
import { MoneyCounters, type MoneySums } from "../laws/money-counter.ts";
import type { LedgerStore } from "../ledger-store.ts";

const RESOURCE = 0x01;

/** For whom a settlement account is, by its number in `banking::settlement_account`. */
export const SETTLEMENT_KIND = { bank: 1, customersReserve: 2, ownFunds: 3, clearingHouse: 4, government: 5 } as const;

/** What a member of a central bank's settlement system has, in minor units. */
export interface Member {
  readonly address: Address;
  /** Settlement money by the kind of account it lies on. */
  readonly settlement: ReadonlyMap<number, bigint>;
  /** Its own money by instrument, wherever it keeps it; what its customers' books hold for them is not its own. */
  readonly own: ReadonlyMap<number, bigint>;
  /** Its customers' time deposits. */
  readonly timeDepositsMinor: bigint;
}

/** Reads the members of settlement systems and what they have, from the state. */
export class MemberReader {
  private readonly vm: VirtualMachine;
  private readonly store: LedgerStore;
  private readonly counters: MoneyCounters;
  private readonly membersType: StructType;
  private readonly accounts: ReadonlyMap<RuntimeType, (account: StructValue) => number>;
  private readonly timeDeposits: { readonly type: StructType; readonly total: `f${number}` } | undefined;

  /** `undefined` where the chain's genesis has no settlement accounts. */
  static of(vm: VirtualMachine, store: LedgerStore): MemberReader | undefined {
    const money = resolveStruct(vm, PACKAGE.money, "money", "Money");
    const members = resolveStruct(vm, PACKAGE.banking, "settlement_account", "Members");
    return money === undefined || members === undefined ? undefined : new MemberReader(vm, store, money, members);
  }

  private constructor(vm: VirtualMachine, store: LedgerStore, money: StructType, members: StructType) {
    this.vm = vm;
    this.store = store;
    this.membersType = members;
    const book = resolveStruct(vm, PACKAGE.money, "customer_book", "Book");
    this.counters = new MoneyCounters(money, book === undefined ? [] : [book]);
    const accounts = new Map<RuntimeType, (account: StructValue) => number>();
    for (const name of ["SettlementAccount", "CustomersReserve", "OwnFunds"]) {
      const type = resolveStruct(vm, PACKAGE.banking, "settlement_account", name);
      if (type === undefined) continue;
      const kind = fieldOf(type, "kind");
      accounts.set(type, (account) => Number(account[kind]));
    }
    this.accounts = accounts;
    const timeDeposits = resolveStruct(vm, PACKAGE.banking, "time_deposits", "TimeDeposits");
    this.timeDeposits = timeDeposits === undefined ? undefined : { type: timeDeposits, total: fieldOf(timeDeposits, "total") };
  }

  /** Whether a state key is that of a list of members. */
  isMembersKey(key: Uint8Array, centralBank: Address): boolean {
    return Buffer.from(this.vm.resourceKey(this.membersType, centralBank)).equals(key);
  }

  /** Addresses of a central bank's members. */
  members(centralBank: Address): Address[] {
    const bytes = this.store.get(this.vm.resourceKey(this.membersType, centralBank));
    if (bytes === undefined) return [];
    const value = this.vm.decodeValue(this.membersType, bytes) as StructValue;
    return [...(value[fieldOf(this.membersType, "addresses")] as Address[])];
  }

  /** What a member has now. */
  read(address: Address): Member {
    const prefix = new Uint8Array(33);
    prefix[0] = RESOURCE;
    prefix.set(addressToBytes(address), 1);
    const settlement = new Map<number, bigint>();
    const own: MoneySums = new Map();
    let timeDepositsMinor = 0n;
    for (const { key, value } of this.store.scan(prefix)) {
      const type = this.vm.describeKey(this.store, key)?.type;
      if (type === undefined) continue;
      const count = this.counters.of(type);
      const isTimeDeposits = type === this.timeDeposits?.type;
      if (count === undefined && !isTimeDeposits) continue;
      const decoded = this.vm.decodeValue(type, value) as StructValue;
      if (this.timeDeposits !== undefined && isTimeDeposits) timeDepositsMinor = BigInt(decoded[this.timeDeposits.total] as bigint);
      const kindOf = this.accounts.get(type);
      if (kindOf === undefined) {
        count?.(decoded, 1n, own);
        continue;
      }
      const sums: MoneySums = new Map();
      count?.(decoded, 1n, sums);
      const kind = kindOf(decoded);
      for (const amount of sums.values()) settlement.set(kind, (settlement.get(kind) ?? 0n) + amount);
    }
    return { address, settlement, own, timeDepositsMinor };
  }
}
