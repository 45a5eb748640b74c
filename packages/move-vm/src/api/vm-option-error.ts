/** Options of `createVm` are not of their form; `detail` says which and why. */
export class VmOptionError extends Error {
  override readonly name = "VmOptionError";
  readonly code = "bad_option";
  readonly detail: string;

  constructor(detail: string) {
    super(`bad_option: ${detail}`);
    this.detail = detail;
  }
}
