/**
 * Gas of natives, beyond the base cost of a call: a fixed part and a part for each byte or element. Storage has its own
 * table (state-gas.ts). Charged before anything is allocated.
 */
export const NATIVE_GAS = {
  sha2: 500,
  sha2Byte: 8,
  sha3: 1_500,
  sha3Byte: 20,
  blake2b: 1_000,
  blake2bByte: 8,
  toBytes: 20,
  toBytesByte: 2,
  utf8: 10,
  utf8Byte: 1,
  address: 50,
  print: 100,
} as const;
