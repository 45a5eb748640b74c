/** Why a snapshot is refused. The codes are permanent. */
export type SnapshotErrorCode =
  /** The file is no snapshot at all. */
  | "snapshot_unreadable"
  /** Another version of the format. */
  | "snapshot_version"
  /** The file ends before its end, or goes on after it. */
  | "snapshot_truncated"
  /** A part does not match its checksum, or is not in the form that parts have. */
  | "snapshot_damaged"
  /** Its entries do not make up the state that its header commits to. */
  | "snapshot_wrong_state"
  /** Move modules in it are unsound, or do not fit together. */
  | "snapshot_unsound_code"
  /** Its blocks are not those that its header follows, or some are missing. */
  | "snapshot_wrong_blocks"
  /** It is of another chain than its genesis document, or than asked for. */
  | "snapshot_wrong_chain"
  /** Its header is not the one that is trusted. */
  | "snapshot_untrusted"
  /** There is no such state to export: the height is ahead, or what leads to it was pruned. */
  | "snapshot_unavailable"
  /** The place to write to is taken. */
  | "snapshot_target";

/** A snapshot that cannot be used or made, in a sentence. */
export class SnapshotError extends Error {
  override readonly name = "SnapshotError";
  readonly code: SnapshotErrorCode;

  constructor(code: SnapshotErrorCode, sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.code = code;
  }
}
