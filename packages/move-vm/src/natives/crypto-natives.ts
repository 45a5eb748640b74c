import { chargeGas } from "../runtime/charge-gas.ts";
import { bytesOf, type ByteVector } from "../values/byte-array.ts";
import type { NativeFactory } from "./native-function.ts";
import { verifyEd25519 } from "./verify-ed25519.ts";

/** `std::crypto`. */
export const CRYPTO_NATIVES: Record<string, NativeFactory> = {
  ed25519_verify:
    ({ context }) =>
    (signature: ByteVector, publicKey: ByteVector, message: ByteVector) => {
      chargeGas(
        context,
        context.schedule.natives.ed25519 + context.schedule.natives.ed25519Byte * (signature.length + publicKey.length + message.length),
      );
      if (signature.length !== 64 || publicKey.length !== 32) return false;
      return verifyEd25519(bytesOf(signature), bytesOf(publicKey), bytesOf(message));
    },
};
