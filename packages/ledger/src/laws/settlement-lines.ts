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
import { type Address, addressFromBytes } from "@sycee/protocol/core";
import { fieldOf, PACKAGE, resolveStruct } from "../framework.ts";
import type { LawResult } from "../ledger.ts";

/** Numbers of the asset lines, as in `banking::chart`. */
const SETTLEMENT_LINE = 1010;
const RESERVE_LINE = 1015;
/** Kinds of a `SettlementAccount`, as in `banking::settlement_account`. */
const OF_BANK = 1;
const OF_CLEARING_HOUSE = 4;

/** The resources that are compared. */
const ROLES = ["institution", "house", "settlement", "reserve", "ownFunds"] as const;
type Role = (typeof ROLES)[number];
/** What lies at one address. */
type Found = Partial<Record<Role, StructValue>>;

/** An asset line of an institution's books beside the account at the central bank that it is about, in minor units. */
interface Comparison {
  readonly line: number;
  readonly account: "settlement" | "reserve" | "own funds";
  readonly booked: bigint;
  readonly held: bigint;
}

interface Readers {
  /** What an asset line stands at; `undefined` where the books have no such line. */
  readonly line: (books: StructValue, number: number) => bigint | undefined;
  readonly money: (account: StructValue) => bigint;
  readonly kind: (account: StructValue) => number;
}

/**
 * Law 3, for what institutions have at central banks: the lines of their books for the settlement account (1010) and the
 * customers' reserve (1015) stand at what lies there. A bank's and a clearing house's line 1010 is their settlement account, a
 * payment institution's its own funds. Operators, the government and the insurer keep no such books.
 */
export class SettlementLineLaw {
  private readonly vm: VirtualMachine;
  private readonly types: Readonly<Record<Role, StructType>>;
  private readonly roles: ReadonlyMap<RuntimeType, Role>;
  private readonly readers: Readers;

  /** `undefined` where the chain's genesis has no institutions. */
  static of(vm: VirtualMachine): SettlementLineLaw | undefined {
    const institution = resolveStruct(vm, PACKAGE.banking, "institution", "InstitutionBooks");
    const house = resolveStruct(vm, PACKAGE.banking, "clearing_house", "ClearingHouseBooks");
    const settlement = resolveStruct(vm, PACKAGE.banking, "settlement_account", "SettlementAccount");
    const reserve = resolveStruct(vm, PACKAGE.banking, "settlement_account", "CustomersReserve");
    const ownFunds = resolveStruct(vm, PACKAGE.banking, "settlement_account", "OwnFunds");
    if (institution === undefined || house === undefined) return undefined;
    if (settlement === undefined || reserve === undefined || ownFunds === undefined) return undefined;
    return new SettlementLineLaw(vm, { institution, house, settlement, reserve, ownFunds });
  }

  private constructor(vm: VirtualMachine, types: Readonly<Record<Role, StructType>>) {
    this.vm = vm;
    this.types = types;
    this.roles = new Map(ROLES.map((role) => [types[role], role]));
    this.readers = readersOf(types.institution, types.settlement);
  }

  /** The outcome that replaces a success, `undefined` if the law holds. Transactions that touch none of this cost a look at each change's type. */
  check(session: BlockSession, changes: readonly StateChange[]): ProgramOutcome | undefined {
    let concerned: Set<Address> | undefined;
    for (const change of changes) {
      if (this.roles.has(change.type)) (concerned ??= new Set()).add(addressFromBytes(change.key.subarray(1, 33)));
    }
    if (concerned === undefined) return undefined;
    for (const address of concerned) {
      const found: Found = {};
      for (const role of ROLES) {
        const value = this.after(session, changes, role, address);
        if (value !== undefined) found[role] = value;
      }
      const wrong = this.compare(found).find(({ booked, held }) => booked !== held);
      if (wrong === undefined) continue;
      const detail = `Law 3: line ${wrong.line} in the books of ${address} would be ${wrong.booked} minor units and its ${wrong.account} account ${wrong.held}.`;
      return { kind: "failed", code: "law_broken", detail, location: undefined };
    }
    return undefined;
  }

  /** Collects books and accounts while the whole state is walked. */
  beginRecount(): {
    wants(type: RuntimeType): boolean;
    add(type: RuntimeType, address: Address, value: MoveValue): void;
    results(): LawResult[];
  } {
    const all = new Map<Address, Found>();
    return {
      wants: (type) => this.roles.has(type),
      add: (type, address, value) => {
        const role = this.roles.get(type);
        if (role !== undefined) all.set(address, { ...all.get(address), [role]: value as StructValue });
      },
      results: () => {
        const evidence = [...all].flatMap(([institution, found]) =>
          this.compare(found).map(({ line, account, booked, held }) => {
            return { institution, line, account, booked: `${booked}`, held: `${held}`, holds: booked === held };
          }),
        );
        if (evidence.length === 0) return [];
        const name = "institutions' lines for accounts at the central bank equal the accounts";
        return [{ law: 3, name, holds: evidence.every(({ holds }) => holds), evidence }];
      },
    };
  }

  private after(session: BlockSession, changes: readonly StateChange[], role: Role, address: Address): StructValue | undefined {
    const type = this.types[role];
    const key = Buffer.from(this.vm.resourceKey(type, address));
    const change = changes.find((each) => each.type === type && key.equals(each.key));
    return (change === undefined ? session.readResource(type, address) : change.after) as StructValue | undefined;
  }

  private compare({ institution, house, settlement, reserve, ownFunds }: Found): Comparison[] {
    const { line, money, kind } = this.readers;
    const heldIn = (account: StructValue | undefined, ofKind?: number): bigint =>
      account === undefined || (ofKind !== undefined && kind(account) !== ofKind) ? 0n : money(account);
    const comparisons: Comparison[] = [];
    if (house !== undefined) {
      const booked = line(house, SETTLEMENT_LINE) ?? 0n;
      comparisons.push({ line: SETTLEMENT_LINE, account: "settlement", booked, held: heldIn(settlement, OF_CLEARING_HOUSE) });
    }
    if (institution === undefined) return comparisons;
    const booked = line(institution, SETTLEMENT_LINE) ?? 0n;
    const inReserve = line(institution, RESERVE_LINE);
    if (inReserve === undefined) {
      comparisons.push({ line: SETTLEMENT_LINE, account: "settlement", booked, held: heldIn(settlement, OF_BANK) });
      return comparisons;
    }
    comparisons.push({ line: SETTLEMENT_LINE, account: "own funds", booked, held: heldIn(ownFunds) });
    comparisons.push({ line: RESERVE_LINE, account: "reserve", booked: inReserve, held: heldIn(reserve) });
    return comparisons;
  }
}

/** Readers of `InstitutionBooks { books: Books { …, accounts: vector<Account { number, …, debit, credit, … }> } }`, as of every such resource, and of `SettlementAccount { account: Account { …, kind, money } }`. */
function readersOf(holderType: StructType, accountHolderType: StructType): Readers {
  // Each of the resources has one field only, the books or the account.
  const booksType = onlyField(holderType);
  const accounts = fieldOf(booksType, "accounts");
  const accountsType = booksType.fields[Number(accounts.slice(1))];
  const lineType = accountsType?.kind === "vector" ? accountsType.element : undefined;
  if (lineType?.kind !== "struct") throw new Error("Books.accounts is not a vector of structs");
  const [number, debit, credit] = [fieldOf(lineType, "number"), fieldOf(lineType, "debit"), fieldOf(lineType, "credit")];
  const accountType = onlyField(accountHolderType);
  const [kind, money] = [fieldOf(accountType, "kind"), fieldOf(accountType, "money")];
  return {
    line: (holder, wanted) => {
      const lines = (holder.f0 as StructValue)[accounts] as StructValue[];
      const line = lines.find((each) => Number(each[number]) === wanted);
      return line === undefined ? undefined : BigInt(line[debit] as bigint) - BigInt(line[credit] as bigint);
    },
    money: (holder) => BigInt(((holder.f0 as StructValue)[money] as StructValue).f1 as bigint),
    kind: (holder) => Number((holder.f0 as StructValue)[kind]),
  };
}

function onlyField(type: StructType): StructType {
  const [field, ...others] = type.fields;
  if (field?.kind !== "struct" || others.length > 0) throw new Error(`${type.key} has other fields than one struct`);
  return field;
}
