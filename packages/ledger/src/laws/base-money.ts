import type {
  BlockSession,
  MoveValue,
  ProgramOutcome,
  RuntimeType,
  StateChange,
  StructType,
  StructValue,
  VirtualMachine,
} from "@sycee/move-vm";
import type { Address } from "@sycee/protocol";
import { fieldOf, PACKAGE, resolveStruct } from "../framework.ts";
import type { InstrumentView, LawResult } from "../ledger.ts";
import type { ConservationLaw } from "./conservation.ts";

const FULL_BPS = 10_000n;
const NOBODY: ReadonlySet<Address> = new Set();

/** What a central bank's books say, in minor units. */
interface Books {
  readonly settlement: number;
  readonly cash: number;
  readonly assets: bigint;
  /** Performing assets at book value after haircut. */
  readonly eligible: bigint;
  /** The same if every asset performed: what new money was measured against at some time. */
  readonly eligibleAtMost: bigint;
  readonly capital: bigint;
}

/**
 * Law 2 for base money, and law 3 for a central bank's books. New base money commits only if base money after it is at
 * most the performing assets after haircut. An asset that fails is no breach by itself: it stops the next issue.
 */
export class BaseMoneyLaw {
  private readonly vm: VirtualMachine;
  private readonly conservation: ConservationLaw;
  private readonly bankType: StructType;
  private readonly registryType: StructType;
  private readonly idType: RuntimeType;
  private readonly readBooks: (bank: StructValue) => Books;

  /** `undefined` where the chain's genesis has no central bank module. */
  static of(vm: VirtualMachine, conservation: ConservationLaw): BaseMoneyLaw | undefined {
    const bankType = resolveStruct(vm, PACKAGE.banking, "central_bank", "CentralBank");
    const registryType = resolveStruct(vm, PACKAGE.money, "instrument", "Registry");
    const idType = vm.resolveType({ kind: "u32" });
    if (bankType === undefined || registryType === undefined || idType === undefined) return undefined;
    return new BaseMoneyLaw(vm, conservation, bankType, registryType, idType);
  }

  private constructor(
    vm: VirtualMachine,
    conservation: ConservationLaw,
    bankType: StructType,
    registryType: StructType,
    idType: RuntimeType,
  ) {
    this.vm = vm;
    this.conservation = conservation;
    this.bankType = bankType;
    this.registryType = registryType;
    this.idType = idType;
    this.readBooks = booksReader(bankType);
  }

  /** The outcome that replaces a success, `undefined` if the law holds. */
  check(session: BlockSession, changes: readonly StateChange[]): ProgramOutcome | undefined {
    const grown = this.issuersOfNewMoney(changes);
    for (const issuer of grown) {
      const bank = this.bankAfter(session, changes, issuer);
      if (bank === undefined) continue;
      const books = this.readBooks(bank);
      const before = this.baseMoney(session, changes, books, "before");
      const after = this.baseMoney(session, changes, books, "after");
      if (after > before && after > books.eligible) {
        const detail = `Law 2: base money would be ${after} minor units and the performing assets after haircut are ${books.eligible}.`;
        return { kind: "failed", code: "law_broken", detail, location: undefined };
      }
    }
    return undefined;
  }

  /** Collects central banks while the whole state is walked. */
  beginRecount(): {
    wants(type: RuntimeType): boolean;
    add(address: Address, bank: MoveValue): void;
    results(instruments: readonly InstrumentView[]): LawResult[];
  } {
    const banks: { readonly address: Address; readonly books: Books }[] = [];
    return {
      wants: (type) => type === this.bankType,
      add: (address, bank) => banks.push({ address, books: this.readBooks(bank as StructValue) }),
      results: (instruments) => {
        const outstanding = (id: number) => instruments.find((view) => view.instrument === id)?.outstandingMinor ?? 0n;
        const lines = banks.map(({ address, books }) => ({
          address,
          books,
          base: outstanding(books.settlement) + outstanding(books.cash),
        }));
        return [
          {
            law: 2,
            name: "base money covered by performing assets after haircut",
            // An asset that failed breaches the cover and no law; money beyond what all assets could ever cover was never issued lawfully.
            holds: lines.every(({ base, books }) => base <= books.eligibleAtMost),
            evidence: lines.map(({ address, base, books }) => ({
              centralBank: address,
              baseMoney: `${base}`,
              eligibleAssets: `${books.eligible}`,
              cover: base <= books.eligible ? "full" : "breached",
            })),
          },
          {
            law: 3,
            name: "central bank books balance",
            holds: lines.every(({ base, books }) => books.assets === base + books.capital),
            evidence: lines.map(({ address, base, books }) => ({
              centralBank: address,
              assets: `${books.assets}`,
              baseMoney: `${base}`,
              capital: `${books.capital}`,
              holds: books.assets === base + books.capital,
            })),
          },
        ];
      },
    };
  }

  private issuersOfNewMoney(changes: readonly StateChange[]): ReadonlySet<Address> {
    if (!changes.some(({ type }) => type === this.conservation.instrumentType)) return NOBODY;
    const issuers = new Set<Address>();
    for (const { type, before, after } of changes) {
      if (type !== this.conservation.instrumentType || after === undefined) continue;
      const supplyBefore = before === undefined ? 0n : this.conservation.outstanding(before as StructValue);
      if (this.conservation.outstanding(after as StructValue) <= supplyBefore) continue;
      const issuer = this.conservation.issuer(after as StructValue);
      if (issuer !== undefined) issuers.add(issuer);
    }
    return issuers;
  }

  private bankAfter(session: BlockSession, changes: readonly StateChange[], issuer: Address): StructValue | undefined {
    const key = Buffer.from(this.vm.resourceKey(this.bankType, issuer));
    const change = changes.find((each) => each.type === this.bankType && key.equals(each.key));
    return (change === undefined ? session.readResource(this.bankType, issuer) : change.after) as StructValue | undefined;
  }

  private baseMoney(session: BlockSession, changes: readonly StateChange[], books: Books, when: "before" | "after"): bigint {
    return this.outstanding(session, changes, books.settlement, when) + this.outstanding(session, changes, books.cash, when);
  }

  private outstanding(session: BlockSession, changes: readonly StateChange[], id: number, when: "before" | "after"): bigint {
    for (const change of changes) {
      const known = change.after ?? change.before;
      if (change.type !== this.conservation.instrumentType || this.conservation.instrumentId(known as StructValue) !== id) continue;
      const record = change[when];
      return record === undefined ? 0n : this.conservation.outstanding(record as StructValue);
    }
    const registry = session.readResource(this.registryType, PACKAGE.money) as StructValue | undefined;
    const table = registry?.[fieldOf(this.registryType, "instruments")] as StructValue | undefined;
    if (table === undefined) throw new Error("there is money and no registry of instruments");
    const record = session.readTableEntry(table.f0 as Address, this.idType, id, this.conservation.instrumentType);
    return record === undefined ? 0n : this.conservation.outstanding(record as StructValue);
  }
}

/** Reads `CentralBank { …, settlement: u32, cash: u32, assets: vector<Asset>, capital, … }`. */
function booksReader(bankType: StructType): (bank: StructValue) => Books {
  const settlement = fieldOf(bankType, "settlement");
  const cash = fieldOf(bankType, "cash");
  const capital = fieldOf(bankType, "capital");
  const assets = fieldOf(bankType, "assets");
  const assetsType = bankType.fields[Number(assets.slice(1))];
  const assetType = assetsType?.kind === "vector" ? assetsType.element : undefined;
  if (assetType?.kind !== "struct") throw new Error("CentralBank.assets is not a vector of structs");
  const bookValue = fieldOf(assetType, "book_value");
  const haircut = fieldOf(assetType, "haircut_bps");
  const performing = fieldOf(assetType, "performing");
  return (bank) => {
    let total = 0n;
    let eligible = 0n;
    let eligibleAtMost = 0n;
    for (const asset of bank[assets] as StructValue[]) {
      const value = BigInt(asset[bookValue] as bigint);
      total += value;
      const counted = (value * (FULL_BPS - BigInt(asset[haircut] as bigint))) / FULL_BPS;
      eligibleAtMost += counted;
      if (asset[performing] === true) eligible += counted;
    }
    return {
      settlement: Number(bank[settlement]),
      cash: Number(bank[cash]),
      assets: total,
      eligible,
      eligibleAtMost,
      capital: BigInt(bank[capital] as bigint),
    };
  };
}
