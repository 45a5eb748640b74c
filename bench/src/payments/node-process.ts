/** The node that is measured: `node-process.js DIRECTORY [ACCOUNTS]`, on a new chain with so many accounts or on the one that is there. It ends with its parent. */
import { fileURLToPath } from "node:url";
import { startNode } from "@sycee/node/start";

const BUILD_DIRECTORY = fileURLToPath(new URL("../../../move/build", import.meta.url));

const [, , directory, accounts] = process.argv;
if (directory === undefined) throw new Error("node-process needs a directory");
try {
  const node = await startNode({
    dataDirectory: directory,
    ...(accounts === undefined ? {} : await genesisFor(Number(accounts))),
    port: 0,
    logLevel: "error",
  });
  process.on("disconnect", () => void node.close().then(() => process.exit()));
  process.send?.({ kind: "ready", url: node.url });
  void node.failed.then((reason) => {
    process.stderr.write(`${reason}\n`);
    process.exit(1);
  });
} catch (error) {
  process.send?.({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
  process.disconnect();
}

// What makes a genesis is loaded only for that: a node that starts on the chain it has does without, and its start is measured.
async function genesisFor(accounts: number): Promise<{ readonly genesis: Uint8Array }> {
  const { loadBuiltModules } = await import("@sycee/move-build");
  const { benchAccounts, benchGenesis, CASH_MINOR } = await import("./bench-economy.ts");
  const modules = loadBuiltModules(BUILD_DIRECTORY).map(({ bytes }) => bytes);
  return { genesis: benchGenesis(benchAccounts(accounts), modules, { operatorMinor: BigInt(accounts) * CASH_MINOR }) };
}
