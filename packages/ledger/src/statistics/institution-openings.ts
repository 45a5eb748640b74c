import type { StructValue, VirtualMachine } from "@sycee/move-vm";
import { type Address, addressToBytes } from "@sycee/protocol/core";
import type { EntryResult } from "../block-record.ts";
import { fieldOf, PACKAGE } from "../framework.ts";

/** Events of `banking` that tell of a new institution, by module and name: the field that names it. */
const OPENINGS: ReadonlyMap<string, string> = new Map([
  ["settlement_account::AccountOpened", "holder"],
  ["central_bank::CentralBankEstablished", "central_bank"],
]);

/** Reads from a block's events who came to have an account at a central bank in it, or to be one. */
export class InstitutionOpenings {
  private readonly vm: VirtualMachine;

  constructor(vm: VirtualMachine) {
    this.vm = vm;
  }

  /** Addresses, each as its 32 bytes in Latin-1, in the order of the events. */
  in(results: readonly EntryResult[]): string[] {
    const opened: string[] = [];
    for (const result of results) {
      if (result.kind !== "receipt") continue;
      for (const { type, data } of result.receipt.events) {
        if (type.kind !== "struct" || type.address !== PACKAGE.banking) continue;
        const field = OPENINGS.get(`${type.module}::${type.name}`);
        if (field === undefined) continue;
        const resolved = this.vm.resolveType(type);
        if (resolved?.kind !== "struct") throw new Error("a new institution is told by an event that is no struct");
        const value = this.vm.decodeValue(resolved, data) as StructValue;
        if (type.name === "AccountOpened" && value[fieldOf(resolved, "is_first")] !== true) continue;
        opened.push(Buffer.from(addressToBytes(value[fieldOf(resolved, field)] as Address)).toString("latin1"));
      }
    }
    return opened;
  }
}
