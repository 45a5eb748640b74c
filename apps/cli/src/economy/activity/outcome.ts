/** What became of an act: done, or nothing was to be done, or refused under a name. */
export type Outcome = "done" | "idle" | { readonly refused: string };

/** What became of a batch whose entries stand each by itself: refused when one of them was, under its name. */
export function outcomeOf(statuses: readonly string[]): Outcome {
  const refused = statuses.find((status) => status !== "accepted");
  return refused === undefined ? "done" : { refused };
}
