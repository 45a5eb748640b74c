import { blake2b256 } from "@sycee/protocol";
import type { World } from "./world.ts";

const DAY_MS = 86_400_000n;

/** Number, seed and end of a red packet: the number is of the ledger's time and the choice, so that it was not used before a restart either. */
export async function redPacketTerms(world: World, choice: number) {
  const { headTimeMs } = await world.client.status();
  const nowMs = BigInt(headTimeMs);
  const number = nowMs * 2n ** 22n + BigInt(choice % 2 ** 22);
  return { number, seed: blake2b256(new TextEncoder().encode(`${number}`)), expiresMs: nowMs + DAY_MS };
}
