import { bytesToHex, decodeReceipt, hexToBytes, type ProofJson, ROUTES } from "@sycee/protocol";
import {
  answersQuestion,
  beginCustomerAccounts,
  checkProof,
  Client,
  customerBalance,
  decodeProof,
  depositToCustomers,
  freezeCustomer,
  openCustomerAccounts,
  pay,
  type ProofQuestion,
  toTill,
  WALLET_TYPE,
  walletBalances,
} from "@sycee/sdk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ALICE_MINOR, CASH, type Economy, GENESIS_MS, startEconomy } from "../node/economy.ts";

const CUSTOMERS = 200;
const DAY_MS = 24 * 60 * 60 * 1_000;
let economy: Economy;
/** Receipts of payments of 1 to 6 minor units, oldest first. */
const payments: { readonly id: string; readonly height: string }[] = [];

beforeAll(async () => {
  economy = await startEconomy();
  const { client, alice, bob, operator } = economy;
  for (let amountMinor = 1n; amountMinor <= 6n; amountMinor += 1n) {
    payments.push(await client.send({ signers: [alice], calls: [pay({ payee: bob.address, instrument: CASH, amountMinor })] }));
  }
  const accounts = Array.from({ length: CUSTOMERS }, (_, account) => account);
  await client.send({ signers: [operator], calls: [toTill({ amountMinor: 1_000_00n }), beginCustomerAccounts()] });
  await client.send({
    signers: [operator],
    calls: [
      openCustomerAccounts({ count: BigInt(CUSTOMERS) }),
      depositToCustomers({ accounts, amountsMinor: accounts.map((account) => BigInt(account + 1)) }),
    ],
  });
  const frozen = { institution: operator.address, instrument: CASH, account: 130 } as const;
  await client.send({
    signers: [economy.investigator, economy.supervisor],
    calls: [freezeCustomer({ ...frozen, reason: "Case 1", untilMs: BigInt(GENESIS_MS + DAY_MS) })],
  });
});
afterAll(async () => {
  await economy.end();
});

async function prove(question: ProofQuestion) {
  const { document, bytes } = await economy.client.prove(question);
  const { hash, height } = await economy.client.block("latest");
  const trusted = hexToBytes(hash);
  if (trusted === undefined) throw new Error("a block has a hash");
  expect(document.header.height).toBe(BigInt(height));
  return { ...checkProof(decodeProof(bytes), trusted), bytes };
}

const idOf = (payment: { readonly id: string } | undefined): Uint8Array => hexToBytes(payment?.id ?? "") ?? new Uint8Array(0);

describe("a node's proofs, checked with the last block's hash alone", () => {
  it("tell what a wallet holds, and that there is none", async () => {
    const { statements } = await prove({ kind: "resource", address: economy.alice.address, type: WALLET_TYPE });
    expect(statements.map(walletBalances)).toEqual([[{ instrument: CASH, amountMinor: ALICE_MINOR - 21n }]]);
    const none = await prove({ kind: "resource", address: economy.stranger.address, type: WALLET_TYPE });
    expect(none.statements).toMatchObject([{ kind: "resource", value: undefined }]);
    expect(none.statements.map(walletBalances)).toEqual([[]]);
  });

  it("tell every resource that an account's page shows, by its printed type", async () => {
    for (const { address } of [economy.bank, economy.operator, economy.alice]) {
      const { resources } = await economy.client.account(address);
      expect(resources.length).toBeGreaterThan(0);
      for (const { type } of resources) {
        const { statements } = await prove({ kind: "resource", address, type });
        expect(statements).toMatchObject([{ kind: "resource", address, type, value: expect.any(Uint8Array) as Uint8Array }]);
      }
    }
  });

  it("tell customers' accounts, of the first page and of others, frozen ones too", async () => {
    const institution = economy.operator.address;
    for (const account of [0, 63, 64, 130, CUSTOMERS - 1]) {
      const { statements, block } = await prove({ kind: "customer-account", institution, account });
      const after = customerBalance(statements, BigInt(GENESIS_MS + DAY_MS));
      expect(after?.isFrozen).toBe(false);
      expect(customerBalance(statements, block.header.timeMs)).toEqual({
        institution,
        account,
        instrument: CASH,
        amountMinor: BigInt(account + 1),
        isFrozen: account === 130,
        isClosed: false,
      });
    }
    await expect(prove({ kind: "customer-account", institution, account: CUSTOMERS })).rejects.toMatchObject({ code: "unknown_element" });
    const nobody = economy.alice.address;
    await expect(prove({ kind: "customer-account", institution: nobody, account: 0 })).rejects.toMatchObject({ code: "unknown_account" });
  });

  it("tell receipts, events and transactions of old blocks and of the last", async () => {
    for (const payment of payments) {
      const id = idOf(payment);
      const receipt = await prove({ kind: "receipt", id });
      expect(receipt.block.header.height).toBe(BigInt(payment.height));
      expect(receipt.statements).toMatchObject([{ kind: "receipt", receipt: { id, outcome: { kind: "executed" } } }]);
      const event = await prove({ kind: "event", id, event: 0 });
      expect(event.statements).toMatchObject([{ kind: "event", event: { call: 0, type: { kind: "struct" } } }]);
      const transaction = await prove({ kind: "transaction", id });
      expect(transaction.statements).toMatchObject([{ kind: "transaction" }]);
    }
    await expect(prove({ kind: "event", id: idOf(payments[0]), event: 99 })).rejects.toMatchObject({ code: "unknown_event" });
    await expect(prove({ kind: "receipt", id: new Uint8Array(32) })).rejects.toMatchObject({ code: "unknown_transaction" });
  });

  it("tell that every earlier block is one of the chain", async () => {
    const { height } = await economy.client.block("latest");
    for (let earlier = 0n; earlier < BigInt(height); earlier += 1n) {
      const { block } = await prove({ kind: "block", height: earlier });
      expect(`0x${bytesToHex(block.hash)}`).toBe((await economy.client.block(earlier)).hash);
    }
    await expect(prove({ kind: "block", height: BigInt(height) })).rejects.toMatchObject({ code: "unknown_block" });
  });

  it("tell entries of tables and modules, and their absence", async () => {
    const handle = economy.alice.address;
    const entry = await prove({ kind: "table-entry", handle, type: "u64", key: Uint8Array.of(1) });
    expect(entry.statements).toMatchObject([{ kind: "table-entry", value: undefined }]);
    const module = await prove({ kind: "module", address: economy.alice.address, name: "savings" });
    expect(module.statements).toMatchObject([{ kind: "module", name: "savings", value: undefined }]);
  });
});

describe("a client that is answered with a sound proof of something else", () => {
  /** A client whose requests reach another path of the node. */
  const misled = (path: string) =>
    new Client(economy.node.url, { fetch: async (_, init) => await fetch(`${economy.node.url}/v1/proofs/${path}`, init) });
  const wallet = (address: string) => `resources/${address}?type=${WALLET_TYPE}`;

  it("refuses another wallet, type, table's entry, module, account, transaction, event or block", async () => {
    const { alice, bob, operator } = economy;
    const type = WALLET_TYPE;
    const [first, second] = payments.map(({ id }) => id);
    const id = idOf(payments[0]);
    const questions: readonly [ProofQuestion, right: string, wrong: readonly string[]][] = [
      [
        { kind: "resource", address: alice.address, type },
        wallet(alice.address),
        [wallet(bob.address), `resources/${alice.address}?type=u64`, "blocks/0"],
      ],
      // As the node writes a type, however it was asked for.
      [{ kind: "resource", address: alice.address, type: "0x02::wallet::Wallet" }, wallet(alice.address), [wallet(bob.address)]],
      [
        { kind: "table-entry", handle: alice.address, type: "u64", key: Uint8Array.of(1) },
        `tables/${alice.address}?type=u64&key=0x01`,
        [
          `tables/${alice.address}?type=u64&key=0x02`,
          `tables/${alice.address}?type=u8&key=0x01`,
          `tables/${bob.address}?type=u64&key=0x01`,
        ],
      ],
      [
        { kind: "module", address: alice.address, name: "savings" },
        `modules/${alice.address}/savings`,
        [`modules/${alice.address}/saving`, `modules/${bob.address}/savings`],
      ],
      [
        { kind: "customer-account", institution: operator.address, account: 3 },
        `customers/${operator.address}/3`,
        [`customers/${operator.address}/4`, wallet(operator.address)],
      ],
      [{ kind: "transaction", id }, `transactions/${first}`, [`transactions/${second}`, `receipts/${first}`]],
      [{ kind: "receipt", id }, `receipts/${first}`, [`receipts/${second}`, `events/${first}/0`]],
      [{ kind: "event", id, event: 0 }, `events/${first}/0`, [`events/${second}/0`, `receipts/${first}`]],
      [{ kind: "block", height: 1n }, "blocks/1", ["blocks/0", wallet(alice.address)]],
    ];
    for (const [question, right, wrong] of questions) {
      expect((await misled(right).prove(question)).bytes.length).toBeGreaterThan(0);
      for (const path of wrong) {
        await expect(misled(path).prove(question), `${question.kind} by ${path}`).rejects.toMatchObject({ code: "unexpected_answer" });
      }
    }
    const another: ProofQuestion = { kind: "event", id, event: 1 };
    await expect(misled(`events/${first}/0`).prove(another)).rejects.toMatchObject({ code: "unexpected_answer" });
  });

  it("refuses a state of long ago", async () => {
    const address = economy.alice.address;
    const { document: genesis } = await economy.client.prove({ kind: "block", height: 0n });
    const { document } = await economy.client.prove({ kind: "resource", address, type: WALLET_TYPE });
    expect(answersQuestion(document, { kind: "resource", address, type: WALLET_TYPE })).toBe(true);
    expect(answersQuestion({ ...document, past: genesis.past }, { kind: "resource", address, type: WALLET_TYPE })).toBe(false);
  });
});

describe("the routes", () => {
  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${economy.node.url}${path}`, { headers });

  it("answer JSON with the headers' summaries unless BCS is asked for", async () => {
    const path = `/v1/proofs/receipts/${payments[2]?.id ?? ""}`;
    const body = (await (await get(path)).json()) as ProofJson;
    const latest = await economy.client.block("latest");
    expect(body.trusted.hash).toBe(latest.hash);
    expect(body.block.height).toBe(payments[2]?.height);
    const bytes = new Uint8Array(await (await get(path, { accept: "application/vnd.sycee.proof+bcs" })).arrayBuffer());
    expect(`0x${bytesToHex(bytes)}`).toBe(body.proof);
    const [claim] = decodeProof(bytes).claims;
    if (claim?.kind !== "receipt") throw new Error("the claim is of a receipt");
    expect(decodeReceipt(claim.result.subarray(1)).events.length).toBeGreaterThan(0);
  });

  it.each([
    ["/v1/proofs/resources/0x1?type=nothing", "wrong_type_argument"],
    ["/v1/proofs/resources/0x1", "invalid_request"],
    ["/v1/proofs/resources/alice?type=u64", "invalid_address"],
    ["/v1/proofs/tables/0x1?type=u64&key=7", "invalid_request"],
    ["/v1/proofs/vectors/0x1/0?type=u64", "unknown_element"],
    ["/v1/proofs/vectors/0x1/9999999999999999?type=u64", "unknown_element"],
    ["/v1/proofs/receipts/0x12", "invalid_request"],
    ["/v1/proofs/modules/0x2/wallet%20", "invalid_request"],
    ["/v1/proofs/modules/0x2/w%C3%A0llet", "invalid_request"],
    ["/v1/proofs/blocks/18446744073709551615", "unknown_block"],
    ["/v1/proofs/events/0x12/x", "invalid_request"],
    ["/v1/proofs/nothing", "not_found"],
  ])("refuse %s with %s", async (path, code) => {
    const response = await get(path);
    expect(((await response.json()) as { code: string }).code).toBe(code);
    expect((await get("/healthz")).status).toBe(200);
  });

  it("are in the OpenAPI document", async () => {
    const { paths } = (await (await get("/openapi.json")).json()) as { paths: Record<string, unknown> };
    for (const [operation, { path }] of Object.entries(ROUTES)) if (operation.startsWith("prove")) expect(paths).toHaveProperty([path]);
  });
});
