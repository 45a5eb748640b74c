import { NodeStartError } from "../../block-runner/node-start-error.ts";

/** The log does not have the blocks from which the tables have to be made. No other attempt can do better, until the log is another one. */
export class LaterLogError extends NodeStartError {
  /** The state from which they could be made is in no snapshot beside the log. */
  static withoutSnapshot(): LaterLogError {
    return new LaterLogError(
      "This node's log does not have what the first blocks wrote, because its chain was begun from a snapshot, and no sound snapshot from which the log " +
        "goes on lies beside it. Put the one that was imported, or a later one of this chain, into snapshots/ in the data directory.",
    );
  }

  /** What an account had when the tables began can be read nowhere any more. */
  static withoutBeginning(height: bigint): LaterLogError {
    return new LaterLogError(
      `The tables were begun with the snapshot of block ${height}, which does not lie beside the log any more, and now it is needed: make them again with sycee reindex.`,
    );
  }
}
