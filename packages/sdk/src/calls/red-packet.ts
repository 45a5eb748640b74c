import { type Address, addressToBytes, type Call } from "@sycee/protocol";
import type { Key } from "../keys/key.ts";
import type { ActingSigner } from "./framework-call.ts";
import { redPacket } from "./generated/money.ts";
import { objectAddress } from "./object-address.ts";

/** Gas that taking from a packet with a key may use: it verifies a signature in Move. */
export const CLAIM_GAS_LIMIT = 5_000_000n;

/** What is given. Who acts signs: the giver. */
export interface RedPacketGift extends ActingSigner {
  /** The giver's own, not in use. */
  readonly number: bigint;
  readonly instrument: number;
  readonly amountMinor: bigint;
  /** 1 to 100. */
  readonly shares: bigint;
  /** 32 bytes that decide what each taker draws; equal shares if absent. */
  readonly seed?: Uint8Array;
  /** The public key of the secret that takers must have; anybody may take if absent. */
  readonly key?: Uint8Array;
  /** Within 31 days. */
  readonly expiresMs: bigint;
}

/** Where a giver's packet of a number lies. */
export function redPacketAddress(giver: Address, number: bigint): Address {
  return objectAddress("red-packet", giver, number);
}

/** `0x2::red_packet::give`: one payment of the signer for many takers. Aborts with `EPacketExists`, `EBadShares`, `EBadExpiry`, `EBadKey`, and as `pay` does. */
export function giveRedPacket(gift: RedPacketGift): Call {
  const { signer: giver = 0, number, instrument, amountMinor: amount, shares, seed, key, expiresMs } = gift;
  return redPacket.give({
    giver,
    number,
    instrument,
    amount,
    shares,
    isRandom: seed !== undefined,
    seed: seed ?? new Uint8Array(32),
    key: key ?? new Uint8Array(0),
    expiresMs,
  });
}

/** `0x2::red_packet::take`: the signer takes its share. Aborts with `ENoPacket`, `EOwnPacket`, `EExpired`, `ETakenAlready`, `EBadSignature`, `ECannotTake`. */
export function takeRedPacket(taking: ActingSigner & { readonly packet: Address; readonly claim?: Uint8Array }): Call {
  return redPacket.take({ taker: taking.signer ?? 0, packet: taking.packet, signature: taking.claim ?? new Uint8Array(0) });
}

/** `0x2::red_packet::expire`: anybody gives back what nobody took. Aborts with `ENotExpired`, `ENoPacket`, `EGiverCannotTake`. */
export function expireRedPacket(act: { readonly packet: Address }): Call {
  return redPacket.expire({ packet: act.packet });
}

/** Who has a packet's secret signs that a taker may take: 64 bytes, of no use to another taker. */
export async function signClaim(secret: Key, packet: Address, taker: Address): Promise<Uint8Array> {
  const purpose = new TextEncoder().encode("sycee-red-packet-v1");
  return await secret.sign(Uint8Array.of(...purpose, ...addressToBytes(packet), ...addressToBytes(taker)));
}
