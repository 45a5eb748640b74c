import { developmentSeed } from "@sycee/sdk";
import { hexToBytes } from "@sycee/protocol";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NO_CHROMIUM } from "../browser/find-chromium.ts";
import { scaleOf, tell } from "../durability/scale.ts";
import { payerOf } from "../load/payments.ts";
import { actAs, BEGIN_MS, browserPath, type ConsoleUnderTest, startConsole, untilFollowing } from "./console-under-test.ts";
import { type Feel, PageWatch } from "./page-feel.ts";
import { PAYMENTS_A_SECOND, paySteadily, signSeconds } from "./steady-payments.ts";

/** Seconds of load on each page, as `npm run torture -- console-load` says. */
const { count: SECONDS, timeoutMs } = scaleOf(0, 4);
/** The whole test has the machine for itself: what it measures by the clock counts. */
const WHOLE_SECONDS = 15;
const MODELS_MS = 150_000;
/** Beside sending, a second for each page's own start. */
const SPARE_SECONDS = 3;
const EXPIRY_AHEAD_MS = 110_000n;

/** A page of the console, and something that a person does there again and again. */
interface Case {
  readonly name: string;
  readonly path: string;
  /** When the page is there. */
  ready(page: Page): Promise<void>;
  /** One click or key; `turn` counts from 0. */
  act(page: Page, turn: number): Promise<void>;
}

const PAGES: readonly Case[] = [
  {
    name: "overview",
    path: "/",
    ready: async (page) => await page.getByRole("region", { name: "Money supply" }).locator("canvas").waitFor(),
    act: async (page, turn) => {
      const chart = page.getByRole("region", { name: "Money supply" });
      await chart.getByText(turn % 2 === 0 ? "Table" : "Chart", { exact: true }).click();
    },
  },
  {
    name: "explorer",
    path: "/explorer",
    ready: async (page) => await page.getByRole("table").getByRole("link").first().waitFor(),
    act: async (page) => {
      await page.getByRole("textbox").first().focus();
      await page.keyboard.press("5");
    },
  },
  {
    name: "wallet",
    path: "/wallet",
    ready: async (page) => {
      await actAs(page, "dan");
      await page.getByRole("tab", { name: "History" }).click();
      await page.getByRole("table", { name: "Payments" }).waitFor();
    },
    act: async (page, turn) => await page.getByRole("tab", { name: turn % 2 === 0 ? "Pay" : "History", exact: true }).click(),
  },
];

/** Frames by the clock are nothing beside other tests: a run of the whole has the machine for itself. */
const WHY_SKIPPED =
  browserPath === undefined ? NO_CHROMIUM : process.env["TORTURE_COUNT"] === undefined ? "npm run torture -- console-load" : undefined;

describe.skipIf(WHY_SKIPPED !== undefined)(
  `the console while ${PAYMENTS_A_SECOND} payments a second go on${WHY_SKIPPED === undefined ? "" : ` (${WHY_SKIPPED})`}`,
  () => {
    let console: ConsoleUnderTest;
    let nextNonce = 1_000_000n;

    beforeAll(async () => {
      console = await startConsole();
      await untilFollowing(console, MODELS_MS);
    }, BEGIN_MS);
    afterAll(async () => {
      expect(console.faults).toEqual([]);
      await console.close();
    });

    /** Dan's payments to the tea house, signed for so many seconds. */
    async function signed(seconds: number): Promise<Uint8Array[]> {
      const { chainId, timeMs } = await console.client.status();
      const { address: payee } = await console.signer("tea-house");
      const payer = payerOf(developmentSeed("dan"), payee, hexToBytes(chainId) ?? new Uint8Array(32), nextNonce);
      const batches = signSeconds(payer, seconds, BigInt(timeMs) + EXPIRY_AHEAD_MS);
      nextNonce += BigInt(seconds * PAYMENTS_A_SECOND);
      return batches;
    }

    it.each(PAGES)("$name goes on, and answers", { timeout: timeoutMs(15_000) }, async ({ name, path, ready, act }) => {
      const page = await console.open(path);
      await ready(page);
      const watch = await PageWatch.begin(page);
      const use = async () => {
        const endMs = performance.now() + SECONDS * 1_000;
        for (let turn = 0; performance.now() < endMs; turn += 1) {
          await act(page, turn);
          await new Promise((resolve) => setTimeout(resolve, 500));
        }
      };
      const idle = await watch.during(use);
      const load = paySteadily(console.url, await signed(SECONDS + SPARE_SECONDS));
      // Whatever is made once for a page under load is not what grows.
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      const memoryBefore = await watch.memoryMib();
      const heightBefore = await heightShown(page);
      const loaded = await watch.during(use);
      const heightAfter = await heightShown(page);
      const memoryAfter = await watch.memoryMib();
      const { payments, seconds } = await load.stop();
      tell(
        `${name}: ${Math.round(payments / seconds)} payments a second; idle ${feelText(idle)}; under load ${feelText(loaded)}; memory ${memoryBefore.toFixed(1)} to ${memoryAfter.toFixed(1)} MiB`,
      );
      expect(heightAfter - heightBefore, "the height goes on").toBeGreaterThan(SECONDS);
      expectUsable(idle, loaded);
      expect(memoryAfter - memoryBefore, "memory that grew, MiB").toBeLessThan(16);
      if (SECONDS >= WHOLE_SECONDS) {
        expect(payments / seconds).toBeGreaterThanOrEqual(0.95 * PAYMENTS_A_SECOND);
        expect(loaded.longestMs, "its longest task, ms").toBeLessThanOrEqual(200);
        expect(loaded.slowestAnswerMs, "its slowest answer to a key or click, ms").toBeLessThanOrEqual(200);
      }
      await page.context().close();
    });
  },
);

/** What no other work on the machine changes: the processor time that the page takes, and how its frames compare with those of a page at rest. */
function expectUsable(idle: Feel, loaded: Feel): void {
  expect(loaded.processorMsASecond, "processor time of the page, ms a second").toBeLessThan(500);
  expect(loaded.frames / loaded.seconds, "frames a second").toBeGreaterThan(idle.frames / idle.seconds / 4);
}

function feelText({ frames, seconds, longestMs, blockedMs, slowestAnswerMs, processorMsASecond }: Feel): string {
  return `${Math.round(frames / seconds)} frames a second, longest task ${longestMs} ms, blocked ${blockedMs} ms, slowest answer ${slowestAnswerMs} ms, ${processorMsASecond} ms of processor a second`;
}

async function heightShown(page: Page): Promise<number> {
  return Number(/\d+/.exec(await page.getByRole("status").first().innerText())?.[0] ?? -1);
}
