declare module "sodium-native/binding.js" {
  const binding: {
    /** Answers 0. An offset or length beyond a buffer ends the process at best: a release build may leave out the check. */
    crypto_generichash(
      output: ArrayBufferLike,
      outputOffset: number,
      outputLength: number,
      input: ArrayBufferLike,
      inputOffset: number,
      inputLength: number,
      key: ArrayBufferLike,
      keyOffset: number,
      keyLength: number,
    ): number;
    /** Whether a signature fits. What is said above of offsets and lengths holds here too. */
    crypto_sign_verify_detached(
      signature: ArrayBufferLike,
      signatureOffset: number,
      signatureLength: number,
      message: ArrayBufferLike,
      messageOffset: number,
      messageLength: number,
      publicKey: ArrayBufferLike,
      publicKeyOffset: number,
      publicKeyLength: number,
    ): boolean;
  };
  export default binding;
}
