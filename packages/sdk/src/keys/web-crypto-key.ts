import type { Key } from "./key.ts";

// The fixed beginning of PKCS #8 for an ed25519 private key (RFC 8410, section 7).
const PKCS8_PREFIX = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20);

/** A key in the platform's WebCrypto: some thirty thousand signatures a second in Node. `undefined` where it has no ed25519. `seed` is 32 bytes; else `RangeError`. */
export async function webCryptoKey(seed: Uint8Array): Promise<Key | undefined> {
  if (seed.length !== 32) throw new RangeError(`a seed has 32 bytes, not ${seed.length}`);
  const pkcs8 = new Uint8Array(48);
  pkcs8.set(PKCS8_PREFIX);
  pkcs8.set(seed, PKCS8_PREFIX.length);
  // Pages without a secure origin have no `subtle`, whatever its type says.
  const subtle: typeof crypto.subtle | undefined = crypto.subtle;
  const imported = subtle === undefined ? undefined : await importPkcs8(pkcs8);
  if (imported === undefined) return undefined;
  const { x } = await crypto.subtle.exportKey("jwk", imported);
  if (x === undefined) return undefined;
  return {
    publicKey: base64UrlToBytes(x),
    sign: async (message) => new Uint8Array(await crypto.subtle.sign("Ed25519", imported, message.slice())),
  };
}

type PlatformKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

// Browsers without ed25519 answer NotSupportedError; other failures are ours to hear of.
async function importPkcs8(pkcs8: Uint8Array<ArrayBuffer>): Promise<PlatformKey | undefined> {
  try {
    return await crypto.subtle.importKey("pkcs8", pkcs8, { name: "Ed25519" }, true, ["sign"]);
  } catch (error) {
    if (error instanceof Error && error.name === "NotSupportedError") return undefined;
    throw error;
  }
}

function base64UrlToBytes(text: string): Uint8Array {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
