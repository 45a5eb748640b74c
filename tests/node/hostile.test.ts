import {
  BATCH_MEDIA_TYPE,
  decodeTransaction,
  encodeBatch,
  type Problem,
  STATUS,
  TRANSACTION_MEDIA_TYPE,
  transactionToJson,
} from "@sycee/protocol";
import { pay } from "@sycee/sdk";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scaleOf, tell } from "../durability/scale.ts";
import { CASH, type Economy, startEconomy } from "./economy.ts";

const { seed: SEED, count: REQUESTS, timeoutMs } = scaleOf(8_420, 600);
/** An answer that takes longer is a way to stop the node. In CI other tests have the processors too. */
const SLOWEST_MS = REQUESTS < 10_000 ? 5_000 : 1_000;
const AT_ONCE = 16;
const random = xoroshiro128plus(SEED);
const below = (limit: number) => uniformInt(random, 0, limit - 1);
const oneOf = <T>(choices: readonly [T, ...T[]]): T => choices[below(choices.length)] ?? choices[0];

let economy: Economy;
let good: Uint8Array;
beforeAll(async () => {
  economy = await startEconomy();
  const calls = [pay({ payee: economy.bob.address, instrument: CASH, amountMinor: 1n })];
  good = (await economy.client.prepare({ signers: [economy.alice], calls })).bytes;
});
afterAll(async () => {
  await economy.end();
});

/** A few bytes changed, cut out, doubled or put in. */
function mutated(bytes: Uint8Array): Uint8Array {
  let result = Uint8Array.from(bytes);
  for (let change = 0; change <= below(4); change++) {
    const at = below(result.length + 1);
    const kind = below(4);
    if (kind === 0) result[at] = below(256);
    else if (kind === 1) result = result.slice(0, at);
    else if (kind === 2) result = Uint8Array.from([...result.slice(0, at), ...result.slice(below(result.length + 1))]);
    else result = Uint8Array.from([...result.slice(0, at), 0xff, 0xff, 0xff, 0xff, 0x0f, ...result.slice(at)]);
  }
  return result;
}

/** A megabyte that is cheap to send and dear to look through. */
function bulky(): string {
  const repeat = (unit: string) => unit.repeat(Math.floor(1_000_000 / unit.length));
  const list = (unit: string) => `[${repeat(`${unit},`)}${unit}]`;
  const frame = (calls: string) => `{"payload":{"chainId":"0x","signers":["0x1"],"calls":${calls}},"authenticators":[]}`;
  return oneOf([list("{}"), list("1"), frame(list("{}")), frame(list('{"function":"","arguments":[]}')), `{"bytes":"0x${repeat("00")}"}`]);
}

function body(): { readonly type: string; readonly bytes: Uint8Array } {
  if (below(100) === 0) return { type: "application/json", bytes: new TextEncoder().encode(bulky()) };
  const kind = below(4);
  if (kind === 0) return { type: TRANSACTION_MEDIA_TYPE, bytes: mutated(good) };
  if (kind === 1) return { type: BATCH_MEDIA_TYPE, bytes: mutated(encodeBatch([good, mutated(good), good])) };
  if (kind === 2) return { type: BATCH_MEDIA_TYPE, bytes: encodeBatch([mutated(good), mutated(good)]) };
  const json = JSON.stringify(transactionToJson(decodeTransaction(good)));
  return { type: "application/json", bytes: mutated(new TextEncoder().encode(json)) };
}

async function hostileRequest(): Promise<Response> {
  const { url } = economy.node;
  if (below(3) > 0) {
    const { type, bytes } = body();
    const query = oneOf(["", "", "?wait=false", "?wait=1", "?__proto__=1"]);
    return await fetch(`${url}/v1/transactions${query}`, { method: "POST", body: bytes.slice(), headers: { "content-type": type } });
  }
  const path = new TextDecoder("latin1").decode(
    mutated(new TextEncoder().encode(oneOf(["accounts/0x2", "blocks/3", "blocks?from=1&limit=2", "transactions/0xab", "laws"]))),
  );
  return await fetch(`${url}/v1/${encodeURI(path)}`, { method: oneOf(["GET", "GET", "HEAD", "PUT"]) });
}

describe(`hostile requests (seed ${SEED})`, () => {
  it(`${REQUESTS} of them are each answered with a code of their own, none as a fault of ours`, { timeout: timeoutMs(20) }, async () => {
    const codes = new Map<string, number>();
    let slowestMs = 0;
    const work = async () => {
      for (let sent = 0; sent < REQUESTS / AT_ONCE; sent++) {
        const sentMs = performance.now();
        const response = await hostileRequest();
        const text = await response.text();
        slowestMs = Math.max(slowestMs, performance.now() - sentMs);
        expect(response.status, text).toBeLessThan(500);
        const refused = response.status >= 400 && text !== "";
        const problem: Partial<Problem> = refused ? JSON.parse(text) : { code: undefined };
        if (refused) expect(Object.keys(STATUS)).toContain(problem.code);
        const code = problem.code ?? String(response.status);
        codes.set(code, (codes.get(code) ?? 0) + 1);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    tell(`${REQUESTS} hostile requests, ${codes.size} kinds of answer, none 5xx, the slowest ${slowestMs.toFixed(0)} ms (seed ${SEED})`);
    expect(slowestMs).toBeLessThan(SLOWEST_MS);
    expect(codes.get("malformed_bcs") ?? 0).toBeGreaterThan(0);
    expect((await fetch(`${economy.node.url}/healthz`)).status).toBe(200);
    for (const law of (await economy.client.laws()).laws) expect(law).toMatchObject({ holds: true });
  });
});
