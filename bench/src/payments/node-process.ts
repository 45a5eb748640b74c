/** The node that is measured: `node-process.js DIRECTORY ACCOUNTS`. It ends with its parent. */
import { fileURLToPath } from "node:url";
import { loadBuiltModules } from "@sycee/move-build";
import { startNode } from "@sycee/node";
import { benchAccounts, benchGenesis } from "./bench-economy.ts";

const BUILD_DIRECTORY = fileURLToPath(new URL("../../../move/build", import.meta.url));

const [, , directory, accounts] = process.argv;
if (directory === undefined) throw new Error("node-process needs a directory");
try {
  const modules = loadBuiltModules(BUILD_DIRECTORY).map(({ bytes }) => bytes);
  const node = await startNode({
    dataDirectory: directory,
    genesis: benchGenesis(benchAccounts(Number(accounts)), modules),
    port: 0,
    logLevel: "error",
  });
  process.on("disconnect", () => void node.close().then(() => process.exit()));
  process.send?.({ kind: "ready", url: node.url });
} catch (error) {
  process.send?.({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
  process.disconnect();
}
