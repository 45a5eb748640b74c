/** Waits before the next attempt: 50 ms, doubled each time up to 2 s, with up to half of it taken off at random so that clients do not meet. */
export async function backoff(attempt: number, atLeastMs = 0, signal?: AbortSignal): Promise<void> {
  const full = Math.min(2000, 50 * 2 ** Math.min(attempt, 10));
  await delay(Math.max(atLeastMs, full * (0.5 + Math.random() / 2)), signal);
}

/** Resolves after `durationMs`; rejects with the signal's reason when it aborts. */
export async function delay(durationMs: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve) => {
    const timer = setTimeout(finish, durationMs);
    function finish(): void {
      signal?.removeEventListener("abort", finish);
      clearTimeout(timer);
      resolve();
    }
    signal?.addEventListener("abort", finish);
  });
  signal?.throwIfAborted();
}
