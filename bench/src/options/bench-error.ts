/** Why a run was refused or failed, with a code that scripts can rely on. */
export class BenchError extends Error {
  override readonly name = "BenchError";
  readonly code: "unknown_part" | "bad_option" | "peer_failed";

  constructor(code: BenchError["code"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
