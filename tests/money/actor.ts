import { type Address, type Authenticator, addressOfKeys, signingMessage } from "@sycee/protocol";
import sodium from "sodium-native";

/** Somebody with an ed25519 key of their own. */
export interface Actor {
  readonly name: string;
  readonly address: Address;
  sign(payloadBytes: Uint8Array): Authenticator;
}

/** What an actor's key is made of. */
export function actorSeed(name: string): Buffer {
  const seed = Buffer.alloc(32);
  sodium.crypto_generichash(seed, Buffer.from(`sycee tests: ${name}`));
  return seed;
}

/** The same name is always the same key. */
export function actor(name: string): Actor {
  const seed = actorSeed(name);
  const publicKey = Buffer.alloc(32);
  const secretKey = Buffer.alloc(64);
  sodium.crypto_sign_seed_keypair(publicKey, secretKey, seed);
  return {
    name,
    address: addressOfKeys({ kind: "ed25519", publicKey }),
    sign(payloadBytes) {
      const signature = Buffer.alloc(64);
      sodium.crypto_sign_detached(signature, Buffer.from(signingMessage(payloadBytes)), secretKey);
      return { kind: "ed25519", publicKey, signature };
    },
  };
}
