import type { StateStore } from "../state/state-store.ts";

/**
 * A Move value as ordinary JavaScript:
 * - `bool` is a boolean, `u8`, `u16`, `u32` are numbers, `u64`, `u128`, `u256` are bigints
 * - `address` and `signer` are strings of `0x` and 64 lowercase hexadecimal digits
 * - `vector<u8>` is a `Uint8Array`, any other vector an array
 * - `0x1::string::String` and `0x1::ascii::String` are strings
 * - `0x1::option::Option<T>` is the value or `undefined`; an option of an option is `{ some: value or undefined }` or `undefined`
 * - a struct is an object by field name
 * - an enum is an object by field name with the variant's name as `$kind`
 */
export type PlainValue = boolean | number | bigint | string | Uint8Array | undefined | readonly PlainValue[] | PlainObject;

/** Fields by name; `$kind` is the variant of an enum. */
export interface PlainObject {
  readonly [field: string]: PlainValue;
}

/**
 * An argument: a plain value, or `{ bcs }` with its BCS bytes. Integers of every width may be numbers (up to 2^53 - 1) or
 * bigints, addresses may be short, `vector<u8>` may be an array of numbers, no option may also be `null`. Where a struct has
 * itself a field named `bcs`, the object is that struct.
 */
export type VmArgument = PlainValue | null | { readonly bcs: Uint8Array };

/** A value that came out of a call, in both forms. */
export interface VmValue {
  /** Printed type, e.g. `vector<0x2::money::Money>`. */
  readonly type: string;
  readonly value: PlainValue;
  /** BCS; `undefined` for values with a signer inside, which have no encoding. */
  readonly bcs: Uint8Array | undefined;
}

/** What a `&mut` argument became. */
export interface ChangedArgument extends VmValue {
  /** Its index in `arguments`. */
  readonly argument: number;
}

/** Where values of `std::ledger` and `std::table` are kept. Synchronous; keys are up to a few hundred bytes. */
export interface VmStore extends StateStore {
  /** Keeps `value` under `key`, in place of what was there. The bytes are not modified afterwards. */
  set(key: Uint8Array, value: Uint8Array): void;
  delete(key: Uint8Array): void;
}

/** Options of `createVm`. */
export interface VmOptions {
  /** Bytecode of all modules, dependencies included, in any order. */
  readonly modules: readonly Uint8Array[];
  /** What calls leave behind; by default it is kept in memory for as long as the machine. */
  readonly store?: VmStore;
  /** Gas of a call that does not say otherwise; one unit is about a nanosecond of a machine that is warm, and half of it of one that is not. Default 40,000,000. */
  readonly gas?: number;
}

/** Options of one call. */
export interface VmCallOptions {
  /** Printed types, e.g. `u64` or `vector<0x2::money::Money>`. */
  readonly typeArguments?: readonly string[];
  /** One for each parameter but `&Ledger` and `&mut Ledger`; the address for a `signer` or `&signer`. */
  readonly arguments?: readonly VmArgument[];
  readonly gas?: number;
  /** The time that `ledger::time_ms` answers. Default 0. */
  readonly timeMs?: bigint;
}

/** Why a call could not be made; nothing ran. */
export type CallFault =
  | "bad_option"
  | "bad_function_name"
  | "unknown_function"
  | "not_callable"
  | "wrong_type_argument"
  | "wrong_argument_count"
  | "wrong_argument";

/** How a call ended. Only one that is `ok` leaves changes behind. */
export type VmResult =
  | {
      readonly status: "ok";
      /** What the function returned; of references, what they point at. */
      readonly values: readonly VmValue[];
      /** The `&mut` arguments after the call. */
      readonly changed: readonly ChangedArgument[];
      readonly events: readonly VmValue[];
      readonly gasUsed: number;
    }
  | {
      readonly status: "abort";
      /** `0x…::module` that aborted. */
      readonly module: string;
      readonly function: string;
      /** Index of the bytecode instruction. */
      readonly offset: number;
      /** The abort code. */
      readonly code: bigint;
      /** Identifier of the `#[error]` constant, if the code names one. */
      readonly constant: string | undefined;
      /** The text of the `#[error]` constant, or a sentence with the code. */
      readonly message: string;
      readonly gasUsed: number;
    }
  | {
      readonly status: "error";
      /** The place, `undefined` if nothing ran or the fault lies in no function. */
      readonly module: string | undefined;
      readonly function: string | undefined;
      readonly offset: number | undefined;
      /** An `ExecutionErrorCode`, or a `CallFault` if nothing ran. */
      readonly code: string;
      readonly message: string;
      readonly gasUsed: number;
    };

/** A machine with modules loaded into it. Calls run one after another, each to its end. */
export interface Vm {
  /**
   * Calls a `public` or `entry` function by its name, `0x42::module::function`. Every fault of the call is told in the
   * result. The caller is trusted with what transactions are not: to sign as anybody, and to make values of any struct.
   */
  call(name: string, options?: VmCallOptions): VmResult;
}
