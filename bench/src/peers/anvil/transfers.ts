import { keccak_256 } from "@noble/hashes/sha3.js";

/** What is sent: transfer `index` of a load over so many accounts. */
export interface Transfer {
  readonly from: number;
  readonly to: number;
  /** Of the sender: Ethereum counts them without gaps. */
  readonly nonce: bigint;
}

/** One transfer after another from account to account, to payees that are spread over all of them. */
export function transferAt(index: number, accounts: number): Transfer {
  const from = index % accounts;
  const round = Math.floor(index / accounts);
  const away = (index * 7919 + 1 + round) % accounts;
  return { from, to: away === from ? (from + 1) % accounts : away, nonce: BigInt(round) };
}

/** The private key of an account, in hexadecimal: computed from its number. */
export function privateKeyOf(index: number): string {
  return Buffer.from(keccak_256(new TextEncoder().encode(`bench/anvil/${index}`))).toString("hex");
}
