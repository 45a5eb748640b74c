import type { BlockSession, StructType, VirtualMachine } from "@sycee/move-vm";
import { type Address, type Authenticator, authenticationKey, bytesToHex } from "@sycee/protocol";
import { fieldOf, PACKAGE, resolveStruct } from "../framework.ts";
import { blake2b } from "../hash.ts";

/**
 * Whether an authenticator's keys are those of an account now. An address without a `money::account::Account` belongs to
 * the keys it derives from; one with it, to the authentication key written there, and to no older one.
 */
export class CurrentKeys {
  private readonly accountType: StructType | undefined;
  private readonly field: `f${number}`;

  constructor(vm: VirtualMachine) {
    this.accountType = resolveStruct(vm, PACKAGE.money, "account", "Account");
    this.field = this.accountType === undefined ? "f0" : fieldOf(this.accountType, "authentication_key");
  }

  fits(session: BlockSession, address: Address, authenticator: Authenticator): boolean {
    return bytesToHex(authenticationKey(authenticator, blake2b)) === this.current(session, address);
  }

  private current(session: BlockSession, address: Address): string {
    const account = this.accountType === undefined ? undefined : session.readResource(this.accountType, address);
    if (account === undefined) return address.slice(2);
    if (typeof account !== "object" || Array.isArray(account)) throw new Error("an account is not a struct");
    const key = "t" in account ? undefined : account[this.field];
    if (!Array.isArray(key)) throw new Error("an authentication key is not a vector");
    return bytesToHex(Uint8Array.from(key as number[]));
  }
}
