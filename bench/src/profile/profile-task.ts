/** What the profiled thread is to do. */
export interface ProfileTask {
  readonly accounts: number;
  /** Payments a block. */
  readonly block: number;
  /** Payments that are measured, after as many as {@link ProfileTask.warmUp}. */
  readonly payments: number;
  readonly warmUp: number;
  /** Whether every payment goes to one account. */
  readonly oneMerchant: boolean;
  /** A directory for the log and the checkpoint; in memory if absent. */
  readonly directory: string | undefined;
  /** Where to write the samples, in the form that browsers' developer tools open. */
  readonly save: string | undefined;
}

/** Processor time, in nanoseconds. */
export interface ProcessorTime {
  /** Of the thread that executes. */
  readonly thread: number;
  /** Of the whole process, the engine's collector and storage's own threads included. */
  readonly process: number;
}

/** What was measured. */
export interface ProfileResult {
  readonly payments: number;
  readonly blocks: number;
  readonly time: ProcessorTime;
  /** Share of the executing thread's time by stage; they add up to 1. */
  readonly shares: ReadonlyMap<string, number>;
  /** Root of the state after the last block, so that runs of the same task can be compared. */
  readonly stateRoot: string;
}

export type ProfileReport =
  | { readonly kind: "result"; readonly result: ProfileResult }
  | { readonly kind: "failed"; readonly message: string };
