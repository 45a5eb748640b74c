import { NodeStartError } from "../../block-runner/node-start-error.ts";

/** The log does not have the blocks from which the tables have to be made. No other attempt can do better, until the log is another one. */
export class LaterLogError extends NodeStartError {
  /** From block `wanted` on they are needed. */
  constructor(wanted: number) {
    super(
      `This node's log does not have what blocks from ${wanted} on wrote: its chain was begun from a snapshot. ` +
        "History, series and search are made of all blocks: ask a node whose log reaches back to the first, or give this one a copy of that log.",
    );
  }
}
