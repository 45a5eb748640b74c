import type { World } from "./world.ts";

const DAY_MS = 86_400_000n;
/** Days of the yuan end at midnight in Shanghai. */
const ZONE_MS = 28_800_000n;

/** The day of the ledger's last block, counted from 1 January 1970. */
export async function todayOf(world: World): Promise<bigint> {
  return (BigInt((await world.client.status()).headTimeMs) + ZONE_MS) / DAY_MS;
}
