import sodium from "sodium-native";

const SIZES = [64, 1024, 65_536] as const;

/** Blake2b-256 of pieces of one size, on one core. */
export interface HashingFigures {
  readonly bytes: number;
  readonly hashesPerSecond: number;
  readonly megabytesPerSecond: number;
}

/** How fast libsodium hashes pieces of 64 bytes, 1 KiB and 64 KiB, each for so long. */
export function measureHashing(durationMs: number): HashingFigures[] {
  return SIZES.map((bytes) => measureSize(bytes, durationMs));
}

function measureSize(bytes: number, durationMs: number): HashingFigures {
  const input = Buffer.alloc(bytes, 7);
  const digest = Buffer.alloc(sodium.crypto_generichash_BYTES);
  const group = Math.max(1, Math.round(65_536 / bytes));
  let count = 0;
  const startedMs = performance.now();
  let elapsedMs = 0;
  while (elapsedMs < durationMs) {
    for (let index = 0; index < group; index++) {
      // Each hash depends on the one before, so that none can be left out.
      input.set(digest);
      sodium.crypto_generichash(digest, input);
    }
    count += group;
    elapsedMs = performance.now() - startedMs;
  }
  const perSecond = (count / elapsedMs) * 1000;
  return { bytes, hashesPerSecond: Math.round(perSecond), megabytesPerSecond: Math.round((perSecond * bytes) / 1e6) };
}
