import type { CDPSession, Page } from "playwright-core";

/** How a page felt over a stretch of time. */
export interface Feel {
  readonly seconds: number;
  /** Frames that were shown. */
  readonly frames: number;
  /** How long its longest task took, in milliseconds; 0 where none took 50. */
  readonly longestMs: number;
  /** By how much tasks went beyond 50 ms, together. */
  readonly blockedMs: number;
  /** The slowest answer to a key or a click, from the input to the next frame. */
  readonly slowestAnswerMs: number;
  /** Processor time of the page's main thread a second: what others do on the machine does not change it. */
  readonly processorMsASecond: number;
}

interface Seen {
  frames: number;
  longMs: number[];
  answerMs: number[];
}

declare global {
  var syceeSeen: Seen | undefined;
}

/** Watches a page from now on. */
export class PageWatch {
  readonly #page: Page;
  readonly #session: CDPSession;

  static async begin(page: Page): Promise<PageWatch> {
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    await page.evaluate(() => {
      const seen: Seen = { frames: 0, longMs: [], answerMs: [] };
      globalThis.syceeSeen = seen;
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) seen.longMs.push(duration);
      }).observe({ type: "longtask" });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) seen.answerMs.push(duration);
      }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
      const frame = () => {
        seen.frames += 1;
        requestAnimationFrame(frame);
      };
      frame();
    });
    return new PageWatch(page, session);
  }

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  /** How the page feels while `act` goes on, which takes as long as it likes. */
  async during(act: () => Promise<void>): Promise<Feel> {
    await this.#page.evaluate(() => {
      const seen = globalThis.syceeSeen;
      if (seen !== undefined) Object.assign(seen, { frames: 0, longMs: [], answerMs: [] });
    });
    const processorBefore = await this.#processorSeconds();
    const beganMs = performance.now();
    await act();
    const seconds = (performance.now() - beganMs) / 1_000;
    const processorSeconds = (await this.#processorSeconds()) - processorBefore;
    const { frames, longMs, answerMs } = await this.#page.evaluate(() => {
      const seen = globalThis.syceeSeen;
      if (seen === undefined) throw new Error("the page was loaded anew while it was watched");
      return seen;
    });
    return {
      seconds,
      frames,
      longestMs: Math.round(Math.max(0, ...longMs)),
      blockedMs: Math.round(longMs.reduce((sum, duration) => sum + duration - 50, 0)),
      slowestAnswerMs: Math.round(Math.max(0, ...answerMs)),
      processorMsASecond: Math.round((processorSeconds / seconds) * 1_000),
    };
  }

  /** What the page's objects take after everything that can be let go was, in MiB. */
  async memoryMib(): Promise<number> {
    await this.#session.send("HeapProfiler.collectGarbage");
    const { usedSize } = await this.#session.send("Runtime.getHeapUsage");
    return usedSize / 2 ** 20;
  }

  async #processorSeconds(): Promise<number> {
    const { metrics } = await this.#session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
  }
}
