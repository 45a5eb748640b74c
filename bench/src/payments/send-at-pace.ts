import type { Pace } from "./load-task.ts";

/** Sends every body at a pace and gives the milliseconds that each took. */
export async function sendAtPace(
  bodies: readonly Uint8Array[],
  batch: number,
  pace: Pace,
  send: (body: Uint8Array, index: number) => Promise<void>,
): Promise<number[]> {
  if (pace.kind === "closed") return await sendInLanes(bodies, pace.inFlight, send);
  return await sendWhenDue(bodies, (batch / pace.transactionsPerSecond) * 1000, send);
}

async function sendInLanes(
  bodies: readonly Uint8Array[],
  inFlight: number,
  send: (body: Uint8Array, index: number) => Promise<void>,
): Promise<number[]> {
  const timesMs: number[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < bodies.length; index = next++) {
      const startedMs = performance.now();
      await send(bodyAt(bodies, index), index);
      timesMs.push(performance.now() - startedMs);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  return timesMs;
}

// The times count from when a request was due, not from when it went out: a sender that falls behind, because the node is slow
// or because it shares the processor with it, must not make the answers look quicker than they were for those who wait.
async function sendWhenDue(
  bodies: readonly Uint8Array[],
  intervalMs: number,
  send: (body: Uint8Array, index: number) => Promise<void>,
): Promise<number[]> {
  const timesMs: number[] = [];
  const answers: Promise<void>[] = [];
  const beganMs = performance.now();
  for (const [index, body] of bodies.entries()) {
    const dueMs = beganMs + index * intervalMs;
    while (performance.now() < dueMs) await pause(dueMs - performance.now());
    answers.push(send(body, index).then(() => void timesMs.push(performance.now() - dueMs)));
  }
  await Promise.all(answers);
  return timesMs;
}

// A timer comes up to a millisecond late, which counts as the node's; a sender that watched the clock instead would take half of two cores.
function pause(restMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, restMs);
  });
}

function bodyAt(bodies: readonly Uint8Array[], index: number): Uint8Array {
  const body = bodies[index];
  if (body === undefined) throw new RangeError(`there is no body ${index}`);
  return body;
}
