import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NO_CHROMIUM } from "../browser/find-chromium.ts";
import { scaleOf, tell } from "../durability/scale.ts";
import { BEGIN_MS, browserPath, type ConsoleUnderTest, startConsole } from "./console-under-test.ts";

/** How often each page is opened; `npm run torture -- first-paint` opens it more often. */
const { count: TIMES, timeoutMs } = scaleOf(0, 1);
/** The whole test has the machine for itself: what it measures by the clock counts. */
const WHOLE_TIMES = 5;
const FIRST_PAINT_MS = 1_000;
const PATHS = ["/", "/central-bank", "/institutions", "/wallet", "/supervision", "/clearing", "/explorer", "/contracts", "/sign"];

/** What a browser saw of a page that it opened with nothing kept, in milliseconds from when it was asked for. */
interface Paint {
  /** The first text or picture. */
  readonly firstMs: number;
  /** The page's own heading. */
  readonly headingMs: number;
  /** Bytes that came over the network until then. */
  readonly bytes: number;
  /** Whether the first paint came before the console's code ran. */
  readonly isBeforeCode: boolean;
}

describe.skipIf(browserPath === undefined)(`first paint${browserPath === undefined ? ` (${NO_CHROMIUM})` : ""}`, () => {
  let console: ConsoleUnderTest;

  beforeAll(async () => {
    console = await startConsole("--no-read-models");
    // What the node makes when it is first asked is not the page's.
    await console.client.economy.institutions();
    await console.client.economy.licences();
  }, BEGIN_MS);
  afterAll(async () => {
    expect(console.faults).toEqual([]);
    await console.close();
  });

  it("of each page comes before its code runs", { timeout: timeoutMs(PATHS.length * 20_000) }, async () => {
    for (const path of PATHS) {
      const paints: Paint[] = [];
      for (let time = 0; time < TIMES; time += 1) {
        const page = await console.open(path);
        paints.push(await paintOf(page));
        await page.context().close();
      }
      const first = median(paints.map(({ firstMs }) => firstMs));
      const kib = Math.round((paints[0]?.bytes ?? 0) / 1_024);
      tell(`${path}: first paint ${first} ms, heading ${median(paints.map(({ headingMs }) => headingMs))} ms, ${kib} KiB`);
      expect(
        paints.every(({ isBeforeCode }) => isBeforeCode),
        `${path} is painted before its code runs`,
      ).toBe(true);
      if (TIMES >= WHOLE_TIMES) expect(first, `first paint of ${path}, ms`).toBeLessThan(FIRST_PAINT_MS);
    }
  });
});

async function paintOf(page: Page): Promise<Paint> {
  await page.locator("main h2").first().waitFor();
  return await page.evaluate(() => {
    const headingMs = performance.now();
    const first = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN;
    const resources = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    // The page's code runs when its document is read, and the document is then complete.
    const codeMs = navigation?.domContentLoadedEventStart ?? 0;
    const bytes = resources.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, navigation?.encodedBodySize ?? 0);
    return { firstMs: Math.round(first), headingMs: Math.round(headingMs), bytes, isBeforeCode: first < codeMs };
  });
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;
}
