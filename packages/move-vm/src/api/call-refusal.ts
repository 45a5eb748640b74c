import type { CallFault } from "./vm.ts";

/** A call that does not fit the modules; nothing of it ran. Ends up as its result. */
export class CallRefusal extends Error {
  override readonly name = "CallRefusal";
  readonly fault: CallFault;

  constructor(fault: CallFault, detail: string) {
    super(detail);
    this.fault = fault;
  }
}
