import { join } from "node:path";
import { exportSnapshot, importSnapshot, startNode } from "@sycee/node";
import { Client } from "@sycee/sdk";
import { afterAll, expect, it } from "vitest";
import { xoroshiro128plus } from "../money/random.ts";
import { beginChain } from "../snapshots/stored-chain.ts";
import { randomPayments, storedEconomyGenesis, temporaryDirectory } from "../snapshots/stored-economy.ts";

const SLOW_MS = 240_000;
const place = temporaryDirectory();
afterAll(place.remove);

it.each([
  { name: "whose log begins later", blocks: 8, gapMs: 30_000 },
  { name: "whose log has all blocks without what they wrote", blocks: 3, gapMs: 0 },
])(
  "on a chain $name, the read models say in a sentence that there are none, and the node goes on",
  async ({ blocks, gapMs }) => {
    const directory = join(place.path, `source-${blocks}`);
    const chain = await beginChain(directory, storedEconomyGenesis());
    const random = xoroshiro128plus(1);
    for (let block = 1; block <= blocks; block += 1) {
      chain.timeMs += gapMs;
      await chain.block(randomPayments(chain, random, 2));
    }
    await chain.close();
    const file = join(place.path, `${blocks}.snapshot`);
    const target = join(place.path, `target-${blocks}`);
    await exportSnapshot({ dataDirectory: directory, output: file });
    await importSnapshot({ file, dataDirectory: target });
    const node = await startNode({ dataDirectory: target, port: 0, quiet: true, clock: { startMs: 0 }, readModels: {} });
    try {
      const client = new Client(node.url);
      let status = await client.models.status();
      while (status.state === "starting") {
        await new Promise((resolve) => setTimeout(resolve, 200));
        status = await client.models.status();
      }
      expect(status).toMatchObject({ state: "refused", height: null, headHeight: `${blocks}` });
      expect(status.reason).toContain("its chain was begun from a snapshot");
      await expect(client.models.events()).rejects.toMatchObject({ code: "read_models_unavailable", detail: status.reason });
      expect((await client.laws()).laws.every(({ holds }) => holds)).toBe(true);
    } finally {
      await node.close();
    }
  },
  SLOW_MS,
);
