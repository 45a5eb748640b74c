import { hexToBytes } from "@sycee/protocol";
import {
  beginCustomerAccounts,
  type Client,
  depositToCustomers,
  openCustomerAccounts,
  toTill,
  transferBatch,
  TRANSFERS_GAS_LIMIT,
} from "@sycee/sdk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scaleOf, tell } from "../durability/scale.ts";
import { alicePaying, type Payer } from "../load/payments.ts";
import { type Economy, startEconomy } from "../node/economy.ts";

/** Thousands of payments, and batches in the lane of institutions; `npm run torture -- catch-up` has more of both. */
const { count: SCALE, timeoutMs } = scaleOf(0, 4);
const BATCH = 500;
const SENDERS = 4;
const ACCOUNTS = 20_000;
const TRANSFERS = 10_000;
/** Whoever catches up slower than this does not follow any more. */
const SLOW_MS = 240_000;

let economy: Economy;
let client: Client;
let payer: Payer;

beforeAll(async () => {
  economy = await startEconomy({ readModels: {} });
  ({ client } = economy);
  payer = alicePaying(economy.bob.address, hexToBytes((await client.status()).chainId) ?? new Uint8Array(32));
  const signers = [economy.operator];
  const accounts = Uint32Array.from({ length: ACCOUNTS }, (_, index) => index);
  await client.send({ signers, calls: [toTill({ amountMinor: BigInt(ACCOUNTS) * 1_000n }), beginCustomerAccounts()] });
  await client.send({
    signers,
    calls: [
      openCustomerAccounts({ count: BigInt(ACCOUNTS) }),
      depositToCustomers({ accounts, amountsMinor: new BigUint64Array(ACCOUNTS).fill(1_000n) }),
    ],
    gasLimit: TRANSFERS_GAS_LIMIT,
  });
  await caughtUp();
}, SLOW_MS);
afterAll(() => economy.end());

/** How many blocks the read models are behind. */
async function lag(): Promise<number> {
  const { height, headHeight } = await client.models.status();
  return Number(headHeight) - Number(height ?? -1);
}

/** Waits until they have everything; gives how long that took. */
async function caughtUp(): Promise<number> {
  const beganMs = performance.now();
  while ((await lag()) > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  return (performance.now() - beganMs) / 1_000;
}

async function metric(name: string): Promise<number> {
  const text = await (await fetch(`${economy.node.url}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1]);
}

/** Payments in the read models' own count. */
async function counted(): Promise<bigint> {
  const { points } = await client.models.activity("CZK");
  return points.reduce((sum, { payments }) => sum + BigInt(payments), 0n);
}

/** Runs a load, watches how far the read models fall behind, and lets them catch up. */
async function under(name: string, count: number, load: () => Promise<void>): Promise<void> {
  const before = { counted: await counted(), seconds: await metric("sycee_read_models_seconds_total") };
  let most = 0;
  let isLoaded = true;
  const watched = (async () => {
    while (isLoaded) {
      most = Math.max(most, await lag());
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })();
  const beganMs = performance.now();
  await load();
  const loadSeconds = (performance.now() - beganMs) / 1_000;
  isLoaded = false;
  await watched;
  const atEnd = await lag();
  const recoverySeconds = await caughtUp();
  const busySeconds = (await metric("sycee_read_models_seconds_total")) - before.seconds;
  tell(
    `${name}: ${count} in ${loadSeconds.toFixed(1)} s; ${most} blocks behind at most, ${atEnd} when it ended, none ${recoverySeconds.toFixed(1)} s later; ${Math.round(count / busySeconds)} a second of their own`,
  );
  expect((await counted()) - before.counted).toBe(BigInt(count));
}

describe("read models under full load", () => {
  it("catch up with signed payments, and have every one", { timeout: timeoutMs(20_000) + SLOW_MS }, async () => {
    const expiryMs = BigInt((await client.status()).timeMs) + 110_000n;
    const batches = Array.from({ length: (SCALE * 1_000) / BATCH }, () =>
      Array.from({ length: BATCH }, () => ({ bytes: payer.next(expiryMs) })),
    );
    await under("signed payments", SCALE * 1_000, async () => {
      const sender = async () => {
        for (let batch = batches.pop(); batch !== undefined; batch = batches.pop()) {
          const results = await client.submitBatch(batch);
          expect(results.every(({ kind }) => kind === "executed")).toBe(true);
        }
      };
      await Promise.all(Array.from({ length: SENDERS }, sender));
    });
  });

  it("catch up with an institution's batches, each a row whatever is in it", { timeout: timeoutMs(20_000) + SLOW_MS }, async () => {
    const half = ACCOUNTS / 2;
    const columns = (forth: boolean) => ({
      payers: Uint32Array.from({ length: TRANSFERS }, (_, index) => (forth ? index : half + index)),
      payees: Uint32Array.from({ length: TRANSFERS }, (_, index) => (forth ? half + index : index)),
      amountsMinor: new BigUint64Array(TRANSFERS).fill(1n),
    });
    const prepared = await Promise.all(
      Array.from({ length: SCALE * 2 }, (_, index) =>
        client.prepare({ signers: [economy.operator], calls: [transferBatch(columns(index % 2 === 0))], gasLimit: TRANSFERS_GAS_LIMIT }),
      ),
    );
    const rows = await metric("sycee_read_models_rows_total");
    await under("transfers in batches", prepared.length * TRANSFERS, async () => {
      for (const transaction of prepared) expect((await client.submit(transaction)).status).toBe("executed");
    });
    expect(((await metric("sycee_read_models_rows_total")) - rows) / prepared.length, "rows a batch").toBeLessThan(20);
  });
});
