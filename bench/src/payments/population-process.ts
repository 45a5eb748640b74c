/** Fills a directory with a chain of many accounts: `population-process.js DIRECTORY ACCOUNTS KEYED`. */
import { fileURLToPath } from "node:url";
import { loadBuiltModules } from "@sycee/move-build";
import { populate } from "./populate.ts";

/** What it tells. */
export type PopulationReport =
  | { readonly kind: "progress"; readonly wallets: number }
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly message: string };

const BUILD_DIRECTORY = fileURLToPath(new URL("../../../move/build", import.meta.url));

const [, , directory, accounts, keyed] = process.argv;
if (directory === undefined) throw new Error("population-process needs a directory");
const modules = loadBuiltModules(BUILD_DIRECTORY).map(({ bytes }) => bytes);
const tell = (report: PopulationReport, then: () => void = () => {}): void => void process.send?.(report, then);
// It ends with its parent.
process.on("disconnect", () => process.exit());
try {
  await populate({ directory, modules, accounts: Number(accounts), keyed: Number(keyed) }, (wallets) =>
    tell({ kind: "progress", wallets }),
  );
  tell({ kind: "done" }, () => process.disconnect());
} catch (error) {
  tell({ kind: "failed", message: error instanceof Error ? error.message : String(error) }, () => process.disconnect());
}
