/** One ed25519 key pair that can sign; the seed stays inside. */
export interface Key {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** The 64 bytes of an RFC 8032 signature over `message`. */
  sign(message: Uint8Array): Promise<Uint8Array>;
}
