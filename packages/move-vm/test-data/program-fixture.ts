import { BcsWriter } from "@sycee/bcs";
import { compileTestPackage } from "./compile-package.ts";
import { createVirtualMachine } from "../src/runtime/create-virtual-machine.ts";
import type {
  BlockSession,
  Program,
  ProgramArgument,
  ProgramCall,
  ProgramResult,
  StateWrite,
  TypeName,
  VirtualMachine,
} from "../src/runtime/virtual-machine.ts";

export const padded = (digits: string): `0x${string}` => `0x${digits.padStart(64, "0")}`;
export const [STD, OWN, A, B] = [padded("1"), padded("7"), padded("a"), padded("b")];
export const GAS = 10_000_000;

/** Committed bytes, applied block by block as a ledger's store would. */
export class MemoryStore {
  readonly entries = new Map<string, Uint8Array>();

  get(key: Uint8Array): Uint8Array | undefined {
    return this.entries.get(Buffer.from(key).toString("hex"));
  }

  apply(writes: readonly StateWrite[]): void {
    for (const { key, value } of writes) {
      if (value === undefined) this.entries.delete(Buffer.from(key).toString("hex"));
      else this.entries.set(Buffer.from(key).toString("hex"), value);
    }
  }
}

export const bcs = (write: (writer: BcsWriter) => unknown): ProgramArgument => {
  const writer = new BcsWriter();
  write(writer);
  return { kind: "literal", bytes: writer.toBytes() };
};
export const u64 = (value: number | bigint) => bcs((writer) => writer.u64(value));
export const address = (text: string) => bcs((writer) => writer.fixedBytes(Buffer.from(text.slice(2), "hex")));
export const text = (value: string) => bcs((writer) => writer.string(value));
export const raw = (...bytes: number[]): ProgramArgument => ({ kind: "literal", bytes: Uint8Array.from(bytes) });
export const signer = (index: number): ProgramArgument => ({ kind: "signer", index });
export const result = (call: number, value = 0): ProgramArgument => ({ kind: "result", call, value });
export const call = (name: string, ...args: ProgramArgument[]): ProgramCall => generic(name, [], ...args);
export const generic = (name: string, typeArguments: TypeName[], ...args: ProgramArgument[]): ProgramCall => ({
  address: OWN,
  module: "coin",
  function: name,
  typeArguments,
  arguments: args,
});
export const coinType: TypeName = { kind: "struct", address: OWN, module: "coin", name: "Coin", typeArguments: [] };

/** The package `programs`, and a machine that runs it. */
export const modules: readonly Uint8Array[] = await compileTestPackage("programs");
export const vm: VirtualMachine = createVirtualMachine({ modules });
let transactions = 0;

export const program = (calls: ProgramCall[], options: Partial<Program> = {}): Program => ({
  transactionId: new Uint8Array(32).fill(++transactions),
  signers: [A, B],
  gasLimit: GAS,
  calls,
  ...options,
});
export const begin = (store = new MemoryStore(), height = 1n): BlockSession => vm.beginBlock(store, height, 1_000n);
export const run = (...calls: ProgramCall[]): ProgramResult => begin().execute(program(calls));
export const coinAt = (session: BlockSession, at: `0x${string}`) => {
  const type = vm.resolveType(coinType);
  if (type === undefined) throw new Error("there is no type of coins");
  return session.readResource(type, at);
};
