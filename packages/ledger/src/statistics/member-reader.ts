import type { RuntimeType, StructType, StructValue, VirtualMachine } from "@sycee/move-vm";
import { type Address, addressToBytes } from "@sycee/protocol/core";
import { fieldOf, PACKAGE, resolveStruct } from "../framework.ts";
import { MoneyCounters, type MoneySums } from "../laws/money-counter.ts";
import type { LedgerStore } from "../ledger-store.ts";
import { valueToJson } from "../views/value-json.ts";
import type { CentralBankBalances } from "./statement-of.ts";

const RESOURCE = 0x01;

/** What a holder of accounts at a central bank has, in minor units. */
export interface Member {
  /** Its own money by instrument, in its wallet, till and vault. All other money at its address is its customers' or in clearing or escrow. */
  readonly own: ReadonlyMap<number, bigint>;
  /** Whether it is a bank or an operator. */
  readonly isBank: boolean;
  /** On its customers' reserve account. */
  readonly reserveMinor: bigint;
  /** Of the deposits it owes, those that payment institutions keep with it. */
  readonly institutionsDepositsMinor: bigint;
  /** Its customers' time deposits. */
  readonly timeDepositsMinor: bigint;
}

/** What lies at a central bank: by kind of account, and who has accounts there. */
export interface SettlementDeposits {
  /** Minor units; banks, customers' reserve and own funds of payment institutions, clearing houses, government. */
  readonly byKind: readonly bigint[];
  /** Of what lies in accounts of the government's kind, the deposit insurer's fund; `undefined` where there is no insurer. */
  readonly insurerMinor: bigint | undefined;
  readonly holders: readonly Address[];
}

/** Reads who has accounts at central banks, and what they have, from the state. */
export class MemberReader {
  private readonly vm: VirtualMachine;
  private readonly store: LedgerStore;
  private readonly depositsType: StructType;
  private readonly money: MoneyCounters;
  /** Types whose money is counted, by what it is. */
  private readonly places: ReadonlyMap<RuntimeType, "own" | "reserve" | "institutions">;
  private readonly account: StructType | undefined;
  private readonly timeDeposits: StructType | undefined;
  private readonly centralBankBooks: StructType | undefined;
  private readonly insurance: StructType | undefined;

  /** `undefined` where the chain's genesis has no settlement accounts. */
  static of(vm: VirtualMachine, store: LedgerStore): MemberReader | undefined {
    const money = resolveStruct(vm, PACKAGE.money, "money", "Money");
    const deposits = resolveStruct(vm, PACKAGE.banking, "settlement_account", "Deposits");
    return money === undefined || deposits === undefined ? undefined : new MemberReader(vm, store, money, deposits);
  }

  private constructor(vm: VirtualMachine, store: LedgerStore, money: StructType, deposits: StructType) {
    this.vm = vm;
    this.store = store;
    this.depositsType = deposits;
    this.money = new MoneyCounters(money);
    const banking = (module: string, name: string) => resolveStruct(vm, PACKAGE.banking, module, name);
    this.account = banking("settlement_account", "SettlementAccount");
    this.timeDeposits = banking("time_deposits", "TimeDeposits");
    this.centralBankBooks = banking("central_bank_books", "CentralBankBooks");
    this.insurance = banking("deposit_insurance", "Insurance");
    const places = [
      ["own", resolveStruct(vm, PACKAGE.money, "wallet", "Wallet")],
      ["own", banking("operator", "Till")],
      ["own", banking("notes", "Vault")],
      ["reserve", banking("settlement_account", "CustomersReserve")],
      ["institutions", banking("first_mode", "InstitutionsDeposits")],
    ] as const;
    this.places = new Map(places.flatMap(([place, type]) => (type === undefined ? [] : [[type, place] as const])));
  }

  /** What lies at a central bank. */
  deposits(centralBank: Address): SettlementDeposits {
    const bytes = this.store.get(this.vm.resourceKey(this.depositsType, centralBank));
    if (bytes === undefined) return { byKind: [], insurerMinor: undefined, holders: [] };
    const value = this.vm.decodeValue(this.depositsType, bytes) as StructValue;
    const byKind = (value[fieldOf(this.depositsType, "by_kind")] as bigint[]).map(BigInt);
    const holders = [...(value[fieldOf(this.depositsType, "holders")] as Address[])];
    return { byKind, insurerMinor: this.insurersFund(centralBank), holders };
  }

  private insurersFund(centralBank: Address): bigint | undefined {
    const insurance = this.resource(this.insurance, centralBank);
    if (insurance === undefined || this.insurance === undefined || this.account === undefined) return undefined;
    const account = this.resource(this.account, insurance[fieldOf(this.insurance, "insurer")] as Address);
    return account === undefined ? undefined : this.moneyIn(this.account, account);
  }

  private resource(type: StructType | undefined, address: Address): StructValue | undefined {
    const bytes = type === undefined ? undefined : this.store.get(this.vm.resourceKey(type, address));
    return type === undefined || bytes === undefined ? undefined : (this.vm.decodeValue(type, bytes) as StructValue);
  }

  /** What a central bank's books have. */
  balances(centralBank: Address): CentralBankBalances {
    const assets = new Map<number, bigint>();
    const type = this.centralBankBooks;
    const bytes = type === undefined ? undefined : this.store.get(this.vm.resourceKey(type, centralBank));
    if (type === undefined || bytes === undefined) return { assets, equityMinor: 0n };
    const { books } = valueToJson(type, this.vm.decodeValue(type, bytes)) as unknown as CentralBankBooksJson;
    let equityMinor = 0n;
    for (const { number, class: kind, debit, credit } of books.accounts) {
      const standing = BigInt(debit) - BigInt(credit);
      if (kind === ASSET) assets.set(number, standing);
      else if (kind > LIABILITY) equityMinor -= standing;
    }
    return { assets, equityMinor };
  }

  /** What a holder of accounts has now. */
  read(address: Address): Member {
    const prefix = new Uint8Array(33);
    prefix[0] = RESOURCE;
    prefix.set(addressToBytes(address), 1);
    const own: MoneySums = new Map();
    const sums = { reserve: 0n, institutions: 0n };
    let timeDepositsMinor = 0n;
    let isBank = false;
    for (const { key, value } of this.store.scan(prefix)) {
      const type = this.vm.describeKey(this.store, key)?.type;
      if (type === undefined) continue;
      const place = this.places.get(type);
      if (place === undefined && type !== this.timeDeposits && type !== this.account) continue;
      const decoded = this.vm.decodeValue(type, value) as StructValue;
      if (type === this.timeDeposits) timeDepositsMinor = BigInt(decoded[fieldOf(type, "total")] as bigint);
      else if (type === this.account) isBank = kindOf(type, decoded) === BANK;
      else if (place === "own") this.money.of(type)?.(decoded, 1n, own);
      else if (place !== undefined) sums[place] += this.moneyIn(type, decoded);
    }
    return { own, isBank, reserveMinor: sums.reserve, institutionsDepositsMinor: sums.institutions, timeDepositsMinor };
  }

  private moneyIn(type: RuntimeType, value: StructValue): bigint {
    const sums: MoneySums = new Map();
    this.money.of(type)?.(value, 1n, sums);
    return [...sums.values()].reduce((sum, amount) => sum + amount, 0n);
  }
}

/** Classes of accounts; those above are equity, income and expense. */
const ASSET = 1;
const LIABILITY = 2;

/** `CentralBankBooks` as far as it is read. */
interface CentralBankBooksJson {
  readonly books: {
    readonly accounts: readonly { readonly number: number; readonly class: number; readonly debit: string; readonly credit: string }[];
  };
}

/** Number of the kind of settlement account that banks and operators have. */
const BANK = 1;

/** The kind of `SettlementAccount { account: Account { central_bank, kind, money } }`. */
function kindOf(type: StructType, value: StructValue): number {
  const [accountType] = type.fields;
  if (accountType?.kind !== "struct") throw new Error("SettlementAccount.account is not a struct");
  return Number((value[fieldOf(type, "account")] as StructValue)[fieldOf(accountType, "kind")]);
}
