import type { RuntimeType, VirtualMachine } from "@sycee/move-vm";
import type { Address } from "@sycee/protocol/core";
import { PACKAGE, resolveStruct } from "../framework.ts";
import type { InstrumentView, JsonValue } from "../ledger.ts";
import type { LedgerStore } from "../ledger-store.ts";
import { readInstruments, readUnits, type UnitView } from "./instruments.ts";
import type { JsonFields } from "./table-entries.ts";
import { valueToJson } from "./value-json.ts";

const TABLE_ENTRY = 0x02;
const TYPE_HASH_AT = 33;
const TYPE_HASH_BYTES = 16;

/** Reads values of the framework's types from the state as it is after the last block, for one question. */
export class StateReader {
  readonly vm: VirtualMachine;
  readonly store: LedgerStore;
  /** Of the last block. */
  readonly timeMs: bigint;
  private readonly instrumentsByNumber: ReadonlyMap<number, InstrumentView>;
  private unitsByNumber: ReadonlyMap<number, UnitView> | undefined;

  constructor(vm: VirtualMachine, store: LedgerStore, timeMs: bigint) {
    this.vm = vm;
    this.store = store;
    this.timeMs = timeMs;
    this.instrumentsByNumber = new Map(readInstruments(vm, store).map((instrument) => [instrument.instrument, instrument]));
  }

  /** The fields of a resource of the framework at an address; `undefined` where there is none. */
  resource(package_: keyof typeof PACKAGE, module: string, name: string, address: Address): JsonFields | undefined {
    return this.resourceOf(resolveStruct(this.vm, PACKAGE[package_], module, name), address);
  }

  /** The same by type; `undefined` where the chain does not know the type. */
  resourceOf(type: RuntimeType | undefined, address: Address): JsonFields | undefined {
    const bytes = type === undefined ? undefined : this.store.get(this.vm.resourceKey(type, address));
    return type === undefined || bytes === undefined ? undefined : fieldsOf(valueToJson(type, this.vm.decodeValue(type, bytes)));
  }

  /** The entry under a number in a table of structs of the framework; the key is a u32 of 4 bytes or a u64 of 8. */
  entry(
    package_: keyof typeof PACKAGE,
    module: string,
    name: string,
    table: JsonValue | undefined,
    key: bigint,
    keyBytes: 4 | 8,
  ): JsonFields | undefined {
    const type = resolveStruct(this.vm, PACKAGE[package_], module, name);
    if (type === undefined) return undefined;
    const bytes = Buffer.alloc(TYPE_HASH_AT + TYPE_HASH_BYTES + keyBytes);
    bytes[0] = TABLE_ENTRY;
    bytes.set(Buffer.from(textOf(fieldsOf(table).handle).slice(2), "hex"), 1);
    bytes.set(this.vm.resourceKey(type, PACKAGE.std).subarray(TYPE_HASH_AT), TYPE_HASH_AT);
    if (keyBytes === 4) bytes.writeUInt32LE(Number(key), TYPE_HASH_AT + TYPE_HASH_BYTES);
    else bytes.writeBigUInt64LE(key, TYPE_HASH_AT + TYPE_HASH_BYTES);
    const value = this.store.get(bytes);
    return value === undefined ? undefined : fieldsOf(valueToJson(type, this.vm.decodeValue(type, value)));
  }

  /** Every instrument, by number. */
  instruments(): readonly InstrumentView[] {
    return [...this.instrumentsByNumber.values()];
  }

  /** An instrument that something in the state names. */
  instrument(number: JsonValue | undefined): InstrumentView {
    const found = this.instrumentsByNumber.get(Number(number));
    if (found === undefined) throw new Error(`the state names instrument ${String(number)}, which does not exist`);
    return found;
  }

  /** Number, symbol, unit and decimals of an instrument that something in the state names. */
  nameOf(number: JsonValue | undefined): {
    readonly instrument: number;
    readonly symbol: string;
    readonly unit: string;
    readonly decimals: number;
  } {
    const { instrument, symbol, unit, decimals } = this.instrument(number);
    return { instrument, symbol, unit, decimals };
  }

  /** The units of account, by number. */
  units(): ReadonlyMap<number, UnitView> {
    this.unitsByNumber ??= readUnits(this.vm, this.store);
    return this.unitsByNumber;
  }

  /** A unit of account that something in the state names. */
  unit(number: JsonValue | undefined): UnitView {
    const found = this.units().get(Number(number));
    if (found === undefined) throw new Error(`the state names unit ${String(number)}, which does not exist`);
    return found;
  }
}

/** A struct's fields. Throws where the state has something else. */
export function fieldsOf(value: JsonValue | undefined): JsonFields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error("a struct was expected in the state");
  return value as JsonFields;
}

/** A vector's elements. Throws where the state has something else. */
export function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  if (!Array.isArray(value)) throw new Error("a vector was expected in the state");
  return value as readonly JsonValue[];
}

/** Text, an address or a wide integer. Throws where the state has something else. */
export function textOf(value: JsonValue | undefined): string {
  if (typeof value !== "string") throw new Error("text was expected in the state");
  return value;
}

/** The same where there may be none. */
export function textOrNull(value: JsonValue | undefined): string | null {
  return value === null ? null : textOf(value);
}

/** An integer of any width. Throws where the state has something else. */
export function integerOf(value: JsonValue | undefined): bigint {
  if (typeof value === "number") return BigInt(value);
  return BigInt(textOf(value));
}
