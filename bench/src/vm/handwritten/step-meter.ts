/** Ends a computation that takes too many steps, as gas does. */
export class StepMeter {
  left: number;

  constructor(steps: number) {
    this.left = steps;
  }

  spend(steps: number): void {
    this.left -= steps;
    if (this.left < 0) throw new RangeError("out of steps");
  }
}
