/** Something that is measured once in each round, beside the others and the raw limit. */
export interface Contender {
  readonly name: string;
  /** Before the first round: whatever is not to be in the figure. */
  prepare(): Promise<void>;
  /** One measurement, of operations a second. */
  measure(): Promise<number>;
  /** After the last round: what else is to be measured or checked. */
  finish(): Promise<void>;
  /** At the end, also when something failed. */
  end(): Promise<void>;
}
