import {
  beginCustomerAccounts,
  depositToCustomers,
  openCustomerAccounts,
  openWallets,
  pay,
  type ReadSession,
  type Signer,
  SyceeError,
  toTill,
  transferBatch,
} from "@sycee/sdk";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { CASH, type Economy, startEconomy } from "./economy.ts";

/** 40,000 koruna: more than a considerable amount. */
const AMOUNT_MINOR = 40_000_00n;

let economy: Economy;
let supervisor: ReadSession;
/** The last block with a payment of these tests. */
let height = 0n;

beforeAll(async () => {
  economy = await startEconomy({ readModels: {} });
  const { client, operator, stranger, alice, bob } = economy;
  const wallets = [{ owner: stranger.address, commitment: new Uint8Array(32).fill(9) }];
  await client.send({ signers: [operator], calls: [openWallets({ tier: 1, wallets })] });
  await payOn(alice, bob);
  await payOn(bob, stranger);
  await payOn(stranger, alice);
  await waitForReadModels();
  supervisor = await client.openReadSession(economy.supervisor);
}, 240_000);
afterAll(() => economy.end());

async function payOn(from: Signer, to: Signer): Promise<void> {
  const call = pay({ payee: to.address, instrument: CASH, amountMinor: AMOUNT_MINOR });
  const receipt = await economy.client.send({ signers: [from], calls: [call] });
  expect(receipt.status).toBe("executed");
  height = BigInt(receipt.height);
}

/** Until they have the last payment's block. */
async function waitForReadModels(): Promise<void> {
  await vi.waitFor(
    async () => {
      expect(BigInt((await economy.client.models.status()).height ?? -1)).toBeGreaterThanOrEqual(height);
    },
    { timeout: 200_000, interval: 200 },
  );
}

async function codeOf(act: Promise<unknown>): Promise<string> {
  try {
    await act;
  } catch (error) {
    if (error instanceof SyceeError) return error.code;
    throw error;
  }
  return "answered";
}

describe("alerts over HTTP", () => {
  it("show a supervisor money that went round, who to look at and which payments", async () => {
    const { alice, bob, stranger } = economy;
    const list = await supervisor.alerts();
    expect(BigInt(list.height)).toBeGreaterThanOrEqual(height);
    expect(list.next).toBeNull();
    expect(list.alerts).toHaveLength(1);
    const [alert] = list.alerts;
    expect(alert).toMatchObject({
      rule: "circular_flow",
      unit: "CZK",
      decimals: 2,
      amountMinor: `${3n * AMOUNT_MINOR}`,
      paymentCount: 3,
      changedAtHeight: `${height}`,
      score: 100,
      sentence: "circular_flow",
      revision: 1,
    });
    expect(alert?.subjects.toSorted()).toEqual([alice.address, bob.address, stranger.address].toSorted());
    expect(alert?.values).toMatchObject({ smallest: { kind: "amount", amountMinor: `${AMOUNT_MINOR}`, unit: "CZK" } });
    // Places are those that the payments have in their payers' own lists.
    const { payments } = await supervisor.payments(bob.address);
    expect(payments.map(({ place }) => place)).toContain(alert?.payments[1]?.place);
    expect((await supervisor.alert(alert?.id ?? "")).alert).toEqual(alert);
    // Who paid whom, round the ring.
    const pairs = (alert?.payments ?? []).map(({ from, to }) => [from, to]);
    expect(pairs).toEqual([
      [alice.address, bob.address],
      [bob.address, stranger.address],
      [stranger.address, alice.address],
    ]);
  });

  it("are listed by rule", async () => {
    expect((await supervisor.alerts({ rule: "circular_flow" })).alerts).toHaveLength(1);
    expect((await supervisor.alerts({ rule: "fan_in" })).alerts).toEqual([]);
  });

  it("extend with their pattern, and are listed page by page", async () => {
    const { alice, bob, stranger } = economy;
    const [before] = (await supervisor.alerts()).alerts;
    await payOn(alice, stranger);
    await payOn(stranger, bob);
    await payOn(bob, alice);
    await payOn(alice, bob);
    await payOn(bob, stranger);
    await payOn(stranger, alice);
    await waitForReadModels();
    const all = (await supervisor.alerts()).alerts;
    expect(all.find(({ id }) => id === before?.id)?.paymentCount).toBeGreaterThan(3);
    expect(all.length).toBeGreaterThan(1);
    const first = await supervisor.alerts({ limit: 1 });
    const second = await supervisor.alerts({ limit: 1, before: first.next ?? "" });
    expect([...first.alerts, ...second.alerts]).toEqual(all.slice(0, 2));
  });

  it("show customers of an institution among whom money went round in a batch, by their accounts", async () => {
    const { client, operator } = economy;
    const payers = [0, 1, 2, 3];
    const amountsMinor = [AMOUNT_MINOR, AMOUNT_MINOR, AMOUNT_MINOR, 1n];
    const batch = transferBatch({ payers, payees: [1, 2, 0, 0], amountsMinor });
    const calls = [
      toTill({ amountMinor: 2n * AMOUNT_MINOR }),
      beginCustomerAccounts(),
      openCustomerAccounts({ count: 4n }),
      depositToCustomers({ accounts: [0, 3], amountsMinor: [AMOUNT_MINOR, AMOUNT_MINOR] }),
      batch,
    ];
    const receipt = await client.send({ signers: [operator], calls });
    expect(receipt.status).toBe("executed");
    height = BigInt(receipt.height);
    await waitForReadModels();
    const account = (number: number) => `${operator.address}#cash${number}`;
    const { alerts, passedOver } = await supervisor.alerts({ rule: "circular_flow" });
    const alert = alerts.find(({ subjects }) => subjects.includes(account(0)));
    expect(alert).toMatchObject({ unit: "CZK", amountMinor: `${3n * AMOUNT_MINOR}`, paymentCount: 3, changedAtHeight: `${height}` });
    expect(alert?.payments.map(({ from, to }) => [from, to])).toEqual([
      [account(0), account(1)],
      [account(1), account(2)],
      [account(2), account(0)],
    ]);
    // What the batch itself is told as has a place of its own.
    const { payments } = await supervisor.payments(operator.address);
    const places = (alert?.payments ?? []).map(({ place }) => place);
    expect(payments.filter(({ place }) => places.includes(place))).toEqual([]);
    expect(passedOver).toBe("0");
    expect((await supervisor.cases()).passedOver).toBe("0");
  });

  it("are shown to nobody else, whether or not there are any", async () => {
    const [alert] = (await supervisor.alerts()).alerts;
    for (const signer of [economy.alice, economy.operator, economy.bank, economy.investigator, economy.stranger]) {
      const session = await economy.client.openReadSession(signer);
      expect(await codeOf(session.alerts())).toBe("not_yours");
      expect(await codeOf(session.alert(alert?.id ?? ""))).toBe("not_yours");
      expect(await codeOf(session.alert("0".repeat(32)))).toBe("not_yours");
    }
    const answer = await fetch(`${economy.node.url}/v1/alerts`);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([401, "session_required"]);
  });

  it("answer a wrong question with its code", async () => {
    expect(await codeOf(supervisor.alert("0".repeat(32)))).toBe("not_found");
    expect(await codeOf(supervisor.alert("zz"))).toBe("invalid_request");
    expect(await codeOf(supervisor.alerts({ limit: 201 }))).toBe("invalid_request");
    expect(await codeOf(supervisor.alerts({ before: "1.x" }))).toBe("invalid_request");
  });
});
