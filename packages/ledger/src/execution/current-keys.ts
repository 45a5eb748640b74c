import type { BlockSession, StructType, VirtualMachine } from "@sycee/move-vm";
import { ADDRESS_DOMAIN, type Address, type Authenticator, authenticationKey, bytesToHex } from "@sycee/protocol";
import { HASH_BYTES, hashRange } from "../commitment/hash-range.ts";
import { fieldOf, PACKAGE, resolveStruct } from "../framework.ts";
import { blake2b } from "../hash.ts";

const SCHEME_AT = ADDRESS_DOMAIN.length;
// What is hashed for one key, and its hash: nearly every transaction is signed by one.
const message = Buffer.alloc(SCHEME_AT + 1 + HASH_BYTES);
message.set(ADDRESS_DOMAIN);
const digest = Buffer.alloc(HASH_BYTES);

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
    const key =
      authenticator.kind === "ed25519" ? keyOfOne(authenticator.publicKey) : bytesToHex(authenticationKey(authenticator, blake2b));
    return key === this.current(session, address);
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

/** The authentication key of one ed25519 key, in hexadecimal: `authenticationKey` without its garbage. */
function keyOfOne(publicKey: Uint8Array): string {
  message.set(publicKey, SCHEME_AT + 1);
  hashRange(message, 0, message.length, digest, 0);
  return digest.toString("hex");
}
