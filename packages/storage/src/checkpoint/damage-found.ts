/** What is wrong with a data file, and where. */
export interface DataFileDamage {
  readonly problem: string;
  /** Byte of the file. */
  readonly offset: number;
}

/** Thrown within an inspection when something is wrong. */
export class DamageFound extends Error {
  override readonly name = "DamageFound";
  readonly damage: DataFileDamage;

  constructor(problem: string, offset: number) {
    super(problem);
    this.damage = { problem, offset };
  }
}
