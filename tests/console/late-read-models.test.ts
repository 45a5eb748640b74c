import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NO_CHROMIUM } from "../browser/find-chromium.ts";
import { actAs, BEGIN_MS, browserPath, type ConsoleUnderTest, signAndSend, startConsole, untilFollowing } from "./console-under-test.ts";

/** The first start of the embedded database takes seconds, and many on a busy machine. */
const MODELS_MS = 60_000;
/** Each page has so long to ask what it asks. */
const ASKED_MS = 1_000;
/** A request that is not answered is given up after 30 seconds: who waits behind such has waited for longer than this. */
const HELD_UP_MS = 12_000;
const REASON =
  browserPath === undefined ? NO_CHROMIUM : process.platform === "linux" ? undefined : "only Linux tells which process the read models are";

describe.skipIf(REASON !== undefined)(
  `read models that answer late${REASON === undefined ? "" : ` (${REASON})`}`,
  { timeout: 120_000 },
  () => {
    let console: ConsoleUnderTest;

    beforeAll(async () => {
      console = await startConsole("--pace", "0");
    }, BEGIN_MS);
    afterAll(async () => {
      expect(console.faults).toEqual([]);
      await console.close();
    });

    it("hold up no payment: a browser has six connections to a node, and what was asked of them takes no more than half", async () => {
      const page = await console.open("/");
      await actAs(page, "alice");
      await untilFollowing(console, MODELS_MS);
      await console.whileReadModelsStand(async () => {
        await page.reload();
        page.setDefaultTimeout(HELD_UP_MS);
        for (const name of ["Supervision", "Overview", "Wallet"]) {
          await page.getByRole("link", { name, exact: true }).first().click();
          // With all connections taken, nothing on the page would tell that it has asked.
          await page.waitForTimeout(ASKED_MS);
        }
        await page.getByRole("combobox", { name: "Payee" }).fill("bob");
        await page.keyboard.press("Escape");
        await page.getByRole("textbox", { name: "Amount" }).fill("1.25");
        await page.getByRole("button", { name: "Go on" }).click();
        expect(await signAndSend(page)).toBeGreaterThan(0n);
      });
      await page.context().close();
    });
  },
);
