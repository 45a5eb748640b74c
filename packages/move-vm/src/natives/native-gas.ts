/**
 * Gas of natives, beyond the base cost of a call: a fixed part and a part for each byte or element. Storage has its own
 * table (state-gas.ts). Charged before anything is allocated.
 */
export const NATIVE_GAS = {
  sha2: 500,
  sha2Byte: 8,
  sha3: 3_000,
  sha3Byte: 40,
  blake2b: 2_000,
  blake2bByte: 30,
  toBytes: 20,
  toBytesByte: 2,
  utf8: 10,
  utf8Byte: 1,
  /** Finding a byte or cutting a piece of text. */
  text: 10,
  textByte: 1,
  searchedByte: 4,
  address: 50,
  typeName: 50,
  typeNameByte: 2,
  mulDiv: 500,
  ed25519: 1_500_000,
  ed25519Byte: 10,
  print: 100,
} as const;

/** What natives cost in one schedule. */
export type NativeGas = { readonly [price in keyof typeof NATIVE_GAS]: number };
