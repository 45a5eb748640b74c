// A node in a process of its own, for tests that kill it: node serve.mjs DIRECTORY GENESIS_FILE START_MS [OPTIONS as JSON]
import { readFileSync } from "node:fs";
import { startNode } from "@sycee/node/start";

const [dataDirectory, genesisFile, startMs, options = "{}"] = process.argv.slice(2);
const node = await startNode({
  ...JSON.parse(options),
  dataDirectory,
  genesis: new Uint8Array(readFileSync(genesisFile)),
  port: 0,
  quiet: true,
  clock: { startMs: Number(startMs) },
});
process.stdout.write(`${node.url}\n`);
