import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { Client, developmentSeed, keyFromSeed, type Signer, signerOf } from "@sycee/sdk";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { findChromium } from "../browser/find-chromium.ts";

const SYCEE = fileURLToPath(new URL("../../apps/cli/bin/sycee.mjs", import.meta.url));
/** Against a start that hangs: beside other work a start waits its turn. */
const START_MS = 170_000;
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
  /** Stops the ledger and starts it again on what it has, at the same address, with other further arguments of `sycee dev`. No page may be open. */
  restart(...devArguments: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** Path of a Chromium for these tests, `undefined` where there is none. */
export const browserPath: string | undefined = findChromium();

/** Starts both. `devArguments` are further ones of `sycee dev`. */
export async function startConsole(...devArguments: readonly string[]): Promise<ConsoleUnderTest> {
  const directory = mkdtempSync(join(tmpdir(), "sycee-console-"));
  const data = join(directory, "ledger");
  let node = startLedger(data, "0", devArguments);
  const url = await urlOf(node);
  const browser = await chromium.launch({ ...(browserPath === undefined ? {} : { executablePath: browserPath }), args: ARGUMENTS });
  const faults: string[] = [];
  return {
    url,
    client: new Client(url),
    signer: async (name) => signerOf(await keyFromSeed(developmentSeed(name))),
    open: async (path, options = {}) => await openPage(browser, `${url}${path}`, options, faults),
    faults,
    async restart(...others) {
      await stopLedger(node);
      node = startLedger(data, new URL(url).port, others);
      await urlOf(node);
    },
    async close() {
      await browser.close();
      await stopLedger(node);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function startLedger(data: string, port: string, further: readonly string[]): ChildProcess {
  const options = ["--pace", "0", "--data", data, "--port", port, "--json", ...further];
  return spawn(process.execPath, [SYCEE, "dev", ...options], { stdio: ["ignore", "pipe", "pipe"] });
}

async function stopLedger(node: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => node.once("exit", resolve));
  node.kill("SIGTERM");
  await ended;
}

async function urlOf(node: ChildProcess): Promise<string> {
  const said: string[] = [];
  return await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no ledger after ${START_MS} ms: ${said.join("")}`)), START_MS);
    node.once("exit", () => reject(new Error(`the ledger ended: ${said.join("")}`)));
    for (const stream of [node.stdout, node.stderr]) {
      stream?.on("data", (data: Buffer) => {
        said.push(data.toString());
        const line = said
          .join("")
          .split("\n")
          .find((text) => text.startsWith("{"));
        if (line === undefined || !line.endsWith("}")) return;
        clearTimeout(timer);
        resolve((JSON.parse(line) as { readonly url: string }).url);
      });
    }
  });
}

async function openPage(
  browser: Browser,
  url: string,
  { language = "en", width = 1_280, dark = false }: PageOptions,
  faults: string[],
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
  page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    // A refusal (or that the read models are starting) is an answer that the page must tell in words; Chromium counts it as an error of its own.
    const isRefusal = /the server responded with a status of (?:4\d\d|503)/.test(message.text());
    if (message.type() === "error" && !isRefusal) faults.push(`${page.url()}: ${message.text()}`);
  });
  await page.goto(url);
  return page;
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
    .waitFor();
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
