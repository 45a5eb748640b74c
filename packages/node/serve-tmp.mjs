// A node in a process of its own, for tests that kill it: node serve.mjs DIRECTORY GENESIS_FILE START_MS
import { readFileSync } from "node:fs";
import { startNode } from "@sycee/node";

const [dataDirectory, genesisFile, startMs] = process.argv.slice(2);
const node = await startNode({
  dataDirectory,
  genesis: new Uint8Array(readFileSync(genesisFile)),
  port: 0,
  quiet: true,
  clock: { startMs: Number(startMs) },
});
process.stdout.write(`${node.url}\n`);
process.on("SIGTERM", async () => { await node.close(); process.exit(0); });
