import type { NettingReplay } from "./netting-replay.ts";

/** The steps of the replay, in their order. */
export const NETTING_STEPS = ["gross", "bilateral", "multilateral", "settlement"] as const;
export type NettingStep = (typeof NETTING_STEPS)[number];

/** The graph is always so many pixels high, so that nothing jumps. */
export const GRAPH_HEIGHT = 420;

/** What a drawing of a step is made from. `money` writes minor units. */
export interface StepOptions {
  readonly replay: NettingReplay;
  readonly step: NettingStep;
  readonly nameOf: (address: string) => string;
  readonly money: (minor: bigint) => string;
}
