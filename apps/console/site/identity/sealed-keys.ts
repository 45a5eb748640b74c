/**
 * Keys at rest: AES-256-GCM under a key from a passphrase by PBKDF2-SHA-256. 600,000 rounds are what OWASP's Password Storage
 * Cheat Sheet asks for (2023).
 */
const ROUNDS = 600_000;

/** Something only a passphrase opens; each member is base64. */
export interface Sealed {
  readonly salt: string;
  readonly nonce: string;
  readonly rounds: number;
  readonly content: string;
}

/** Seals a text. */
export async function seal(text: string, passphrase: string): Promise<Sealed> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const key = await keyOf(passphrase, salt, ROUNDS);
  const content = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, key, new TextEncoder().encode(text));
  return { salt: toBase64(salt), nonce: toBase64(nonce), rounds: ROUNDS, content: toBase64(new Uint8Array(content)) };
}

/** The text again; `undefined` if the passphrase is another, or what was stored has changed. */
export async function unseal(sealed: Sealed, passphrase: string): Promise<string | undefined> {
  const key = await keyOf(passphrase, fromBase64(sealed.salt), sealed.rounds);
  try {
    const text = await crypto.subtle.decrypt({ name: "AES-GCM", iv: fromBase64(sealed.nonce) }, key, fromBase64(sealed.content));
    return new TextDecoder().decode(text);
  } catch (error) {
    // How Web Crypto says that the tag does not match.
    if (error instanceof DOMException && error.name === "OperationError") return undefined;
    throw error;
  }
}

async function keyOf(passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey("raw", new TextEncoder().encode(passphrase.normalize("NFKC")), "PBKDF2", false, [
    "deriveKey",
  ]);
  return await crypto.subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations },
    material,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
