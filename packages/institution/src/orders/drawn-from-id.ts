import { createHash } from "node:crypto";

/** The number, of 64 bits, under which the ledger keeps the red packet or standing order that an order made. No two ids give the same, nearly surely; if two did, the ledger refuses the second. */
export function numberFromId(orderId: string): bigint {
  return createHash("sha256").update(`number of ${orderId}`).digest().readBigUInt64LE();
}

/** 32 bytes that nobody can tell who does not know the order's id: what the takers of a red packet draw. */
export function seedFromId(orderId: string): Uint8Array {
  return new Uint8Array(createHash("sha256").update(`seed of ${orderId}`).digest());
}
