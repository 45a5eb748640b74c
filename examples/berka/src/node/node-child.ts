/**
 * The node of the example, in a process of its own: `node-child.js DIRECTORY`. It tells its parent its address when it serves, and ends when
 * the parent does.
 */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { encodeGenesis } from "@sycee/ledger";
import { loadBuiltModules } from "@sycee/move-build";
import { startNode } from "@sycee/node";
import { genesisPrograms, NOON_MS } from "../economy/genesis-programs.ts";
import { createInstitutions } from "../economy/participants.ts";
import { readTiers } from "../economy/tier-limits.ts";
import { readOrders } from "../orders/read-orders.ts";
import { genesisFile } from "./run-directory.ts";
import type { NodeReport } from "./node-report.ts";

const BUILD_DIRECTORY = fileURLToPath(new URL("../../../../move/build", import.meta.url));
const DATA = new URL("../../data/", import.meta.url);

const [, , directory] = process.argv;
if (directory === undefined) throw new Error("node-child needs a directory");
try {
  const node = await startNode({
    dataDirectory: directory,
    genesis: readOrMakeGenesis(directory),
    port: 0,
    clock: { startMs: NOON_MS },
    logLevel: "error",
  });
  const close = (): void => void node.close().then(() => process.exit());
  process.on("disconnect", close);
  // Ctrl-C reaches the whole group: the parent says when to end.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", close);
  void node.failed.then(() => process.exit(1));
  report({ kind: "ready", url: node.url });
} catch (error) {
  report({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
  process.disconnect();
}

// A chain keeps the genesis it began with, also when the Move packages were rebuilt since.
function readOrMakeGenesis(directory: string): Uint8Array {
  const path = genesisFile(directory);
  if (existsSync(path)) return readFileSync(path);
  const orders = readOrders(readFileSync(new URL("order.asc", DATA), "utf8"));
  const genesis = encodeGenesis({
    timeMs: BigInt(NOON_MS),
    modules: loadBuiltModules(BUILD_DIRECTORY).map(({ bytes }) => bytes),
    programs: genesisPrograms(createInstitutions(orders), orders, readTiers(new URL("tiers.json", DATA))),
  });
  mkdirSync(join(path, ".."), { recursive: true });
  const file = openSync(`${path}.new`, "w");
  writeSync(file, genesis);
  fsyncSync(file);
  closeSync(file);
  renameSync(`${path}.new`, path);
  return genesis;
}

function report(message: NodeReport): void {
  process.send?.(message);
}
