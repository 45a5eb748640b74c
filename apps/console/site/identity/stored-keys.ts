import { randomSeed } from "@sycee/sdk";
import { hasCurrentKeys } from "./current-key.ts";
import { type Identity, identityOfSeed } from "./identity.ts";
import { seal, type Sealed, unseal } from "./sealed-keys.ts";

const STORE_KEY = "sycee.keys";
/** Where what could not be read lies. */
const UNREADABLE_KEY = "sycee.keys.unreadable";

/** A key kept in this browser: who it is can be read, the key itself only with the passphrase. */
export interface StoredKey {
  readonly name: string;
  readonly address: Identity["address"];
  readonly publicKey: string;
  readonly sealed: Sealed;
  /** The key that an exchange has begun to put in its place, under the same passphrase: the ledger says which of the two it has. */
  readonly next?: { readonly publicKey: string; readonly sealed: Sealed };
}

/** Keys kept in this browser. What is not ours to read is left alone and counts as none. */
export function storedKeys(): readonly StoredKey[] {
  const text = localStorage.getItem(STORE_KEY);
  if (text === null) return [];
  const parsed = parsedOrUndefined(text);
  if (parsed === undefined) {
    // Whatever it was, it stays: sealed keys may be in it. Nothing here writes over it.
    localStorage.setItem(
      UNREADABLE_KEY,
      `${localStorage.getItem(UNREADABLE_KEY) ?? ""}${text}
`,
    );
    localStorage.removeItem(STORE_KEY);
  }
  return Array.isArray(parsed) ? parsed.filter(isStoredKey) : [];
}

/** Whether something that could not be read was put aside: it is in the browser's storage as `sycee.keys.unreadable`. */
export function hasUnreadableKeys(): boolean {
  return localStorage.getItem(UNREADABLE_KEY) !== null;
}

function parsedOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Keeps an identity's one key under a passphrase, in place of an earlier one of the same address. */
export async function storeKey(identity: Identity, passphrase: string): Promise<StoredKey> {
  const [key] = identity.keys;
  if (key?.seed === undefined) throw new Error("only a key that is in this browser can be kept");
  const { name, address } = identity;
  const stored = { name, address, publicKey: key.publicKey, sealed: await seal(key.seed, passphrase) };
  keep(stored);
  return stored;
}

/** Forgets the key of an address. */
export function forgetKey(address: Identity["address"]): void {
  localStorage.setItem(STORE_KEY, JSON.stringify(storedKeys().filter((stored) => stored.address !== address)));
}

/**
 * Opens a kept key; `undefined` if the passphrase is another. Where an exchange of it was begun, the ledger says which of the two keys counts, and the
 * old one is let go once it is not that. Throws `SyceeError` where the node cannot be asked.
 */
export async function openKey(stored: StoredKey, passphrase: string): Promise<Identity | undefined> {
  const { publicKey, sealed, next } = stored;
  const seed = await unseal(sealed, passphrase);
  if (seed === undefined) return undefined;
  const nextSeed = next === undefined ? undefined : await unseal(next.sealed, passphrase);
  if (next !== undefined && nextSeed !== undefined) {
    const exchanged = openedKey(stored, next.publicKey, nextSeed);
    if (await hasCurrentKeys(exchanged)) {
      finishExchange(stored);
      return exchanged;
    }
  }
  return openedKey(stored, publicKey, seed);
}

/**
 * Makes the key that is to take the place of a kept one, and keeps it beside the old one before anything is sent; the same one again where an exchange
 * was begun and has not come to the ledger. `undefined` if the passphrase is another.
 */
export async function beginExchange(stored: StoredKey, passphrase: string): Promise<Identity | undefined> {
  if ((await unseal(stored.sealed, passphrase)) === undefined) return undefined;
  const begun = stored.next === undefined ? undefined : await unseal(stored.next.sealed, passphrase);
  if (stored.next !== undefined && begun !== undefined) return openedKey(stored, stored.next.publicKey, begun);
  const [key] = (await identityOfSeed(stored.name, randomSeed())).keys;
  if (key?.seed === undefined) throw new Error("a key that was just made has a seed");
  keep({ ...stored, next: { publicKey: key.publicKey, sealed: await seal(key.seed, passphrase) } });
  return openedKey(stored, key.publicKey, key.seed);
}

/** Lets the old key go, for the ledger has the new one. */
export function finishExchange({ address }: Pick<StoredKey, "address">): void {
  const { next, ...old } = storedKeys().find((stored) => stored.address === address) ?? {};
  if (next !== undefined && isStoredKey(old)) keep({ ...old, ...next });
}

function keep(stored: StoredKey): void {
  const { address } = stored;
  localStorage.setItem(STORE_KEY, JSON.stringify([...storedKeys().filter((other) => other.address !== address), stored]));
}

function openedKey({ name, address }: StoredKey, publicKey: string, seed: string): Identity {
  return { name, address, role: undefined, threshold: 1, keys: [{ name, publicKey, seed }] };
}

function isStoredKey(value: unknown): value is StoredKey {
  return typeof value === "object" && value !== null && "name" in value && "address" in value && "publicKey" in value && "sealed" in value;
}
