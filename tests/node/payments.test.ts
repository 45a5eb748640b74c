import { BATCH_MEDIA_TYPE, type BatchElementJson, decodeTransaction, encodeBatch, transactionToJson } from "@sycee/protocol";
import { handOut, pay, type PreparedTransaction } from "@sycee/sdk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ALICE_MINOR, CASH, type Economy, startEconomy } from "./economy.ts";

let economy: Economy;
beforeAll(async () => {
  economy = await startEconomy();
});
afterAll(async () => {
  await economy.end();
});

const payBob = (amountMinor: bigint, nonce?: bigint): Promise<PreparedTransaction> =>
  economy.client.prepare({
    signers: [economy.alice],
    calls: [pay({ payee: economy.bob.address, instrument: CASH, amountMinor })],
    ...(nonce === undefined ? {} : { nonce }),
  });

const post = (body: Uint8Array | string, type: string, query = "") =>
  fetch(`${economy.node.url}/v1/transactions${query}`, {
    method: "POST",
    body: typeof body === "string" ? body : Uint8Array.from(body),
    headers: { "content-type": type },
  });

async function resultsOf(answer: Response): Promise<readonly BatchElementJson[]> {
  const body: { results: BatchElementJson[] } = JSON.parse(await answer.text());
  return body.results;
}

async function balanceOf(address: `0x${string}`): Promise<bigint> {
  const { balances } = await economy.client.account(address);
  return BigInt(balances.find(({ place }) => place === "wallet")?.amountMinor ?? "0");
}

describe("a payment", () => {
  it("is final when it is answered, and its receipt explains itself", async () => {
    const before = await balanceOf(economy.bob.address);
    const transaction = await payBob(12_50n);
    const receipt = await economy.client.submit(transaction);
    expect(receipt.status).toBe("executed");
    expect(receipt.id).toBe(transaction.id);
    expect(receipt.movements).toEqual([
      {
        kind: "paid",
        call: 0,
        instrument: CASH,
        symbol: "CZK.cash",
        from: economy.alice.address,
        to: economy.bob.address,
        amountMinor: "1250",
      },
    ]);
    expect(receipt.calls[0]?.function).toBe("0x2::wallet::pay");
    expect(BigInt(receipt.gasUsed)).toBeGreaterThan(0n);
    expect(receipt.events.map(({ type }) => type)).toContain("0x2::money::Paid");
    expect(await balanceOf(economy.bob.address)).toBe(before + 12_50n);
  });

  it("in JSON is the same as in BCS", async () => {
    const transaction = await payBob(1n);
    const json = JSON.stringify(transactionToJson(decodeTransaction(transaction.bytes)));
    const answer = await post(json, "application/json");
    expect(answer.status).toBe(200);
    const first = await answer.json();
    expect(first).toMatchObject({ id: transaction.id, status: "executed" });
    const hex = `0x${Buffer.from(transaction.bytes).toString("hex")}`;
    const again = await post(JSON.stringify({ bytes: hex }), "application/json");
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual(first);
  });

  it("sent again, or many times at once, happens once and has one receipt", async () => {
    const before = await balanceOf(economy.bob.address);
    const transaction = await payBob(3n);
    const answers = await Promise.all(Array.from({ length: 20 }, () => economy.client.submit(transaction)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await economy.client.submit(transaction)).toEqual(answers[0]);
    expect(await balanceOf(economy.bob.address)).toBe(before + 3n);
  });

  it("that a limit refuses is answered with the module's own words and a receipt", async () => {
    await economy.client.settle(
      await economy.client.prepare({
        signers: [economy.operator],
        calls: [handOut({ to: economy.carol.address, amountMinor: 9_000_00n })],
      }),
    );
    const transaction = await economy.client.prepare({
      signers: [economy.carol],
      calls: [pay({ payee: economy.bob.address, instrument: CASH, amountMinor: 2_000_01n })],
    });
    const answer = await post(transaction.bytes, "application/vnd.sycee.transaction+bcs");
    expect(answer.status).toBe(422);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    const problem: unknown = await answer.json();
    expect(problem).toMatchObject({
      code: "aborted",
      number: 4001,
      status: 422,
      receipt: {
        id: transaction.id,
        status: "aborted",
        movements: [],
        abort: { name: "ESingleLimit", text: expect.stringMatching(/.{10}/) },
      },
    });
    const again = await post(transaction.bytes, "application/vnd.sycee.transaction+bcs");
    expect(again.status).toBe(422);
    expect(await again.json()).toEqual(problem);
  });

  it("with a nonce that another used is refused", async () => {
    const nonce = 77n;
    await economy.client.submit(await payBob(1n, nonce));
    const other = await payBob(2n, nonce);
    const answer = await post(other.bytes, "application/vnd.sycee.transaction+bcs");
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ code: "nonce_used", number: 2006 });
  });

  it("not waited for is pending, then final", async () => {
    const transaction = await payBob(1n);
    const answer = await post(transaction.bytes, "application/vnd.sycee.transaction+bcs", "?wait=false");
    expect(answer.status).toBe(202);
    expect(await answer.json()).toEqual({ status: "pending", id: transaction.id });
    await expect.poll(async () => (await economy.client.transaction(transaction.id)).status, { interval: 5 }).toBe("final");
  });

  it("never sent is unknown, and once its expiry has passed it is never", async () => {
    const transaction = await economy.client.prepare({
      signers: [economy.alice],
      calls: [pay({ payee: economy.bob.address, instrument: CASH, amountMinor: 1n })],
      expiresInMs: 300,
    });
    const { id, expiryMs } = transaction;
    await expect(economy.client.transaction(id, { expiryMs })).rejects.toMatchObject({ code: "unknown_transaction" });
    await expect
      .poll(
        async () =>
          (await economy.client.transaction(id, { expiryMs }).catch((error: { code: string }) => ({ status: error.code }))).status,
      )
      .toBe("never");
    await expect(economy.client.submit(transaction)).rejects.toMatchObject({ code: "expired" });
  });
});

describe("a batch", () => {
  it("answers each transaction in its order, in JSON and in compact form", async () => {
    const good = await payBob(1n);
    const tooMuch = await payBob(ALICE_MINOR * 2n);
    const broken = Uint8Array.of(1, 2, 3);
    const batch = [good.bytes, tooMuch.bytes, broken, good.bytes];
    const answer = await post(encodeBatch(batch), BATCH_MEDIA_TYPE);
    expect(answer.status).toBe(200);
    const results = await resultsOf(answer);
    expect(results.map(({ status, httpStatus, code, abortName }) => [status, httpStatus, code, abortName])).toEqual([
      ["executed", 200, undefined, undefined],
      ["aborted", 422, "aborted", "EInsufficientMoney"],
      ["rejected", 400, "malformed_bcs", undefined],
      ["executed", 200, undefined, undefined],
    ]);
    expect(results[3]).toEqual(results[0]);
    const compact = await economy.client.submitBatch(batch.map((bytes) => ({ bytes })));
    expect(compact.map(({ kind }) => kind)).toEqual(["executed", "refused", "rejected", "executed"]);
  });

  it("of five hundred is one act of the disk for all, and each is there afterwards", async () => {
    const before = await balanceOf(economy.bob.address);
    const batch = await Promise.all(Array.from({ length: 500 }, () => payBob(1n)));
    const results = await economy.client.submitBatch(batch);
    expect(results.filter(({ kind }) => kind === "executed")).toHaveLength(500);
    expect(await balanceOf(economy.bob.address)).toBe(before + 500n);
    const last = batch.at(-1);
    expect(await economy.client.transaction(last?.id ?? "")).toMatchObject({ status: "final" });
  });

  it("not waited for is accepted", async () => {
    const batch = await Promise.all(Array.from({ length: 3 }, () => payBob(1n)));
    const answer = await post(encodeBatch(batch.map(({ bytes }) => bytes)), BATCH_MEDIA_TYPE, "?wait=false");
    expect(answer.status).toBe(202);
    const results = await resultsOf(answer);
    expect(results.map(({ status, id }) => [status, id])).toEqual(batch.map(({ id }) => ["pending", id]));
    for (const { id } of batch)
      await expect.poll(async () => (await economy.client.transaction(id).catch(() => ({ status: "unknown" }))).status).toBe("final");
  });

  it("of nothing is answered with nothing", async () => {
    expect(await economy.client.submitBatch([])).toEqual([]);
  });
});
