/** Verifies ed25519 signatures over and over for a while and tells how many: a thread of the raw measurement. */
import { parentPort, workerData } from "node:worker_threads";
import sodium from "sodium-native";

/** What a thread is started with. */
export interface VerifyTask {
  readonly durationMs: number;
  readonly messageBytes: number;
}

const KEYS = 64;
const port = parentPort;
if (port === null) throw new Error("the verifier was not started as a worker");
const { durationMs, messageBytes }: VerifyTask = workerData;

const samples = Array.from({ length: KEYS }, () => {
  const publicKey = Buffer.alloc(sodium.crypto_sign_PUBLICKEYBYTES);
  const secretKey = Buffer.alloc(sodium.crypto_sign_SECRETKEYBYTES);
  sodium.crypto_sign_keypair(publicKey, secretKey);
  const message = Buffer.alloc(messageBytes);
  sodium.randombytes_buf(message);
  const signature = Buffer.alloc(sodium.crypto_sign_BYTES);
  sodium.crypto_sign_detached(signature, message, secretKey);
  return { publicKey, message, signature };
});

// All threads begin together.
port.once("message", () => {
  let count = 0;
  const startedMs = performance.now();
  let elapsedMs = 0;
  while (elapsedMs < durationMs) {
    for (const { publicKey, message, signature } of samples) {
      if (!sodium.crypto_sign_verify_detached(signature, message, publicKey)) throw new Error("a valid signature did not verify");
    }
    count += KEYS;
    elapsedMs = performance.now() - startedMs;
  }
  port.postMessage({ perSecond: (count / elapsedMs) * 1000 });
});
port.postMessage("ready");
