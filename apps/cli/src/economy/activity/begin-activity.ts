import { Client } from "@sycee/sdk";
import { Activity, type ActivityCounts } from "./activity.ts";

const STATUS_EVERY_MS = 60_000;

/** The activity of a ledger that runs in this process. */
export interface BegunActivity {
  /** Ends it, once what is under way has been given up. */
  stop(): Promise<void>;
}

/** Begins the economy's activity on a node. It stops with the process's signals; a line about it is printed each minute, unless programs read what is printed. */
export function beginActivity(options: {
  readonly url: string;
  readonly pace: number;
  readonly seed: number;
  readonly json?: true;
}): BegunActivity {
  const { url, pace, seed, json } = options;
  const activity = new Activity({ client: new Client(url), pace, seed });
  let before = totalsOf(activity.read());
  const timer = setInterval(() => {
    const now = totalsOf(activity.read());
    if (!json) console.log(`activity: ${now.acts - before.acts} acts in the last minute, ${now.refused - before.refused} refused`);
    before = now;
  }, STATUS_EVERY_MS);
  timer.unref();
  const stop = async (): Promise<void> => {
    clearInterval(timer);
    await activity.stop();
  };
  // The node stops by the same signals: that is no trouble.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void activity.stop());
  activity.ended().catch((error: unknown) => {
    process.stderr.write(`activity: ended early: ${error instanceof Error ? error.message : String(error)}\n`);
  });
  return { stop };
}

function totalsOf({ byKind }: ActivityCounts): { readonly acts: number; readonly refused: number } {
  let [acts, refused] = [0, 0];
  for (const count of byKind.values()) {
    acts += count.done + count.idle + count.refused;
    refused += count.refused;
  }
  return { acts, refused };
}
