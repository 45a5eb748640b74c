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
import type { InstrumentView, LawResult } from "../ledger.ts";
import type { ConservationLaw } from "./conservation.ts";

/** What a payment institution's `ReserveRule` says. */
interface Rule {
  readonly instrument: number;
  readonly secondMode: boolean;
}

interface Types {
  readonly rule: StructType;
  readonly reserve: StructType;
  readonly registry: StructType;
  readonly id: RuntimeType;
}

/**
 * Law 2 for payment institutions: in the second mode e-money outstanding, wherever it lies (in customers' accounts, in clearing, in
 * escrow), is never more than the customers' reserve account holds; and there is no way back to the first mode. In the first
 * mode the ledger cannot know what stands behind e-money, and says so.
 */
export class EMoneyCoverLaw {
  private readonly vm: VirtualMachine;
  private readonly conservation: ConservationLaw;
  private readonly types: Types;
  private readonly readRule: (rule: StructValue) => Rule;
  private readonly readReserve: (reserve: StructValue) => bigint;

  /** `undefined` where the chain's genesis has no payment institutions' modules. */
  static of(vm: VirtualMachine, conservation: ConservationLaw): EMoneyCoverLaw | undefined {
    const rule = resolveStruct(vm, PACKAGE.banking, "customers_reserve", "ReserveRule");
    const reserve = resolveStruct(vm, PACKAGE.banking, "settlement_account", "CustomersReserve");
    const registry = resolveStruct(vm, PACKAGE.money, "instrument", "Registry");
    const id = vm.resolveType({ kind: "u32" });
    if (rule === undefined || reserve === undefined || registry === undefined || id === undefined) return undefined;
    return new EMoneyCoverLaw(vm, conservation, { rule, reserve, registry, id });
  }

  private constructor(vm: VirtualMachine, conservation: ConservationLaw, types: Types) {
    this.vm = vm;
    this.conservation = conservation;
    this.types = types;
    const instrument = fieldOf(types.rule, "instrument");
    const secondMode = fieldOf(types.rule, "second_mode");
    this.readRule = (rule) => ({ instrument: Number(rule[instrument]), secondMode: rule[secondMode] === true });
    this.readReserve = reserveReader(types.reserve);
  }

  /** The outcome that replaces a success, `undefined` if the law holds. */
  check(session: BlockSession, changes: readonly StateChange[]): ProgramOutcome | undefined {
    for (const institution of this.concerned(changes)) {
      const rule = this.resource(session, changes, this.types.rule, institution);
      if (
        rule.before !== undefined &&
        this.readRule(rule.before).secondMode &&
        (rule.after === undefined || !this.readRule(rule.after).secondMode)
      )
        return broken(`${institution} would leave the second mode, from which there is no way back.`);
      const after = rule.after === undefined ? undefined : this.readRule(rule.after);
      if (after?.secondMode !== true) continue;
      const reserve = this.resource(session, changes, this.types.reserve, institution).after;
      const held = reserve === undefined ? 0n : this.readReserve(reserve);
      const outstanding = this.outstanding(session, changes, after.instrument);
      if (outstanding > held) {
        return broken(`e-money of ${institution} would be ${outstanding} minor units and its customers' reserve ${held}.`);
      }
    }
    return undefined;
  }

  /** Collects rules and reserves while the whole state is walked. */
  beginRecount(): {
    wants(type: RuntimeType): boolean;
    add(type: RuntimeType, address: Address, value: MoveValue): void;
    results(instruments: readonly InstrumentView[]): LawResult[];
  } {
    const rules = new Map<Address, Rule>();
    const reserves = new Map<Address, bigint>();
    return {
      wants: (type) => type === this.types.rule || type === this.types.reserve,
      add: (type, address, value) => {
        if (type === this.types.rule) rules.set(address, this.readRule(value as StructValue));
        else reserves.set(address, this.readReserve(value as StructValue));
      },
      results: (instruments) => {
        if (rules.size === 0) return [];
        const lines = [...rules].map(([institution, rule]) => {
          const eMoney = instruments.find((view) => view.instrument === rule.instrument)?.outstandingMinor ?? 0n;
          const reserve = reserves.get(institution) ?? 0n;
          return { institution, rule, eMoney, reserve, holds: !rule.secondMode || eMoney <= reserve };
        });
        return [
          {
            law: 2,
            name: "e-money covered by customers' reserves",
            holds: lines.every(({ holds }) => holds),
            evidence: lines.map(({ institution, rule, eMoney, reserve, holds }) => ({
              institution,
              mode: rule.secondMode ? "second" : "first",
              eMoney: `${eMoney}`,
              reserve: `${reserve}`,
              cover: eMoney <= reserve ? "full" : rule.secondMode ? "breached" : "not on the ledger",
              holds,
            })),
          },
        ];
      },
    };
  }

  /** Institutions whose rule, reserve or e-money a transaction changes. */
  private concerned(changes: readonly StateChange[]): ReadonlySet<Address> {
    let found: Set<Address> | undefined;
    for (const change of changes) {
      const { type } = change;
      let address: Address | undefined;
      if (type === this.types.rule || type === this.types.reserve) address = addressFromBytes(change.key.subarray(1, 33));
      else if (type === this.conservation.instrumentType)
        address = this.conservation.issuer((change.after ?? change.before) as StructValue);
      if (address !== undefined) (found ??= new Set()).add(address);
    }
    return found ?? NOBODY;
  }

  private resource(
    session: BlockSession,
    changes: readonly StateChange[],
    type: StructType,
    address: Address,
  ): { readonly before: StructValue | undefined; readonly after: StructValue | undefined } {
    const key = Buffer.from(this.vm.resourceKey(type, address));
    const change = changes.find((each) => each.type === type && key.equals(each.key));
    if (change !== undefined) return { before: change.before as StructValue | undefined, after: change.after as StructValue | undefined };
    const value = session.readResource(type, address) as StructValue | undefined;
    return { before: value, after: value };
  }

  private outstanding(session: BlockSession, changes: readonly StateChange[], id: number): bigint {
    const { instrumentType } = this.conservation;
    for (const { type, before, after } of changes) {
      if (type !== instrumentType || this.conservation.instrumentId((after ?? before) as StructValue) !== id) continue;
      return after === undefined ? 0n : this.conservation.outstanding(after as StructValue);
    }
    const registry = session.readResource(this.types.registry, PACKAGE.money) as StructValue | undefined;
    const table = registry?.[fieldOf(this.types.registry, "instruments")] as StructValue | undefined;
    if (table === undefined) throw new Error("there is e-money and no registry of instruments");
    const record = session.readTableEntry(table.f0 as Address, this.types.id, id, instrumentType);
    return record === undefined ? 0n : this.conservation.outstanding(record as StructValue);
  }
}

const NOBODY: ReadonlySet<Address> = new Set();

function broken(detail: string): ProgramOutcome {
  return { kind: "failed", code: "law_broken", detail: `Law 2: ${detail}`, location: undefined };
}

/** Reads `CustomersReserve { account: Account { …, money: Money { instrument, value } } }`. */
function reserveReader(reserveType: StructType): (reserve: StructValue) => bigint {
  const account = fieldOf(reserveType, "account");
  const accountType = reserveType.fields[Number(account.slice(1))];
  if (accountType?.kind !== "struct") throw new Error("CustomersReserve.account is not a struct");
  const money = fieldOf(accountType, "money");
  return (reserve) => BigInt(((reserve[account] as StructValue)[money] as StructValue).f1 as bigint);
}
