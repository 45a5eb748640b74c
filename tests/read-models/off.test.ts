import { afterAll, beforeAll, expect, it } from "vitest";
import { startBareNode } from "../node/economy.ts";

let node: Awaited<ReturnType<typeof startBareNode>>;
beforeAll(async () => {
  node = await startBareNode();
});
afterAll(() => node.end());

it("a node that keeps no read models says so, and asks to be asked later", async () => {
  const status = await fetch(`${node.url}/v1/read-models`);
  expect(await status.json()).toEqual({
    state: "off",
    reason: "This node was told to keep none.",
    height: null,
    beginsAtHeight: null,
    headHeight: "0",
  });
  for (const path of [
    "series/supply?unit=CZK",
    "series/activity?unit=CZK",
    "flows?unit=CZK",
    "holders/shares?instrument=1",
    "events/recent",
    "search?q=a",
  ]) {
    const answer = await fetch(`${node.url}/v1/${path}`);
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("1");
    expect(await answer.json()).toMatchObject({ code: "read_models_unavailable", number: 6004 });
  }
});

it("questions of another shape are refused with what is wrong", async () => {
  for (const [path, code] of [
    ["series/supply", "invalid_request"],
    ["series/supply?unit=CZK&points=1", "invalid_request"],
    ["series/supply?unit=CZK&from=-1", "invalid_request"],
    ["series/statements/river-bank", "invalid_address"],
    ["events/recent?before=1", "invalid_request"],
    ["holders/shares?instrument=x", "invalid_request"],
    ["search", "invalid_request"],
  ]) {
    expect(await (await fetch(`${node.url}/v1/${path}`)).json(), path).toMatchObject({ code });
  }
});
