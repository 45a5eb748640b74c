/** Something that is measured once in each round, beside the others and the raw limit. */
export interface Contender {
  readonly name: string;
  /** Before the first round: whatever is not to be in the figure. */
  prepare(): Promise<void>;
  /** One measurement, of operations a second. */
  measure(): Promise<number>;
  /** After the last round, also when a round failed. */
  end(): Promise<void>;
}
