import type { Page } from "playwright-core";

/** An entry of the Layout Instability API, which TypeScript's library does not have. */
interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  /** Somebody did something just before. */
  readonly hadRecentInput: boolean;
}

type ShiftingWindow = typeof globalThis & { syceeShift?: number };

/** Has every document that a tab opens from now on add up how far what is seen moves by itself. */
export async function watchLayoutShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    (globalThis as ShiftingWindow).syceeShift = 0;
    new PerformanceObserver((list) => {
      const shifts = list.getEntries() as LayoutShift[];
      const moved = shifts.filter(({ hadRecentInput }) => !hadRecentInput).reduce((sum, { value }) => sum + value, 0);
      (globalThis as ShiftingWindow).syceeShift = ((globalThis as ShiftingWindow).syceeShift ?? 0) + moved;
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** The sum so far: 1 is a whole screen that moved by a whole screen. */
export async function layoutShift(page: Page): Promise<number> {
  return await page.evaluate(() => {
    const { syceeShift } = globalThis as ShiftingWindow;
    if (syceeShift === undefined) throw new Error("layout shifts are not watched");
    return syceeShift;
  });
}
