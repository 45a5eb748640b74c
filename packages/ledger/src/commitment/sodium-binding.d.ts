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
  };
  export default binding;
}
