import { ED25519_TORSION_SUBGROUP, ed25519 } from "@noble/curves/ed25519.js";
import { sha512 } from "@noble/hashes/sha2.js";
import sodium from "sodium-native";
import { describe, expect, it } from "vitest";
import { verifyEd25519 } from "./verify-ed25519.ts";

const { Point } = ed25519;
const ORDER = Point.Fn.ORDER;
const PRIME = 2n ** 255n - 19n;
const torsion = ED25519_TORSION_SUBGROUP.map((hex) => Point.fromHex(hex));

function bytesOf(number: bigint): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, index) => Number((number >> BigInt(8 * index)) & 255n));
}
function numberOf(bytes: Uint8Array): bigint {
  return bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}
function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** What our verifier says, once libsodium has said the same. */
function bothSay(r: Uint8Array, s: bigint, key: Uint8Array, message: Uint8Array): boolean {
  const signature = joined(r, bytesOf(s));
  const ours = verifyEd25519(signature, key, message);
  expect(ours, `R ${Buffer.from(r).toString("hex")} S ${s} key ${Buffer.from(key).toString("hex")}`).toBe(
    sodium.crypto_sign_verify_detached(Buffer.from(signature), Buffer.from(message), Buffer.from(key)),
  );
  return ours;
}

/** Signs with a key and a point R that each have a part of small order, number `ofKey` and `ofR` of the eight. */
function sign(
  secret: bigint,
  nonce: bigint,
  ofKey: number,
  ofR: number,
  message: Uint8Array,
): { r: Uint8Array; s: bigint; key: Uint8Array } {
  const point = (factor: bigint, part: number) => Point.BASE.multiplyUnsafe(factor).add(torsion[part] ?? Point.ZERO);
  const key = point(secret, ofKey).toBytes();
  const r = point(nonce, ofR).toBytes();
  const h = numberOf(sha512(joined(r, key, message))) % ORDER;
  return { r, s: (nonce + h * secret) % ORDER, key };
}

describe("verifyEd25519 decides as libsodium does", () => {
  it("on keys and points R with parts of small order", () => {
    let good = 0;
    for (let ofKey = 0; ofKey < 8; ofKey++) {
      for (let ofR = 0; ofR < 8; ofR++) {
        for (const [secret, nonce] of [
          [123_456_789n, 987_654_321n],
          [0n, 987_654_321n],
          [123_456_789n, 0n],
          [0n, 0n],
        ] as const) {
          const message = Uint8Array.of(ofKey, ofR);
          const { r, s, key } = sign(secret, nonce, ofKey, ofR, message);
          if (bothSay(r, s, key, message)) good++;
        }
      }
    }
    // Some are good by chance of the message; were the cofactor cleared, all 64 of the first kind would be.
    expect(good).toBeGreaterThan(0);
    expect(good).toBeLessThan(30);
  });

  it("on an S of the group's order or more", () => {
    const message = Uint8Array.of(1);
    const { r, s, key } = sign(5n, 7n, 0, 0, message);
    expect(bothSay(r, s, key, message)).toBe(true);
    for (let factor = 1n; s + factor * ORDER < 2n ** 256n; factor++) expect(bothSay(r, s + factor * ORDER, key, message)).toBe(false);
    expect(bothSay(r, (s + 1n) % ORDER, key, message)).toBe(false);
  });

  it("on encodings that are not canonical", () => {
    const base = Point.BASE.toBytes();
    for (let y = 0n; y < 19n; y++) {
      for (const sign of [0n, 1n << 255n]) {
        for (const [key, r] of [
          [y + PRIME, y],
          [y, y + PRIME],
          [y + PRIME, y + PRIME],
        ] as const) {
          bothSay(bytesOf(r + sign), 0n, bytesOf(key + sign), Uint8Array.of(2));
          bothSay(base, 1n, bytesOf(key + sign), Uint8Array.of(2));
        }
      }
    }
    // The neutral point with the sign that it has not.
    expect(bothSay(base, 1n, bytesOf(1n + (1n << 255n)), Uint8Array.of(2))).toBe(false);
  });

  it("on signatures with one bit turned", () => {
    const message = new TextEncoder().encode("pay 5");
    const { r, s, key } = sign(11n, 13n, 0, 0, message);
    const all = joined(r, bytesOf(s), key, message);
    for (let bit = 0; bit < 8 * all.length; bit += 7) {
      const changed = all.slice();
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const says = bothSay(changed.subarray(0, 32), numberOf(changed.subarray(32, 64)), changed.subarray(64, 96), changed.subarray(96));
      expect(says).toBe(false);
    }
  });

  it("on what the library itself signs", () => {
    for (let seed = 0; seed < 20; seed++) {
      const secret = new Uint8Array(32).fill(seed);
      const message = new Uint8Array(seed * 10).fill(seed);
      const signature = ed25519.sign(message, secret);
      expect(bothSay(signature.subarray(0, 32), numberOf(signature.subarray(32)), ed25519.getPublicKey(secret), message)).toBe(true);
    }
  });
});
