import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { consoleDirectory } from "@sycee/console";
import { startNode } from "@sycee/node/start";
import { stopOf } from "../node/stop-of.ts";
import { CliError } from "../output/cli-error.ts";
import type { NodeCommandOptions } from "./node.ts";

/** Runs a node until a signal stops it. Throws `CliError`, `NodeStartError`, `StorageError`. */
export async function runNode(options: NodeCommandOptions): Promise<void> {
  const { data, genesis, host, port, snapshots, retainReceipts, readModels, reading, json } = options;
  if (genesis === undefined && !existsSync(join(data, "log"))) {
    throw new CliError("invalid_argument", `There is no chain in ${data}. Begin one with --genesis FILE (see sycee genesis --help).`);
  }
  const node = await startNode({
    dataDirectory: data,
    genesis: genesis === undefined ? undefined : readGenesis(genesis),
    host,
    port,
    snapshots,
    retainReceipts,
    readModels: readModels ? { databaseUrl: options.databaseUrl ?? process.env.DATABASE_URL } : undefined,
    isPrivate: reading === "private",
    publicUrls: options.publicUrl,
    consoleDirectory: options.console ? consoleDirectory : undefined,
    quiet: json === true,
    onStarting: (text) => void process.stderr.write(`starting: ${text}\n`),
  });
  // Watched before anything is printed, so that an early stop is not missed.
  const stopped = stopOf(node);
  const { url, chainId } = node;
  if (json) console.log(JSON.stringify({ url, chainId, height: node.height().toString() }));
  else console.log(`chain ${chainId}, height ${node.height()}, kept in ${data}\nserves at ${url}; Ctrl-C stops it, what is final stays`);
  await stopped;
  if (!json) console.log(`\nstopped at block ${node.height()}: everything final is in ${data}`);
}

function readGenesis(path: string): Uint8Array {
  if (!existsSync(path)) throw new CliError("invalid_argument", `There is no file ${path}.`);
  return readFileSync(path);
}
