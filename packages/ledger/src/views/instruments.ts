import type { StructValue, VirtualMachine } from "@sycee/move-vm";
import type { Address } from "@sycee/protocol/core";
import { PACKAGE, resolveStruct } from "../framework.ts";
import type { InstrumentView } from "../ledger.ts";
import type { LedgerStore } from "../ledger-store.ts";
import { type JsonFields, readTableEntries } from "./table-entries.ts";

/** Names of the instrument kinds, by their number in `money::instrument`. */
export const INSTRUMENT_KINDS: Readonly<Record<number, string>> = {
  1: "settlement",
  2: "digital cash",
  3: "e-money",
  4: "deposit",
  5: "basket coin",
  6: "token",
  7: "security",
  8: "issuerless",
  9: "notes",
};

/** Every registered instrument with its supply, by id. */
export function readInstruments(vm: VirtualMachine, store: LedgerStore): InstrumentView[] {
  const units = readUnits(vm, store);
  const views = readTable(vm, store, "instrument", "Instrument").map((record) => {
    const issuedMinor = BigInt(String(record.issued));
    const redeemedMinor = BigInt(String(record.redeemed));
    const unit = units.get(Number(record.unit));
    return {
      instrument: Number(record.id),
      symbol: String(record.symbol),
      kind: INSTRUMENT_KINDS[Number(record.kind)] ?? `kind ${String(record.kind)}`,
      unit: unit?.code ?? `unit ${String(record.unit)}`,
      decimals: unit?.decimals ?? 0,
      zoneOffsetMinutes: unit?.offsetMinutes ?? 0,
      issuer: record.issuer === null ? undefined : (record.issuer as Address),
      issuedMinor,
      redeemedMinor,
      outstandingMinor: issuedMinor - redeemedMinor,
    };
  });
  return views.sort((left, right) => left.instrument - right.instrument);
}

/** A unit of account as views need it. */
export interface UnitView {
  readonly code: string;
  readonly decimals: number;
  /** Minutes to add to Greenwich time. */
  readonly offsetMinutes: number;
}

/** The registered units of account, by number. */
export function readUnits(vm: VirtualMachine, store: LedgerStore): ReadonlyMap<number, UnitView> {
  const units = readTable(vm, store, "unit", "Unit");
  return new Map(
    units.map(({ id, code, decimals, zone }) => {
      const { offset_minutes: offset, is_west: isWest } = zone as JsonFields;
      const minutes = Number(offset);
      return [Number(id), { code: String(code), decimals: Number(decimals), offsetMinutes: isWest === true ? -minutes : minutes }];
    }),
  );
}

/** Entries of whatever table holds `0x2::<module>::<name>` records. */
function readTable(vm: VirtualMachine, store: LedgerStore, module: string, name: string): JsonFields[] {
  const type = resolveStruct(vm, PACKAGE.money, module, name);
  const registry = resolveStruct(vm, PACKAGE.money, module, "Registry");
  if (type === undefined || registry === undefined) return [];
  const bytes = store.get(vm.resourceKey(registry, PACKAGE.money));
  if (bytes === undefined) return [];
  const records: JsonFields[] = [];
  for (const handle of tableHandles(
    vm.decodeValue(registry, bytes) as StructValue,
    registry.fields.map((field) => field.key),
  )) {
    for (const { value } of readTableEntries(vm, store, type, handle)) records.push(value);
  }
  return records;
}

// A table is a struct of its handle and length.
function tableHandles(registry: StructValue, fieldKeys: readonly string[]): string[] {
  const handles: string[] = [];
  for (const [index, key] of fieldKeys.entries()) {
    const field = registry[`f${index}`];
    if (key.startsWith("0x1::table::Table<") && typeof field === "object" && "f0" in field) handles.push(String(field.f0));
  }
  return handles;
}
