import type { GasSchedule } from "../gas/gas-schedule.ts";
import type { StateStore } from "../state/state-store.ts";
import type { ElementChanges, EmittedEvent, StateChange } from "../state/transaction-state.ts";
import type { MoveLocation } from "./execution-error.ts";
import type { EnumType, MoveValue, RuntimeType, StructType } from "./runtime-type.ts";

/** A Move type by name, as the outside writes it; structurally the protocol's type tag. */
export type TypeName =
  | { readonly kind: "bool" | "u8" | "u16" | "u32" | "u64" | "u128" | "u256" | "address" | "signer" }
  | { readonly kind: "vector"; readonly element: TypeName }
  | {
      readonly kind: "struct";
      readonly address: `0x${string}`;
      readonly module: string;
      readonly name: string;
      readonly typeArguments: readonly TypeName[];
    };

/** An argument of a call in a transaction's program. */
export type ProgramArgument =
  | { readonly kind: "literal"; readonly bytes: Uint8Array }
  | { readonly kind: "signer"; readonly index: number }
  | { readonly kind: "result"; readonly call: number; readonly value: number };

/** One call of an entry function; structurally the protocol's call. */
export interface ProgramCall {
  readonly address: `0x${string}`;
  readonly module: string;
  readonly function: string;
  readonly typeArguments: readonly TypeName[];
  readonly arguments: readonly ProgramArgument[];
}

/** What runs as one transaction. */
export interface Program {
  /** 32 bytes; table handles derive from it. */
  readonly transactionId: Uint8Array;
  readonly signers: readonly `0x${string}`[];
  readonly gasLimit: number;
  readonly calls: readonly ProgramCall[];
}

/** A refusal before anything ran: the program does not fit the modules. Codes are the protocol's 3xxx codes. */
export type ProgramFault =
  | "unknown_function"
  | "wrong_argument_count"
  | "wrong_argument_type"
  | "wrong_type_argument"
  | "unused_result"
  | "result_unavailable";

/** How a program ended. Whatever is not `executed` left no change. */
export type ProgramOutcome =
  | { readonly kind: "executed" }
  | {
      readonly kind: "aborted";
      readonly location: MoveLocation;
      readonly abortCode: bigint;
      readonly name: string | undefined;
      readonly text: string | undefined;
    }
  | {
      readonly kind: "failed";
      readonly code: string;
      readonly detail: string;
      readonly location: MoveLocation | undefined;
      /** Which fault of its code, if the code has several (`vector_error`: 1 index out of bounds, 2 pop from empty, 3 unpack of another length). */
      readonly subStatus?: number;
    };

export interface ProgramResult {
  readonly outcome: ProgramOutcome;
  readonly gasUsed: number;
  readonly events: readonly EmittedEvent[];
}

/** An entry of a block's write set: `value` undefined means removed. */
export interface StateWrite {
  readonly key: Uint8Array;
  readonly value: Uint8Array | undefined;
  /** Of a page of a paged vector in which elements changed: the difference to the value before, for `applyPagePatch`. */
  readonly patch?: Uint8Array;
  /** What is known of an entry that changes often; its `bytes` are the key. */
  readonly memo?: KeyMemo;
}

/** A key of state with what was worked out of it before, so that it is worked out once for many blocks. */
export interface KeyMemo {
  readonly bytes: Uint8Array;
  /** One character a byte, for maps. */
  text: string | undefined;
  /** blake2b-256 of the bytes. */
  hash: Uint8Array | undefined;
  /** Part of a store that keeps the entry's value, and the number under which it does: theirs to set and to read. */
  keeper: object | undefined;
  keptAt: number;
}

/** Execution of one block: programs in order above a common overlay. Nothing outlives it unless `commit` is called. */
export interface BlockSession {
  /**
   * Runs one program. `inspect` is called after a successful run, before its changes join the block: if it answers with
   * an outcome, the program's changes are undone and that outcome stands (laws of the ledger are checked there).
   */
  execute(
    program: Program,
    inspect?: (changes: readonly StateChange[], elements: ElementChanges) => ProgramOutcome | undefined,
  ): ProgramResult;
  /** The committed or block-overlay value of a resource at this point; not to be modified. */
  readResource(type: RuntimeType, address: `0x${string}`): MoveValue | undefined;
  /** The same for a table's entry. */
  readTableEntry(handle: `0x${string}`, key: RuntimeType, keyValue: MoveValue, type: RuntimeType): MoveValue | undefined;
  /** Everything the block changed, sorted by key, encoded. Entries changed and changed back to the same bytes are left out. */
  writeSet(): StateWrite[];
  /** Makes the block's overlay part of the committed objects that later sessions start from. */
  commit(): void;
}

/** A loaded set of modules. Not re-entrant: one session, one program at a time. */
export interface VirtualMachine {
  /** Begins a block above `store`. Sessions do not nest: beginning another discards the one before unless it was committed. */
  beginBlock(store: StateStore, height: bigint, timeMs: bigint): BlockSession;
  /** The interned run-time type of a name; `undefined` if a struct does not exist or type arguments do not fit. */
  resolveType(name: TypeName): RuntimeType | undefined;
  /** The name of a run-time type. */
  typeName(type: RuntimeType): TypeName;
  /** Every struct and enum declared without type parameters. */
  declaredTypes(): readonly (StructType | EnumType)[];
  /** Types made so far, those that programs have named among them: they stay as long as the machine does. */
  readonly typeCount: number;
  /** State key of the resource `type` at `address`. */
  resourceKey(type: RuntimeType, address: `0x${string}`): Uint8Array;
  /** What a state key means; `undefined` for keys that are neither resource nor table entry. `store` answers for generic types (see state-key.ts). */
  describeKey(store: StateStore, key: Uint8Array): StateKeyMeaning | undefined;
  /** BCS of a value. */
  encodeValue(type: RuntimeType, value: MoveValue): Uint8Array;
  /** Value of BCS bytes, strictly; throws `BcsError`. */
  decodeValue(type: RuntimeType, bytes: Uint8Array): MoveValue;
  /** Names and types of a function's parameters and results, `undefined` if there is none of that name. */
  describeFunction(address: `0x${string}`, module: string, name: string): FunctionDescription | undefined;
  /**
   * Takes in modules that were published on this chain before, all in one go; a session that is open is over. A session that is
   * committed loads what it published by itself. Throws `ModuleFormatError` or `ModuleLinkError`.
   */
  loadModules(modules: readonly Uint8Array[]): void;
  /** The loaded modules with their functions. */
  modules(): readonly ModuleDescription[];
}

/** The meaning of a state key; `type` is the type of the stored value. */
export type StateKeyMeaning =
  | { readonly kind: "resource"; readonly address: `0x${string}`; readonly type: RuntimeType }
  | { readonly kind: "table-entry"; readonly handle: `0x${string}`; readonly keyBytes: Uint8Array; readonly type: RuntimeType }
  /** A page of the paged vector of that handle; `type` is a vector. */
  | { readonly kind: "page"; readonly handle: `0x${string}`; readonly page: bigint; readonly type: RuntimeType };

export interface FunctionDescription {
  readonly name: string;
  readonly visibility: "private" | "public" | "friend";
  readonly isEntry: boolean;
  readonly typeParameters: readonly number[];
  /** Printed types; type parameters print as `T0`, `T1`, …. */
  readonly parameters: readonly string[];
  readonly results: readonly string[];
}

export interface ModuleDescription {
  readonly address: `0x${string}`;
  readonly name: string;
  readonly functions: readonly FunctionDescription[];
}

/** Options of `createVirtualMachine`. */
export interface VirtualMachineOptions {
  /** Bytecode of every module, dependencies included, in any order. */
  readonly modules: readonly Uint8Array[];
  /** Skip verification: the modules were verified when they were stored. Default false. */
  readonly modulesAreTrusted?: boolean;
  /** Units that verifying one module may cost; default 300,000, as for a module that is published. */
  readonly verificationLimit?: number;
  /** What everything costs, as long as the machine lives; default {@link FIRST_GAS_SCHEDULE}. */
  readonly gasSchedule?: GasSchedule;
  /** Committed objects kept decoded between blocks; default 1,000,000. */
  readonly objectCacheSize?: number;
}
