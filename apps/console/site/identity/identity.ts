import { type Address, bytesToHex, hexToBytes, type KeySet } from "@sycee/protocol";
import { keyFromSeed, type Signer, signerOf, thresholdKeys, thresholdSigner } from "@sycee/sdk";

/** Somebody as whom one can act in this browser. */
export interface Identity {
  readonly name: string;
  readonly address: Address;
  /** What it is in the development economy, e.g. `bank`. */
  readonly role: string | undefined;
  /** How many of {@link Identity.keys} must sign. */
  readonly threshold: number;
  readonly keys: readonly IdentityKey[];
}

/** One of an identity's keys. The seed is 32 bytes in hexadecimal, and absent where this browser does not have it. */
export interface IdentityKey {
  readonly name: string;
  readonly publicKey: string;
  readonly seed: string | undefined;
}

/** An identity of one key. `seed` is 32 bytes, else `RangeError`. */
export async function identityOfSeed(name: string, seed: Uint8Array): Promise<Identity> {
  const key = await keyFromSeed(seed);
  const { address } = signerOf(key);
  const publicKey = bytesToHex(key.publicKey);
  return { name, address, role: undefined, threshold: 1, keys: [{ name, publicKey, seed: bytesToHex(seed) }] };
}

/** The keys that stand behind an identity. */
export function keySetOf({ keys, threshold }: Identity): KeySet {
  const publicKeys = keys.map(({ publicKey }) => hexToBytes(publicKey) ?? new Uint8Array());
  const [only = new Uint8Array()] = publicKeys;
  return publicKeys.length === 1 ? { kind: "ed25519", publicKey: only } : thresholdKeys(threshold, publicKeys);
}

/** Who signs for an identity, `undefined` where too few of its keys are in this browser. */
export async function signerOfIdentity(identity: Identity): Promise<Signer | undefined> {
  const seeds = identity.keys.flatMap(({ seed }) => (seed === undefined ? [] : [hexToBytes(seed)]));
  const keys = await Promise.all(seeds.flatMap((seed) => (seed === undefined ? [] : [keyFromSeed(seed)])));
  const [only] = keys;
  if (identity.keys.length === 1) return only === undefined ? undefined : signerOf(only, identity.address);
  if (keys.length < identity.threshold) return undefined;
  const publicKeys = identity.keys.map(({ publicKey }) => hexToBytes(publicKey) ?? new Uint8Array());
  return thresholdSigner({ ...thresholdKeys(identity.threshold, publicKeys), signing: keys, address: identity.address });
}
