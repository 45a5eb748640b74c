import type { Address } from "@sycee/protocol";

/** A transaction that used a nonce. */
export interface RememberedTransaction {
  /** Hexadecimal id. */
  readonly id: string;
  readonly height: bigint;
  readonly index: number;
  readonly expiryMs: bigint;
}

const BUCKET_MS = 1_000n;

/**
 * Which (first signer, nonce) pairs were used by transactions that have not expired yet. It is a function of the blocks
 * of the last two minutes of block time, which headers already commit to; after a restart it is filled from the log.
 */
export class ReplayWindow {
  private readonly byNonce = new Map<string, RememberedTransaction>();
  private readonly buckets = new Map<bigint, string[]>();
  private oldestBucket: bigint | undefined;

  find(signer: Address, nonce: bigint): RememberedTransaction | undefined {
    return this.byNonce.get(nonceKey(signer, nonce));
  }

  remember(signer: Address, nonce: bigint, transaction: RememberedTransaction): void {
    const key = nonceKey(signer, nonce);
    this.byNonce.set(key, transaction);
    const bucket = transaction.expiryMs / BUCKET_MS;
    const keys = this.buckets.get(bucket);
    if (keys === undefined) this.buckets.set(bucket, [key]);
    else keys.push(key);
    if (this.oldestBucket === undefined || bucket < this.oldestBucket) this.oldestBucket = bucket;
  }

  /** Forgets what expired before `timeMs`: from then on it is refused for its expiry. */
  forgetBefore(timeMs: bigint): void {
    const current = timeMs / BUCKET_MS;
    if (this.oldestBucket === undefined || this.oldestBucket >= current) return;
    let oldest: bigint | undefined;
    for (const [bucket, keys] of this.buckets) {
      if (bucket < current) {
        this.buckets.delete(bucket);
        for (const key of keys) this.forget(key, bucket);
      } else if (oldest === undefined || bucket < oldest) {
        oldest = bucket;
      }
    }
    this.oldestBucket = oldest;
  }

  // A nonce that was used again after its first user expired stands in two buckets: only the newer one may forget it.
  private forget(key: string, bucket: bigint): void {
    const remembered = this.byNonce.get(key);
    if (remembered !== undefined && remembered.expiryMs / BUCKET_MS === bucket) this.byNonce.delete(key);
  }
}

/** One text for each (first signer, nonce). */
export function nonceKey(signer: Address, nonce: bigint): string {
  return `${signer}${nonce.toString(16)}`;
}
