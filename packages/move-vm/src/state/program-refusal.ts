import type { ProgramFault } from "../runtime/virtual-machine.ts";

/** A program that does not fit the modules; nothing of it ran. Ends up as its outcome. */
export class ProgramRefusal extends Error {
  override readonly name = "ProgramRefusal";
  readonly fault: ProgramFault;

  constructor(fault: ProgramFault, detail: string) {
    super(detail);
    this.fault = fault;
  }
}
