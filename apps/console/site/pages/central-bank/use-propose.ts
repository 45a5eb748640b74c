import { client } from "../../app/client.ts";
import { formatMoment } from "../../components/moment.ts";
import { policyTexts } from "./policy-texts.ts";

/** Between the node's clock as it was asked and the block that takes the proposal: time to read and to sign. */
const MARGIN_MS = 60_000n;
const DAY_MS = 86_400_000n;

/** When a change that is proposed now can be executed: the delay, time to sign, and the further days that are wanted. */
export function usePropose(delayMs: string): (waitDays: bigint) => Promise<{
  readonly earliestMs: bigint;
  readonly rows: readonly { readonly name: string; readonly value: string }[];
}> {
  const t = policyTexts.use();
  return async (waitDays) => {
    const { timeMs } = await client.status();
    const earliestMs = BigInt(timeMs) + BigInt(delayMs) + MARGIN_MS + waitDays * DAY_MS;
    return { earliestMs, rows: [{ name: t("earliest"), value: formatMoment(earliestMs) }] };
  };
}
