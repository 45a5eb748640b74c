import { type Address, packageAddress, shortAddress } from "@sycee/protocol";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NO_CHROMIUM } from "../browser/find-chromium.ts";
import { actAs, BEGIN_MS, browserPath, type ConsoleUnderTest, seriousFaults, signAndSend, startConsole } from "./console-under-test.ts";
import { expectAsListed } from "./pressed-acts.ts";

/** The compiler has to be loaded and compiled itself, and the machine may be busy with other tests. */
const COMPILE_MS = 90_000;

describe.skipIf(browserPath === undefined)(
  `the page of contracts${browserPath === undefined ? ` (${NO_CHROMIUM})` : ""}`,
  { timeout: 240_000 },
  () => {
    let console: ConsoleUnderTest;

    beforeAll(async () => {
      console = await startConsole("--no-read-models");
    }, BEGIN_MS);
    afterAll(async () => {
      expect(console.faults).toEqual([]);
      await console.close();
    });

    const counterOf = async (at: Address, name: string): Promise<unknown> => {
      const { address } = await console.signer(name);
      const { resources } = await console.client.account(address);
      return resources.find(({ type }) => type === `${shortAddress(at)}::counter::Counter`)?.value;
    };

    it("goes from an empty editor to a published counter that a form calls", async () => {
      const page = await console.open("/contracts");
      const policies = new Map<string, string | undefined>();
      page.on("response", (response) => policies.set(response.url(), response.headers()["content-security-policy"]));
      await page.getByRole("textbox", { name: "Name of the package" }).fill("Wrong Name");
      await page.getByRole("button", { name: "Begin with a counter" }).click();
      await page.getByText(/^Small letters, digits/).waitFor();
      await page.getByRole("textbox", { name: "Name of the package" }).fill("page_counter");
      await page.getByRole("button", { name: "Begin with a counter" }).click();
      await page.getByRole("button", { name: "Run the tests" }).click();
      await page.getByText("All 2 tests pass").waitFor({ timeout: COMPILE_MS });
      expect(await page.getByRole("row", { name: /has_no_value_before_it_began passes [\d,]+/ }).count()).toBe(1);
      expect(await seriousFaults(page)).toEqual([]);

      // Code from text is for the worker alone: neither the page nor any other file may.
      const allowed = [...policies]
        .filter(([, policy]) => policy?.includes("'unsafe-eval'") === true)
        .map(([url]) => new URL(url).pathname);
      expect(allowed).toEqual([expect.stringMatching(/^\/assets\/contracts-worker-/)]);

      await actAs(page, "alice");
      await page.getByRole("button", { name: "Compile and publish…" }).click();
      await page.getByRole("dialog").getByRole("checkbox").check({ timeout: COMPILE_MS });
      await page.getByRole("button", { name: "Sign and send" }).click();
      await page.getByText("Refused: nothing was changed").waitFor();
      await page.getByRole("button", { name: "Close", exact: true }).click();

      await actAs(page, "developer");
      await page.getByRole("button", { name: "Compile and publish…" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByText("Publish the package page_counter").waitFor({ timeout: COMPILE_MS });
      expect(await dialog.getByRole("button", { name: "Sign and send" }).isDisabled()).toBe(true);
      await dialog.getByRole("checkbox").check();
      await signAndSend(page);
      const { address: developer } = await console.signer("developer");
      const at = packageAddress(developer, "page_counter");
      const published = (await console.client.modules()).find(({ address }) => address === at);
      expect(published).toMatchObject({
        name: "counter",
        package: { name: "page_counter", version: "1", policy: "compatible", publisher: developer },
      });

      const area = page.getByRole("textbox", { name: "Text of sources/counter.move" });
      await area.fill(`${await area.inputValue()}\npublic fun double(value: u64): u64 { value * 2 }\n`);
      await page.getByRole("combobox", { name: "What later versions must keep" }).click();
      await page.getByRole("option", { name: "There are no later versions" }).click();
      await page.getByRole("button", { name: "Compile and publish…" }).click();
      await dialog.getByText("Put a new version of page_counter in place").waitFor({ timeout: COMPILE_MS });
      await dialog.getByRole("checkbox").check();
      await signAndSend(page);
      const upgraded = (await console.client.modules()).find(({ address }) => address === at);
      expect(upgraded?.package).toMatchObject({ version: "2", policy: "immutable" });

      await actAs(page, "alice");
      const choose = async (label: string, option: RegExp): Promise<void> => {
        await page.getByRole("combobox", { name: label }).click();
        await page.getByRole("option", { name: option }).click();
      };
      await page.getByRole("tab", { name: "Call" }).click();
      await choose("Module", /^page_counter::counter/);
      await choose("Function", /^begin$/);
      await page.getByText("The first signer is the current identity: alice.").waitFor();
      await page.getByRole("button", { name: "Call…" }).click();
      await signAndSend(page);
      await choose("Function", /^count$/);
      const by = page.getByRole("textbox", { name: "Value 1: u64" });
      await by.fill("1.5");
      await page.getByRole("button", { name: "Call…" }).click();
      await page.getByText('"1.5" is not a u64: write a whole number.').waitFor();
      await by.fill("42");
      await page.getByRole("button", { name: "Call…" }).click();
      await signAndSend(page);
      await page.getByText(/::counter::Counted$/).waitFor();
      expect(await page.getByText(/"value": "42"/).count()).toBe(1);
      expect(await counterOf(at, "alice")).toMatchObject({ value: "42" });
      expect(await seriousFaults(page)).toEqual([]);
      await page.context().close();
    });

    it("did on the ledger what the list of acts says of it", async () => {
      expectAsListed("contracts", await console.pressed());
    });

    it("shows an error of the compiler with its line, and a failing test with its reason and place; in Chinese, narrow", async () => {
      const page = await console.open("/contracts", { language: "zh", width: 390 });
      await page.getByRole("button", { name: "从计数器开始" }).click();
      const area = page.getByRole("textbox", { name: /的内容$/ });
      const text = await area.inputValue();
      await area.fill(text.replace("value: 0 }", "value: true }"));
      const line = text.split("\n").findIndex((each) => each.includes("value: 0 }")) + 1;
      await page.getByRole("button", { name: "编译", exact: true }).click();
      const place = page.getByRole("button", { name: `sources/counter.move:${line}` });
      await place.waitFor({ timeout: COMPILE_MS });
      await page
        .getByText(/错误 E\d+/)
        .first()
        .waitFor();
      await page.getByRole("button", { name: "tests/counter_tests.move", exact: true }).click();
      await place.click();
      await expect.poll(async () => await lineOfCursor(page)).toBe(line);
      await area.fill(text.replace("counter.value + by", "counter.value + by + 1"));
      await page.getByRole("button", { name: "运行测试" }).click();
      await page.getByText("2 个测试中有 1 个失败").waitFor({ timeout: COMPILE_MS });
      const failing = page.getByRole("alert").filter({ hasText: "counter_tests::counts" });
      expect(await failing.innerText()).toMatch(/aborted/);
      expect(await failing.getByRole("button", { name: /^tests\/counter_tests\.move:\d+$/ }).count()).toBeGreaterThan(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
      expect(await seriousFaults(page)).toEqual([]);
      await page.reload();
      expect(await area.inputValue()).toContain("counter.value + by + 1");
      await page.context().close();
    });

    it("indents by the tab key and lets go after Escape", async () => {
      const page = await console.open("/contracts");
      await page.getByRole("button", { name: "Begin with a counter" }).click();
      await page.getByRole("button", { name: "tests/counter_tests.move", exact: true }).click();
      const area = page.getByRole("textbox", { name: "Text of tests/counter_tests.move" });
      await area.fill("");
      await area.press("Tab");
      expect(await area.inputValue()).toBe("    ");
      await area.press("Escape");
      await area.press("Tab");
      expect(await area.evaluate((field) => field === document.activeElement)).toBe(false);
      expect(await area.inputValue()).toBe("    ");
      await page.context().close();
    });
  },
);

/** From 1. */
async function lineOfCursor(page: Page): Promise<number> {
  return await page.evaluate(() => {
    const area = document.activeElement;
    return area instanceof HTMLTextAreaElement ? area.value.slice(0, area.selectionStart).split("\n").length : 0;
  });
}
