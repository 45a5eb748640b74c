import { putAddress } from "@sycee/bcs";
import type { BlockSession, MoveValue, StructType, VirtualMachine } from "@sycee/move-vm";
import { ADDRESS_DOMAIN, type Address, type Authenticator, authenticationKey, compareBytes } from "@sycee/protocol/core";
import { HASH_BYTES, hashRange } from "../commitment/hash-range.ts";
import { fieldOf, PACKAGE, resolveStruct } from "../framework.ts";
import { blake2b } from "../hash.ts";

const SCHEME_AT = ADDRESS_DOMAIN.length;
// What is hashed for one key, its hash, and what that has to be: nearly every transaction is signed by one.
const message = Buffer.alloc(SCHEME_AT + 1 + HASH_BYTES);
message.set(ADDRESS_DOMAIN);
const digest = Buffer.alloc(HASH_BYTES);
const current = Buffer.alloc(HASH_BYTES);

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
    if (authenticator.kind === "ed25519") hashOneKey(authenticator.publicKey);
    else digest.set(authenticationKey(authenticator, blake2b));
    const account = this.accountType === undefined ? undefined : session.readResource(this.accountType, address);
    if (account === undefined) putAddress(current, 0, address);
    else if (!this.readKey(account)) return false;
    return compareBytes(digest, current) === 0;
  }

  // The key that the account has now goes where it is compared; false if what is written there is no key.
  private readKey(account: MoveValue): boolean {
    if (typeof account !== "object" || Array.isArray(account)) throw new Error("an account is not a struct");
    const key = "t" in account ? undefined : account[this.field];
    if (!Array.isArray(key)) throw new Error("an authentication key is not a vector");
    if (key.length !== HASH_BYTES) return false;
    current.set(key as number[]);
    return true;
  }
}

/** Puts the authentication key of one ed25519 key into `digest`: `authenticationKey` without its garbage. */
function hashOneKey(publicKey: Uint8Array): void {
  message.set(publicKey, SCHEME_AT + 1);
  hashRange(message, 0, message.length, digest, 0);
}
