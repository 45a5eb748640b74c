/** Fills a directory with a chain of many accounts: `population-process.js DIRECTORY POPULATION`, the population as JSON. It ends with its parent. */
import { fileURLToPath } from "node:url";
import { loadBuiltModules } from "@sycee/move-build";
import { type Population, populate } from "./populate.ts";

/** What it tells. */
export type PopulationReport =
  | { readonly kind: "progress"; readonly opened: number }
  /** All are open; what is left is the root of their state. */
  | { readonly kind: "committing" }
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly message: string };

const BUILD_DIRECTORY = fileURLToPath(new URL("../../../move/build", import.meta.url));

const [, , directory, population] = process.argv;
if (directory === undefined || population === undefined) throw new Error("population-process needs a directory and a population");
const modules = loadBuiltModules(BUILD_DIRECTORY).map(({ bytes }) => bytes);
const tell = (report: PopulationReport, then: () => void = () => {}): void => void process.send?.(report, then);
process.on("disconnect", () => process.exit());
try {
  await populate(directory, modules, JSON.parse(population) as Population, {
    opened: (opened) => tell({ kind: "progress", opened }),
    committing: () => tell({ kind: "committing" }),
  });
  tell({ kind: "done" }, () => process.disconnect());
} catch (error) {
  tell({ kind: "failed", message: error instanceof Error ? error.message : String(error) }, () => process.disconnect());
}
