/** Gas of publishing, in the compiler's unit: about a nanosecond of work. */
export const PUBLISHING_GAS = {
  /** A publish or an upgrade. */
  package: 50_000,
  /** For each byte of bytecode: reading it, keeping it, sending it to whoever follows. */
  byte: 100,
  /** For each unit of the verifier's meter. */
  verificationUnit: 100,
  /** For each module linked: those published and, at an upgrade, all that use them. */
  linkedModule: 20_000,
} as const;

/** What publishing costs in one schedule. */
export type PublishingGas = { readonly [price in keyof typeof PUBLISHING_GAS]: number };

/** Most modules of one package. */
export const MAX_PACKAGE_MODULES = 64;
