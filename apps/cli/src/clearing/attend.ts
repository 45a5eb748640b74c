import type { Attended, ClearingAttendant } from "./clearing-attendant.ts";

/** Between two looks. */
const LOOK_EVERY_MS = 5_000;

export interface AttendedClearing {
  /** Ends after the look that runs. */
  stop(): Promise<void>;
}

/** Has an attendant look every five seconds until it is stopped. `onTrouble` is told of what it goes on after, such as a node that does not answer. */
export function attend(
  attendant: ClearingAttendant,
  onDone: (what: Attended) => void,
  onTrouble: (error: Error) => void,
): AttendedClearing {
  let isStopping = false;
  let wake: () => void = () => undefined;
  const run = async (): Promise<void> => {
    while (!isStopping) {
      try {
        for (const what of await attendant.look()) onDone(what);
      } catch (error) {
        if (!isStopping) onTrouble(error instanceof Error ? error : new Error(String(error)));
      }
      if (isStopping) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, LOOK_EVERY_MS);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  const running = run();
  return {
    stop: async () => {
      isStopping = true;
      wake();
      await running;
    },
  };
}
