/**
 * Entry of `npm run build` after the packages: bundles the console into `dist/site`, with compressed copies beside every file,
 * unless nothing it is made of has changed.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import react from "@vitejs/plugin-react";
import { build } from "vite";
import { frameworkDigests } from "./framework-digests.ts";
import { consoleDirectory } from "./index.ts";
import { lateStyles } from "./late-styles.ts";

const repository = fileURLToPath(new URL("../../../", import.meta.url));
const site = join(repository, "apps/console/site");
const move = join(repository, "move");
const stampFile = join(consoleDirectory, "..", "site.stamp");
/** Smaller files gain nothing by being compressed. */
const LEAST_BYTES = 1_024;
const COMPRESSIBLE = /\.(?:js|css|html|svg|json|wasm)$/;
/** What the bundle is made of besides its own files: our packages that run in browsers, and the versions of all others. */
const BUNDLED = ["bcs", "protocol", "sdk", "payment-requests", "move-vm", "move-build"].map((name) =>
  join(repository, "packages", name, "dist"),
);

function filesBelow(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: "utf8" })
    .map((name) => join(directory, name))
    .filter((path) => statSync(path).isFile())
    .toSorted();
}

function stampOfSources(): string {
  const hash = createHash("sha256");
  const sources = [site, move, ...BUNDLED].flatMap(filesBelow).filter((path) => !/\.(?:map|tsbuildinfo|d\.ts)$/.test(path));
  for (const path of [...sources, fileURLToPath(import.meta.url), join(repository, "package-lock.json")]) {
    hash.update(path.slice(repository.length)).update("\0").update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex");
}

/** Beside each file its brotli form, which the node serves to browsers that take it. */
function compress(directory: string): void {
  for (const path of filesBelow(directory)) {
    const bytes = readFileSync(path);
    if (bytes.length < LEAST_BYTES || !COMPRESSIBLE.test(path)) continue;
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }));
  }
}

const startedMs = performance.now();
const stamp = stampOfSources();
if (existsSync(stampFile) && existsSync(join(consoleDirectory, "index.html")) && readFileSync(stampFile, "utf8") === stamp) {
  console.log(`console: unchanged, ${Math.round(performance.now() - startedMs)} ms`);
} else {
  await build({
    configFile: false,
    root: site,
    logLevel: "warn",
    plugins: [react(), frameworkDigests(move), lateStyles()],
    worker: { format: "es" },
    build: { outDir: consoleDirectory, emptyOutDir: true, target: "es2023", assetsInlineLimit: 0, chunkSizeWarningLimit: 2_000 },
  });
  compress(consoleDirectory);
  writeFileSync(stampFile, stamp);
  console.log(`console: built in ${Math.round(performance.now() - startedMs)} ms`);
}
