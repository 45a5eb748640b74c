import { BATCH_MEDIA_TYPE, encodeBatch, TRANSACTION_MEDIA_TYPE } from "@sycee/protocol";
import { pay, type PreparedTransaction } from "@sycee/sdk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CASH, type Economy, startEconomy } from "./economy.ts";

let economy: Economy;
beforeAll(async () => {
  economy = await startEconomy();
});
afterAll(async () => {
  await economy.end();
});

const payBob = (nonce: bigint, amountMinor = 1n, expiresInMs = 60_000) =>
  economy.client.prepare({
    signers: [economy.alice],
    calls: [pay({ payee: economy.bob.address, instrument: CASH, amountMinor })],
    nonce,
    expiresInMs,
  });

async function sendUnwaited(transactions: readonly PreparedTransaction[]): Promise<void> {
  const [first] = transactions;
  const single = transactions.length === 1 && first !== undefined;
  const response = await fetch(`${economy.node.url}/v1/transactions?wait=false`, {
    method: "POST",
    body: Uint8Array.from(single ? first.bytes : encodeBatch(transactions.map(({ bytes }) => bytes))),
    headers: { "content-type": single ? TRANSACTION_MEDIA_TYPE : BATCH_MEDIA_TYPE },
  });
  expect(response.status).toBe(202);
}

const statusOf = async ({ id }: PreparedTransaction) =>
  await economy.client.transaction(id).catch((error: { code: string }) => ({ status: "unknown", code: error.code }));

describe("a transaction that nobody waits for, refused after it was accepted,", () => {
  it("is told with its reason to whoever asks by its id", async () => {
    await economy.client.submit(await payBob(1n));
    const late = await payBob(1n, 2n);
    await sendUnwaited([late]);
    await expect.poll(() => statusOf(late)).toMatchObject({ status: "rejected", code: "nonce_used", number: 2006 });
  });

  it("is told also out of a batch, in which others are final", async () => {
    const stolen = await economy.client.prepare({
      signers: [{ ...economy.stranger, address: economy.alice.address }],
      calls: [pay({ payee: economy.bob.address, instrument: CASH, amountMinor: 1n })],
    });
    const good = await payBob(2n);
    await sendUnwaited([good, stolen]);
    await expect.poll(() => statusOf(stolen)).toMatchObject({ status: "rejected", code: "wrong_key" });
    await expect.poll(() => statusOf(good)).toMatchObject({ status: "final" });
  });

  it("is not told to have been refused because somebody else sent its payload with a signature that does not fit", async () => {
    const mine = await payBob(5n);
    const forged = mine.bytes.slice();
    forged[forged.length - 1] = (forged.at(-1) ?? 0) ^ 1;
    const answer = await fetch(`${economy.node.url}/v1/transactions?wait=false`, {
      method: "POST",
      body: encodeBatch([forged, (await payBob(6n)).bytes]).slice(),
      headers: { "content-type": BATCH_MEDIA_TYPE },
    });
    const body: { results: { code?: string }[] } = await answer.json();
    expect(body.results.map(({ code }) => code)).toEqual(["bad_signature", undefined]);
    // A later group has gone through the executor: the forged one has as well.
    await economy.client.submit(await payBob(7n));
    expect(await statusOf(mine)).toEqual({ status: "unknown", code: "unknown_transaction" });
  });

  it("is never, once its expiry has passed in the ledger's time", async () => {
    const expired = await payBob(3n, 1n, 50);
    await new Promise((resolve) => setTimeout(resolve, 120));
    await sendUnwaited([expired]);
    await expect.poll(() => statusOf(expired)).toEqual({ status: "never" });
  });

  it("is final when it is sent again and taken", async () => {
    await economy.client.submit(await payBob(4n, 1n, 400));
    const second = await payBob(4n, 2n);
    await sendUnwaited([second]);
    await expect.poll(() => statusOf(second)).toMatchObject({ status: "rejected", code: "nonce_used" });
    // Until the first user of the nonce has expired.
    await new Promise((resolve) => setTimeout(resolve, 500));
    await sendUnwaited([second]);
    await expect.poll(() => statusOf(second)).toMatchObject({ status: "final" });
  });
});
