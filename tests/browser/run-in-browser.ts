import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { build } from "vite";

/** A page at localhost may do all that one with a certificate may (Web Crypto among it). No server is behind it. */
const ORIGIN = "http://localhost";
const TYPES: Record<string, string> = { ".js": "text/javascript", ".wasm": "application/wasm" };
const TIMEOUT_MS = 60_000;

export interface PageRun {
  /** What the entry's `run` answered, by way of JSON; `undefined` if it has none. */
  readonly result: unknown;
  /** What the page wrote to its console, a line a call. */
  readonly lines: readonly string[];
}

/**
 * Bundles a module for browsers, as an application would, loads it in a new page of the Chromium at `executable` and, if it
 * exports a function `run`, calls that with `argument` (by way of JSON). Throws what the page throws: so does a use of a
 * module of Node, which a bundler leaves out.
 */
export async function runInBrowser(executable: string, entry: string, argument?: unknown): Promise<PageRun> {
  const directory = mkdtempSync(join(tmpdir(), "sycee-page-"));
  try {
    await bundle(entry, directory);
    const browser = await chromium.launch({ executablePath: executable, args: ["--no-sandbox"], timeout: TIMEOUT_MS });
    try {
      const page = await browser.newPage();
      page.setDefaultTimeout(TIMEOUT_MS);
      return await runInPage(page, directory, argument);
    } finally {
      await browser.close();
    }
  } finally {
    rmSync(directory, { recursive: true });
  }
}

async function bundle(entry: string, outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: outDir,
    logLevel: "silent",
    build: {
      outDir,
      target: "esnext",
      minify: true,
      assetsInlineLimit: 0,
      modulePreload: false,
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: "strict",
        output: { entryFileNames: "entry.js" },
      },
    },
  });
}

async function runInPage(page: Page, directory: string, argument: unknown): Promise<PageRun> {
  const lines: string[] = [];
  const errors: Error[] = [];
  page.on("console", (message) => lines.push(message.text()));
  page.on("pageerror", (error) => errors.push(error));
  await page.route(`${ORIGIN}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === "/") await route.fulfill({ contentType: "text/html", body: "<!doctype html><title>test</title>" });
    else
      await route.fulfill({
        contentType: TYPES[extname(pathname)] ?? "application/octet-stream",
        body: readFileSync(join(directory, pathname)),
      });
  });
  await page.goto(`${ORIGIN}/`);
  // As text: the test runner rewrites imports in functions, and the page knows nothing of what it makes of them.
  const given = JSON.stringify(argument) ?? "undefined";
  const result: unknown = await page.evaluate(`import("${ORIGIN}/entry.js").then((module) => module.run?.(${given}))`);
  const [first] = errors;
  if (first !== undefined) throw first;
  return { result, lines };
}
