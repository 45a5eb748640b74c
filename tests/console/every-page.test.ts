import { type Address, hexToBytes } from "@sycee/protocol";
import { CLEARING_GAS_LIMIT, createDraft, DEFAULT_GAS_LIMIT, encodeDraft, pay, submitPayments } from "@sycee/sdk";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NO_CHROMIUM } from "../browser/find-chromium.ts";
import { actAs, BEGIN_MS, browserPath, type ConsoleUnderTest, seriousFaults, startConsole, untilFollowing } from "./console-under-test.ts";
import { failBank, openFailingBank } from "./failing-bank.ts";
import { keyboardFaults } from "./keyboard-faults.ts";
import { layoutShift, watchLayoutShifts } from "./layout-shifts.ts";

/** The first start of the embedded database takes seconds, and many on a busy machine. */
const MODELS_MS = 150_000;
const WIDE = 1_280;
const NARROW = 390;
const HEIGHT = 900;
/** What a page may move by itself while it is looked at: a tenth is what the Web Vitals call good for a whole visit. */
const MOST_SHIFT = 0.1;
/** How long live data are watched at least. */
const WATCHED_MS = 500;
const LANGUAGES = { en: "English", zh: "中文" } as const;
type Language = keyof typeof LANGUAGES;
/** How a page is judged in each language, so that each width and each colours are judged once; whether it fits is looked at in all. */
const LOOKS = { en: { width: WIDE, dark: false }, zh: { width: NARROW, dark: true } } as const;

/** Addresses of pages that depend on the ledger. */
interface Places {
  readonly transaction: string;
  readonly block: string;
  readonly draft: string;
  readonly failedBank: string;
  addressOf(name: string): string;
}

interface PageUnderTest {
  readonly name: string;
  readonly path: (places: Places) => string;
  /** As whom it is looked at: whoever has acts there. */
  readonly as?: string;
  /** What comes after everything else, and must be there before the page is judged. */
  readonly last?: string;
}

const MONEY = `0x${"2".padStart(64, "0")}`;
const PAGES: readonly PageUnderTest[] = [
  // Each party of its graph can be reached by the Tab key, also while figures change.
  { name: "overview", path: () => "/", last: ".react-flow__node a" },
  { name: "central bank", path: () => "/central-bank", as: "central-bank" },
  { name: "institutions", path: () => "/institutions" },
  { name: "a bank", path: ({ addressOf }) => `/institutions/${addressOf("river-bank")}`, as: "river-bank" },
  { name: "a payment institution", path: ({ addressOf }) => `/institutions/${addressOf("old-pay")}`, as: "old-pay" },
  { name: "an operator", path: ({ addressOf }) => `/institutions/${addressOf("harbour-bank")}`, as: "harbour-bank" },
  { name: "a bank that is wound up", path: ({ failedBank }) => `/institutions/${failedBank}`, as: "developer" },
  { name: "clearing", path: () => "/clearing", as: "hill-bank" },
  { name: "wallet", path: () => "/wallet", as: "alice" },
  { name: "supervision", path: () => "/supervision", as: "supervisor" },
  { name: "explorer", path: () => "/explorer" },
  { name: "a block", path: ({ block }) => `/explorer/blocks/${block}` },
  { name: "a transaction", path: ({ transaction }) => `/explorer/transactions/${transaction}` },
  { name: "an account", path: ({ addressOf }) => `/explorer/accounts/${addressOf("bob")}` },
  { name: "a module", path: () => `/explorer/modules/${MONEY}/wallet` },
  { name: "contracts", path: () => "/contracts", as: "developer" },
  { name: "sign, with nothing to sign", path: () => "/sign" },
  { name: "sign, with a draft", path: ({ draft }) => `/sign#${draft}`, as: "alice" },
  { name: "nothing at all", path: () => "/nowhere" },
];

describe.skipIf(browserPath === undefined)(
  `every page of the console${browserPath === undefined ? ` (${NO_CHROMIUM})` : ""}`,
  { timeout: 600_000 },
  () => {
    let console: ConsoleUnderTest;
    let places: Places;
    /** The one page that all are looked at in, and as whom. */
    let page: Page;
    let acting: string | undefined;

    beforeAll(async () => {
      // Something happens while pages are looked at.
      console = await startConsole("--pace", "2");
      await untilFollowing(console, MODELS_MS);
      places = await placesOf(console);
      page = await console.open("/sign");
      await watchLayoutShifts(page);
    }, BEGIN_MS);
    afterAll(async () => {
      await console.close();
    });

    /** Opens a page in the language that was chosen last. A page that differs after its `#` alone is loaded anew too. */
    const visit = async (path: string, as?: string) => {
      await page.goto("about:blank");
      await page.goto(`${console.url}${path}`);
      if (as !== undefined && as !== acting) {
        await look(page, LOOKS.en);
        await actAs(page, as);
        acting = as;
      }
      await settled(page);
      await page.evaluate(standStill);
    };

    it.each(PAGES)("$name", async ({ path, as, last }) => {
      await visit(path(places), as);
      if (last !== undefined) await page.locator(last).first().waitFor();
      // Half of the pages are loaded in each language, and the other is chosen on the page as somebody does.
      const loadedIn = await languageOf(page);
      for (const language of loadedIn === "en" ? (["en", "zh"] as const) : (["zh", "en"] as const)) {
        if (language !== loadedIn) await chooseLanguage(page, language);
        await look(page, LOOKS[language]);
        await judge(page, language);
        for (const width of [NARROW, WIDE]) {
          for (const dark of [true, false]) {
            await look(page, { width, dark });
            await expectWithin(page);
          }
        }
        await look(page, LOOKS[language]);
        await eachOtherTab(page, async (tab) => {
          await expectWithin(page);
          expect(await seriousFaults(page), tab).toEqual([]);
          if (language === "en") expect(await keyboardFaults(page), `${tab}, by keyboard`).toEqual([]);
        });
      }
      await page.goto("about:blank");
      expect(console.faults).toEqual([]);
    });

    it.each(["central-bank", "river-bank", "swiftpay", "old-pay", "clearing-house"])(
      "names the accounts of %s in Chinese",
      async (name) => {
        await visit(`/institutions/${places.addressOf(name)}`);
        await chooseLanguage(page, "zh");
        await page.getByRole("tab", { name: "账簿" }).click();
        const names = await page.getByRole("region", { name: "账簿" }).locator("tbody td:nth-child(2)").allInnerTexts();
        expect(names.length).toBeGreaterThan(5);
        expect(names.filter((each) => /[a-z]{2}/i.test(each))).toEqual([]);
      },
    );
  },
);

/** Whether a page as it is now has a serious fault, can be used by keyboard, and lies still meanwhile. */
async function judge(page: Page, language: Language): Promise<void> {
  expect(await languageOf(page)).toBe(language);
  const [beforeShift, beganMs] = [await layoutShift(page), performance.now()];
  expect(await seriousFaults(page), language).toEqual([]);
  // Judging takes a while, in which live data arrive.
  await page.waitForTimeout(Math.max(0, WATCHED_MS - (performance.now() - beganMs)));
  expect((await layoutShift(page)) - beforeShift, "layout shift").toBeLessThan(MOST_SHIFT);
  expect(await keyboardFaults(page), `${language}, by keyboard`).toEqual([]);
}

/** Runs in the page: colours change at once, so that none is judged on its way to another. */
function standStill(): void {
  const still = new CSSStyleSheet();
  still.replaceSync("*, *::before, *::after { transition: none !important; animation: none !important }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, still];
}

async function languageOf(page: Page): Promise<string> {
  return await page.evaluate(() => document.documentElement.lang);
}

/** Chooses a language at the top right. */
async function chooseLanguage(page: Page, language: Language): Promise<void> {
  if ((await languageOf(page)) === language) return;
  await look(page, { width: WIDE, dark: false });
  await page
    .getByRole("banner")
    .getByRole("combobox", { name: /^(?:Language|语言)$/ })
    .click();
  await page.getByRole("option", { name: LANGUAGES[language] }).click();
  await expect.poll(async () => await languageOf(page)).toBe(language);
  await settled(page);
}

async function look(page: Page, { width, dark }: { readonly width: number; readonly dark: boolean }): Promise<void> {
  await page.setViewportSize({ width, height: HEIGHT });
  await page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
}

/** Waits until everything that a page asks for at first is there. */
async function settled(page: Page): Promise<void> {
  await page.getByRole("main").getByRole("heading").first().waitFor();
  await expect
    .poll(async () => await page.locator(".mantine-Skeleton-root:visible, [aria-busy=true]:visible").count(), { timeout: 60_000 })
    .toBe(0);
}

async function expectWithin(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), "sideways").toBe(0);
}

/** Opens each tab after the first, of those that the page itself has, one after another. */
async function eachOtherTab(page: Page, judge: (name: string) => Promise<void>): Promise<void> {
  const tabs = page.getByRole("main").getByRole("tab");
  const names = await tabs.allInnerTexts();
  for (const [place, name] of names.entries()) {
    if ((await tabs.nth(place).getAttribute("aria-selected")) === "true") continue;
    await tabs.nth(place).click();
    await settled(page);
    await judge(name);
  }
}

async function placesOf(console: ConsoleUnderTest): Promise<Places> {
  const accounts = await console.client.developmentAccounts();
  const addressOf = (name: string): string => {
    const account = accounts.find((each) => each.name === name);
    if (account === undefined) throw new Error(`nobody is named ${name}`);
    return account.address;
  };
  const [alice, bob] = [await console.signer("alice"), await console.signer("bob")];
  const calls = [pay({ payee: bob.address, instrument: 2, amountMinor: 1_234n })];
  const { id, height } = await console.client.send({ signers: [alice], calls });
  // Something waits in clearing, so that there is a netting to show.
  const payee = addressOf("hill-bank") as Address;
  const payment = { fromAccount: 1, payee, toAccount: 1, amountMinor: 100n };
  const house = addressOf("clearing-house") as Address;
  await console.client.send({
    signers: [await console.signer("river-bank")],
    calls: [submitPayments({ house, mode: "net", payments: [payment] })],
    gasLimit: CLEARING_GAS_LIMIT,
  });
  const failedBank = await openFailingBank(console.client, "bookshop");
  await failBank(console.client, failedBank, (await console.signer("developer")).address);
  const { chainId, timeMs } = await console.client.status();
  const draft = createDraft({
    chainId: hexToBytes(chainId) ?? new Uint8Array(),
    signers: [alice.address, bob.address],
    nonce: 1n,
    // In a day: it is not sent while it is looked at.
    expiryMs: BigInt(timeMs) + 86_400_000n,
    gasLimit: DEFAULT_GAS_LIMIT,
    feePayer: undefined,
    calls,
  });
  return { transaction: id, block: height, draft: Buffer.from(encodeDraft(draft)).toString("base64url"), failedBank, addressOf };
}
