import { banking, readResource, RESERVE_NOTICE_MS, type ReserveStep } from "@sycee/sdk";
import { client } from "../../app/client.ts";
import type { Bank } from "./central-bank-page.tsx";
import type { ReserveSchedule } from "./reserve-steps.ts";

/** Reads a central bank's schedule from the ledger, with a proof. Throws `SyceeError`. */
export async function readReserveSchedule({ address, unit }: Bank): Promise<ReserveSchedule> {
  const [schedule, { timeMs }, instruments] = await Promise.all([
    readResource(client, address, banking.reserveScheduleScheduleType),
    client.status(),
    client.instruments(),
  ]);
  const nowMs = BigInt(timeMs);
  const earliestMs = schedule === undefined ? undefined : nowMs + RESERVE_NOTICE_MS;
  const all = (schedule?.steps ?? []).map(({ fromMs, shareBps }) => ({ fromMs, shareBps: Number(shareBps) }));
  const steps = all.filter((_, place) => (all[place + 1]?.fromMs ?? nowMs + 1n) > nowMs);
  const isFixed = ({ fromMs }: ReserveStep) => earliestMs !== undefined && fromMs < earliestMs;
  return {
    nowMs,
    zoneOffsetMinutes: instruments.find((instrument) => instrument.unit === unit)?.zoneOffsetMinutes ?? 0,
    earliestMs,
    fixed: steps.filter(isFixed),
    later: steps.filter((step) => !isFixed(step)),
  };
}
