import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { Client, developmentSeed, keyFromSeed, type Signer, signerOf } from "@sycee/sdk";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { expect, vi } from "vitest";
import { findChromium } from "../browser/find-chromium.ts";
import { START_MS, startLedger } from "./ledger-process.ts";
import { type Beginning, copyPreparedLedger } from "./prepared-ledger.ts";
import { PressedActs } from "./pressed-acts.ts";

/** For whatever begins with {@link startConsole}: the first file of a run makes the ledger that all get a copy of. */
export const BEGIN_MS = 4 * START_MS;
/** How far behind the machine's a clock begins, so that what is due in a month is due once it is put forward. */
export const FORTY_DAYS_MS = 40 * 86_400_000;
/** Without these, Chromium looks for Google's hosts at every start. */
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** How a page is opened. */
export interface PageOptions {
  readonly language?: "en" | "zh";
  readonly width?: number;
  readonly dark?: boolean;
}

/** A development ledger with its console, and a Chromium to look at it. */
export interface ConsoleUnderTest {
  readonly url: string;
  readonly client: Client;
  /** Who signs for somebody of the development economy. */
  signer(name: string): Promise<Signer>;
  /** A page in a browser profile of its own. Whatever it throws or logs as an error is in `faults`. */
  open(path: string, options?: PageOptions): Promise<Page>;
  /** What pages threw, or logged as errors, so far. */
  readonly faults: readonly string[];
  /** Entry functions of the framework, as `package::module::function` in order, that pages have sent and the ledger has executed so far. */
  pressed(): Promise<readonly string[]>;
  /** Has the read models' process stand still while something is done, as a machine that has no time for it does. Linux tells which it is. */
  whileReadModelsStand<Result>(act: () => Promise<Result>): Promise<Result>;
  /** Stops the ledger and starts it again on what it has, at the same address, with other further arguments of `sycee dev`. No page may be open. */
  restart(...devArguments: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** Path of a Chromium for these tests, `undefined` where there is none. */
export const browserPath: string | undefined = findChromium();

/** Starts both, the ledger as it has just begun. `devArguments` are further ones of `sycee dev`. */
export async function startConsole(...devArguments: readonly string[]): Promise<ConsoleUnderTest> {
  return await start({ name: "today", arguments: [], hasReadModels: true }, devArguments);
}

/** The same with a clock that is so far behind, until a restart puts it forward; read models are made anew, if they are asked for. */
export async function startConsoleBehind(behindMs: number, ...devArguments: readonly string[]): Promise<ConsoleUnderTest> {
  const at = ["--at", new Date(Date.now() - behindMs).toISOString()];
  return await start({ name: `behind-${behindMs}`, arguments: at, hasReadModels: false }, [...at, ...devArguments]);
}

async function start(beginning: Beginning, devArguments: readonly string[]): Promise<ConsoleUnderTest> {
  const directory = mkdtempSync(join(tmpdir(), "sycee-console-"));
  const data = join(directory, "ledger");
  await copyPreparedLedger(beginning, data);
  let node = await startLedger(data, "0", devArguments);
  const { url } = node;
  const browser = await chromium
    .launch({ ...(browserPath === undefined ? {} : { executablePath: browserPath }), args: ARGUMENTS })
    .catch(async (error: unknown) => {
      await node.stop();
      throw error;
    });
  const client = new Client(url);
  const faults: string[] = [];
  const pressed = new PressedActs();
  return {
    url,
    client,
    signer: async (name) => signerOf(await keyFromSeed(developmentSeed(name))),
    open: async (path, options = {}) => await openPage(browser, `${url}${path}`, options, faults, pressed),
    faults,
    pressed: async () => await pressed.executed(),
    async whileReadModelsStand(act) {
      const [child] = readFileSync(`/proc/${node.pid}/task/${node.pid}/children`, "utf8").split(" ");
      if (child === undefined || child === "") throw new Error("the ledger has no read models");
      process.kill(Number(child), "SIGSTOP");
      try {
        return await act();
      } finally {
        process.kill(Number(child), "SIGCONT");
      }
    },
    async restart(...others) {
      await node.stop();
      node = await startLedger(data, new URL(url).port, others);
    },
    async close() {
      await browser.close();
      await node.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function openPage(
  browser: Browser,
  url: string,
  { language = "en", width = 1_280, dark = false }: PageOptions,
  faults: string[],
  pressed: PressedActs,
): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    viewport: { width, height: 900 },
    locale: language === "en" ? "en-GB" : "zh-CN",
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on("request", (request) => pressed.sent(request));
  page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    // A refusal (or that the read models are starting) is an answer that the page must tell in words; Chromium counts it as an error of its own.
    const isRefusal = /the server responded with a status of (?:4\d\d|503)/.test(message.text());
    if (message.type() === "error" && !isRefusal) faults.push(`${page.url()}: ${message.text()}`);
  });
  await page.goto(url);
  return page;
}

/** Waits until the read models follow the ledger, so that they answer. */
export async function untilFollowing({ client }: ConsoleUnderTest, withinMs: number): Promise<void> {
  await vi.waitFor(async () => expect((await client.models.status()).state).toBe("following"), { timeout: withinMs, interval: 1_000 });
}

/** Chooses somebody of the development economy at the top right. */
export async function actAs(page: Page, name: string): Promise<void> {
  const menu = page.getByRole("banner").getByRole("button", { name: /^(?:Act as…|选择身份…|Acting as|当前身份)/ });
  await menu.click();
  const change = page.getByRole("menuitem", { name: /^(?:Act as somebody else…|换一个身份…)$/ });
  const search = page.getByRole("textbox", { name: /^(?:Search by name or role|按名称或角色查找)$/ });
  await change.or(search).first().waitFor();
  if (await change.isVisible()) await change.click();
  await search.fill(name);
  await page
    .getByRole("dialog")
    .getByRole("button")
    .filter({ hasText: new RegExp(`^${name}(?:[^-\\w]|$|[a-z][a-z -]*$)`) })
    .first()
    .click();
  await page
    .getByRole("banner")
    .getByRole("button", { name: new RegExp(name) })
    .waitFor();
}

/** Agrees to what is shown and waits until the ledger has it. Gives the height at which it is final. */
export async function signAndSend(page: Page): Promise<bigint> {
  await page.getByRole("button", { name: /^(?:Sign and send|签名并发送)$/ }).click();
  const done = page.getByText(/(?:Final in block|已在区块) \d+/);
  await done
    .or(page.getByText(/^(?:Refused: nothing was changed|被拒绝：什么都没有改变)$/))
    .first()
    .waitFor()
    .catch(async (error: unknown) => {
      throw new Error(`sent, and neither final nor refused: ${await page.locator("body").innerText()}`, { cause: error });
    });
  const height = /\d+/.exec((await done.first().textContent()) ?? "")?.[0];
  if (height === undefined) throw new Error(await page.getByRole("dialog").innerText());
  await page
    .getByRole("button", { name: /^(?:Close|关闭|Show the code|显示二维码)$/ })
    .last()
    .click();
  return BigInt(height);
}

/** Serious and critical faults that axe finds on a page as it is now, in a few words each. */
export async function seriousFaults(page: Page): Promise<string[]> {
  // Nothing but what violates is asked for, and the page has no frames of its own: the other way opens another page for each look.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}
