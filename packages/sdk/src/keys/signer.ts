import { type Address, type Authenticator, addressOfKeys, compareBytes, type KeySet, MAX_KEYS } from "@sycee/protocol";
import type { Key } from "./key.ts";

/** An account that can authenticate what it signs. */
export interface Signer {
  readonly address: Address;
  readonly keys: KeySet;
  /** Proof of the account's keys over `message` (see `signingMessage`). */
  authenticate(message: Uint8Array): Promise<Authenticator>;
}

/** The account of one key. `address` is given for an account that rotated to this key; its own address else. */
export function signerOf(key: Key, address?: Address): Signer {
  const { publicKey } = key;
  const keys: KeySet = { kind: "ed25519", publicKey };
  return {
    address: address ?? addressOfKeys(keys),
    keys,
    authenticate: async (message) => ({ kind: "ed25519", publicKey, signature: await key.sign(message) }),
  };
}

/** An account of which `threshold` of `publicKeys` must sign. */
export interface ThresholdOptions {
  readonly threshold: number;
  /** All keys of the set, in any order. */
  readonly publicKeys: readonly Uint8Array[];
  /** At least `threshold` of them that sign here; the lowest by position are used. */
  readonly signing: readonly Key[];
  /** For an account that rotated to this set. */
  readonly address?: Address;
}

/** The k-of-n account of a set of keys. Throws `RangeError` when the set, the threshold or the signing keys do not fit one another. */
export function thresholdSigner(options: ThresholdOptions): Signer {
  const keys = thresholdKeys(options.threshold, options.publicKeys);
  const { threshold, publicKeys } = keys;
  const signing = publicKeys.flatMap((publicKey, index) => {
    const key = options.signing.find((candidate) => compareBytes(candidate.publicKey, publicKey) === 0);
    return key === undefined ? [] : [{ index, key }];
  });
  if (signing.length < threshold) throw new RangeError(`${signing.length} of the set's keys are here, and ${threshold} must sign`);
  return {
    address: options.address ?? addressOfKeys(keys),
    keys,
    async authenticate(message) {
      const parts = signing.slice(0, threshold).map(async ({ index, key }) => ({ index, signature: await key.sign(message) }));
      return { kind: "k-of-n", threshold, publicKeys, signatures: await Promise.all(parts) };
    },
  };
}

/** The key set of `threshold` out of `publicKeys`, in the one order that gives its address. Throws `RangeError`. */
export function thresholdKeys(threshold: number, publicKeys: readonly Uint8Array[]): KeySet & { readonly kind: "k-of-n" } {
  const sorted = publicKeys.toSorted(compareBytes);
  const distinct = sorted.every((key, index) => index === 0 || compareBytes(sorted[index - 1] ?? key, key) < 0);
  const sized = sorted.every((key) => key.length === 32);
  if (!distinct || !sized) throw new RangeError("the keys of a set are 32 bytes each, and no two are the same");
  if (sorted.length > MAX_KEYS || !Number.isInteger(threshold) || threshold < 1 || threshold > sorted.length) {
    throw new RangeError(
      `${threshold} of ${sorted.length} keys is not a set: at most ${MAX_KEYS} keys, and a threshold from 1 to their number`,
    );
  }
  return { kind: "k-of-n", threshold, publicKeys: sorted };
}
