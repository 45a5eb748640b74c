import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { decodePayerCode, decodePaymentRequest, encodePaymentRequest, qrPng, readQrPng } from "@sycee/payment-requests";
import { hexToBytes } from "@sycee/protocol";
import { Client, COLLECTION_GAS_LIMIT, collectOnCode, developmentSeed, keyFromSeed, signerOf, SyceeError } from "@sycee/sdk";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type DevelopmentNode, startDevelopmentNode } from "../../test-data/development-node.ts";

const SLOW_MS = 180_000;
let node: DevelopmentNode;

beforeAll(async () => {
  node = await startDevelopmentNode("retail");
}, SLOW_MS);

afterAll(async () => {
  await node.end();
});

const run = (...args: string[]) => node.run(...args);
const refusal = (...args: string[]) => node.refusal(...args);

async function json(...args: string[]): Promise<Record<string, string>> {
  return (await node.json(...args)) as Record<string, string>;
}

async function walletOf(name: string): Promise<bigint> {
  const { balances } = await new Client(node.url).account(signerOf(await keyFromSeed(developmentSeed(name))).address);
  return BigInt(balances.find(({ place }) => place === "wallet")?.amountMinor ?? 0);
}

/** The same request with something altered, and a checksum that fits. */
function altered(code: string, chainId: string, change: object): string {
  const { amount = "0", once, ...read } = decodePaymentRequest(code);
  const amountMinor = BigInt(amount.replace(".", ""));
  const request = { ...read, unit: "CNY", decimals: 2, amountMinor, chainId: hexToBytes(chainId) ?? new Uint8Array(32) };
  return encodePaymentRequest({ ...request, ...(once === undefined ? {} : { once }), ...change });
}

describe("codes that payees show", { timeout: SLOW_MS }, () => {
  test("a request with a Chinese name is drawn, shown, paid once from a picture, and refused when paid or altered", async () => {
    const picture = join(node.directory, "tea.png");
    const asked = ["request", "25.80", "--to", "tea-house", "--name", "Tea House", "--name-zh", "湖心亭茶楼", "--city-zh", "上海"];
    const { code = "", request = "" } = await json(
      ...asked,
      "--reference",
      "Table 7",
      "--png",
      picture,
      "--svg",
      join(node.directory, "tea.svg"),
    );
    expect(readQrPng(readFileSync(picture))).toBe(code);
    expect(readFileSync(join(node.directory, "tea.svg"), "utf8")).toMatch(/^<svg /);
    const { chainId } = await new Client(node.url).status();
    const bob = (await json("account", "bob"))["address"] ?? "";
    const pay = (text: string) => refusal("pay", "--from", "alice", "--yes", "--request", text);
    expect(await pay(code.replace("25.80", "15.80"))).toBe("checksum");
    expect(await pay(altered(code, chainId, { amountMinor: 1_580n }))).toBe("EOtherAmount");
    expect(await pay(altered(code, chainId, { payee: bob }))).toBe("EOtherPayee");
    expect(await pay(altered(code, chainId, { once: { request: bob, expiresMs: 4_000_000_000_000n } }))).toBe("ENoRequest");
    expect(await pay(altered(code, `0x${"11".repeat(32)}`, {}))).toBe("other_chain");
    expect(await refusal("pay", "15.80", "--from", "alice", "--yes", "--request", code)).toBe("amount_locked");
    expect(await refusal("pay", "--from", "alice", "--request", code)).toBe("not_confirmed");

    const before = [await walletOf("alice"), await walletOf("tea-house")] as const;
    const paid = await run("pay", "--from", "alice", "--yes", "--picture", picture);
    expect(paid.err).toBe("");
    expect(paid.out).toContain("payee    Tea House, Shanghai, CN (湖心亭茶楼, 上海)");
    expect(paid.out).toContain("for      Table 7");
    expect(paid.out).toMatch(/paid 25\.80 CNY\.cash from alice to tea-house, final in block \d+/);
    expect([await walletOf("alice"), await walletOf("tea-house")]).toEqual([before[0] - 2_580n, before[1] + 2_580n]);
    expect(await pay(code)).toBe("EPaidAlready");
    const { resources } = (await json("account", request)) as unknown as { resources: { value: { payment: { amount: string } } }[] };
    expect(resources[0]?.value.payment.amount).toBe("2580");
  });

  test("a request that cannot be drawn where it should be is not made", async () => {
    const client = new Client(node.url);
    const { height } = await client.status();
    const nowhere = join(node.directory, "nowhere", "tea.png");
    expect(await refusal("request", "5", "--to", "bookshop", "--png", nowhere)).toBe("file_not_written");
    expect(await refusal("request", "5", "--to", "bookshop", "--svg", nowhere)).toBe("file_not_written");
    expect((await client.status()).height).toBe(height);
  });

  test("a code for any number of payments asks for the amount", async () => {
    const { code = "" } = await json("request", "--to", "bookshop", "--static");
    expect(await refusal("pay", "--from", "bob", "--yes", "--request", code)).toBe("no_amount");
    const before = await walletOf("bookshop");
    for (const amount of ["3", "4.50"]) await json("pay", amount, "--from", "bob", "--yes", "--request", code);
    expect(await walletOf("bookshop")).toBe(before + 750n);
  });

  test("what is no code, no picture, or two payees at once is said", async () => {
    const file = join(node.directory, "blank.png");
    writeFileSync(file, "no picture");
    expect(await refusal("pay", "--from", "bob", "--picture", file)).toBe("no_picture");
    writeFileSync(file, qrPng("hello"));
    expect(await refusal("pay", "--from", "bob", "--picture", file)).toBe("misplaced");
    expect(await refusal("pay", "1", "--from", "bob", "--to", "alice", "--picture", file)).toBe("invalid_argument");
    expect(await refusal("request", "1", "--to", "tea-house", "--name", "茶馆")).toBe("bad_value");
    expect(await refusal("request", "0", "--to", "tea-house")).toBe("invalid_argument");
    // Nobody knows where bob is, and no city is made up for him.
    expect(await refusal("request", "1", "--to", "bob")).toBe("invalid_argument");
    expect(await refusal("request", "1", "--to", "bob", "--city", "Praha")).toBe("invalid_argument");
    const { code = "" } = await json("request", "1", "--to", "bob", "--city", "Praha", "--country", "CZ");
    expect(decodePaymentRequest(code).merchant).toMatchObject({ city: "Praha", country: "CZ" });
    expect(await refusal("request", "1", "--to", "tea-house", "--city-zh", "上海")).toBe("invalid_argument");
    expect(await refusal("pay", "--from", "bob", "--yes", "--picture", "/dev/zero")).toBe("file_not_read");
    expect(await refusal("code", "allow", "0", "--from", "bob")).toBe("invalid_argument");
  });
});

test("codes that payers show are collected on once, up to their limit", { timeout: SLOW_MS }, async () => {
  expect(await refusal("code", "show", "50", "--from", "dan")).toBe("code_not_allowed");
  await json("code", "allow", "50", "--from", "dan");
  const { code: text = "" } = await json("code", "show", "50", "--from", "dan");
  const before = [await walletOf("dan"), await walletOf("tea-house")] as const;
  expect(await run("code", "collect", "12.50", "--to", "tea-house", "--code", text)).toMatchObject({ code: 0, err: "" });
  expect([await walletOf("dan"), await walletOf("tea-house")]).toEqual([before[0] - 1_250n, before[1] + 1_250n]);
  // Without a process for each: a code has one minute.
  const code = decodePayerCode(text);
  const bookshop = signerOf(await keyFromSeed(developmentSeed("bookshop")));
  const collect = async (change: object, amountMinor: bigint): Promise<string> => {
    const calls = [collectOnCode({ code: { ...code, ...change }, signature: code.signature, amountMinor })];
    try {
      await new Client(node.url).send({ signers: [bookshop], calls, gasLimit: COLLECTION_GAS_LIMIT });
      return "executed";
    } catch (error) {
      if (!(error instanceof SyceeError)) throw error;
      return error.abortName ?? error.code;
    }
  };
  expect(await collect({}, 1n)).toBe("EUsedAlready");
  expect(await collect({ number: code.number + 1n }, 1n)).toBe("EBadSignature");
  expect(await collect({}, 5_001n)).toBe("EAboveCodeLimit");
  expect(await collect({ limitMinor: 5_001n }, 5_001n)).toBe("EAboveWalletLimit");
  await json("code", "forbid", "--from", "dan");
  expect(await collect({}, 1n)).toBe("ENotEnabled");
});

test("a trade through escrow, with a dispute and an arbiter's split", { timeout: SLOW_MS }, async () => {
  const before = [await walletOf("alice"), await walletOf("bookshop")] as const;
  const { escrow = "" } = await json("escrow", "open", "380", "--from", "alice", "--to", "bookshop", "--arbiter", "dan");
  expect(await refusal("escrow", "ship", escrow, "--from", "alice")).toBe("ENotSeller");
  await json("escrow", "ship", escrow, "--from", "bookshop", "--evidence", "SF1234567890");
  await json("escrow", "refund", escrow, "--from", "bookshop", "--amount", "20");
  await json("escrow", "dispute", escrow, "--from", "alice");
  expect(await json("escrow", "show", escrow)).toMatchObject({ state: "disputed", amountMinor: "36000" });
  expect(await refusal("escrow", "expire", escrow, "--from", "bob")).toBe("ENotDue");
  await json("escrow", "decide", escrow, "300", "--from", "dan");
  expect([await walletOf("alice"), await walletOf("bookshop")]).toEqual([before[0] - 30_000n, before[1] + 30_000n]);
  expect(await refusal("escrow", "show", escrow)).toBe("nothing_there");
});

test("a red packet for those who have its secret", { timeout: SLOW_MS }, async () => {
  const { packet = "", secret = "" } = await json("red-packet", "give", "8.88", "--from", "alice", "--shares", "2", "--secret");
  const before = [await walletOf("bob"), await walletOf("dan")] as const;
  expect(await refusal("red-packet", "take", packet, "--to", "bob")).toBe("EBadSignature");
  await json("red-packet", "take", packet, "--to", "bob", "--secret", secret);
  expect(await refusal("red-packet", "take", packet, "--to", "bob", "--secret", secret)).toBe("ETakenAlready");
  expect(await json("red-packet", "show", packet)).toMatchObject({ sharesLeft: "1", taken: 1, hasSecret: true });
  await json("red-packet", "take", packet, "--to", "dan", "--secret", secret);
  const taken = [(await walletOf("bob")) - before[0], (await walletOf("dan")) - before[1]] as const;
  expect(taken[0] + taken[1]).toBe(888n);
  expect(taken[0]).toBeGreaterThan(0n);
});

test("a standing order is due today in Shanghai, paid once, and cancelled", { timeout: SLOW_MS }, async () => {
  const { timeMs } = await new Client(node.url).status();
  // Days end eight hours before those of Greenwich.
  const date = (days: number) => new Date(Number(timeMs) + 28_800_000 + days * 86_400_000).toISOString().slice(0, 10);
  const order = ["standing-order", "order", "45", "--from", "alice", "--to", "bookshop", "--period", "months", "--first"];
  expect(await refusal(...order, "2026-02-30")).toBe("invalid_argument");
  expect(await refusal(...order, date(-1))).toBe("EBadDays");
  const { order: at = "" } = await json(...order, date(0));
  expect(await json("standing-order", "trigger", at, "--from", "bookshop")).toMatchObject({ isPaid: true });
  expect(await refusal("standing-order", "trigger", at, "--from", "bookshop")).toBe("ENotDue");
  expect(await json("standing-order", "show", at)).toMatchObject({ paid: "1", missed: "0", period: "months", firstDay: date(0) });
  expect(await refusal("standing-order", "cancel", at, "--from", "bookshop")).toBe("ENotPayer");
  await json("standing-order", "cancel", at, "--from", "alice");
  // More than alice has: it says so and changes nothing.
  const { order: large = "" } = await json("standing-order", "order", "49999", "--from", "alice", "--to", "bookshop", "--first", date(0));
  expect(await json("standing-order", "trigger", large, "--from", "bob")).toMatchObject({ isPaid: false, refusal: "insufficient_money" });
});
