import type { Identity } from "./identity.ts";
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
  localStorage.setItem(STORE_KEY, JSON.stringify([...storedKeys().filter((other) => other.address !== address), stored]));
  return stored;
}

/** Forgets the key of an address. */
export function forgetKey(address: Identity["address"]): void {
  localStorage.setItem(STORE_KEY, JSON.stringify(storedKeys().filter((stored) => stored.address !== address)));
}

/** Opens a kept key; `undefined` if the passphrase is another. */
export async function openKey({ name, address, publicKey, sealed }: StoredKey, passphrase: string): Promise<Identity | undefined> {
  const seed = await unseal(sealed, passphrase);
  return seed === undefined ? undefined : { name, address, role: undefined, threshold: 1, keys: [{ name, publicKey, seed }] };
}

function isStoredKey(value: unknown): value is StoredKey {
  return typeof value === "object" && value !== null && "name" in value && "address" in value && "publicKey" in value && "sealed" in value;
}
