import type { Key } from "@sycee/sdk";
import sodium from "sodium-native";

/** A key in libsodium: ten thousand of them are made in a moment, which WebCrypto takes seconds for. `seed` is 32 bytes. */
export function sodiumKey(seed: Uint8Array): Key {
  const publicKey = Buffer.alloc(sodium.crypto_sign_PUBLICKEYBYTES);
  const secretKey = Buffer.alloc(sodium.crypto_sign_SECRETKEYBYTES);
  sodium.crypto_sign_seed_keypair(publicKey, secretKey, Buffer.from(seed));
  return {
    publicKey: Uint8Array.from(publicKey),
    async sign(message) {
      const signature = Buffer.alloc(sodium.crypto_sign_BYTES);
      sodium.crypto_sign_detached(signature, Buffer.from(message), secretKey);
      return Uint8Array.from(signature);
    },
  };
}
