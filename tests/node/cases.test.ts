import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type NodeOptions, reindex, type RunningNode, startNode } from "@sycee/node";
import { type CaseActRequest, Client, freezeWallet, openWallets, pay, type ReadSession, type Signer, SyceeError } from "@sycee/sdk";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { CASH, type Economy, GENESIS_MS, startEconomy } from "./economy.ts";

/** 40,000 koruna: more than a considerable amount. */
const AMOUNT_MINOR = 40_000_00n;
const DAY_MS = 86_400_000;
const SLOW_MS = 240_000;

let economy: Economy;
let client: Client;
let supervisor: ReadSession;
/** The last block with a payment of these tests. */
let height = 0n;
let alert = "";
let restarted: RunningNode | undefined;

beforeAll(async () => {
  economy = await startEconomy({ readModels: {} });
  client = economy.client;
  const wallets = [{ owner: economy.stranger.address, commitment: new Uint8Array(32).fill(9) }];
  await client.send({ signers: [economy.operator], calls: [openWallets({ tier: 1, wallets })] });
  await ring();
  supervisor = await client.openReadSession(economy.supervisor);
  alert = (await supervisor.alerts()).alerts[0]?.id ?? "";
}, SLOW_MS);
afterAll(async () => {
  await restarted?.close();
  await economy.end();
});

/** Money goes round. */
async function ring(): Promise<void> {
  const { alice, bob, stranger } = economy;
  await payOn(alice, bob);
  await payOn(bob, stranger);
  await payOn(stranger, alice);
  await waitForReadModels();
}

async function payOn(from: Signer, to: Signer): Promise<void> {
  const receipt = await client.send({ signers: [from], calls: [pay({ payee: to.address, instrument: CASH, amountMinor: AMOUNT_MINOR })] });
  expect(receipt.status).toBe("executed");
  height = BigInt(receipt.height);
}

async function waitForReadModels(): Promise<void> {
  await vi.waitFor(
    async () => {
      expect(BigInt((await client.models.status()).height ?? -1)).toBeGreaterThanOrEqual(height);
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

const act = (request: CaseActRequest) => supervisor.actOnCase(alert, request);
const refusal = (request: CaseActRequest) => codeOf(act(request));

describe("cases over HTTP", () => {
  it("are open as soon as there is an alert, and show it", async () => {
    const { cases, next } = await supervisor.cases();
    expect(next).toBeNull();
    expect(cases).toMatchObject([
      { id: alert, state: "open", reason: null, warrant: null, paymentCount: 3, history: [{ act: "opened", by: null }] },
    ]);
    expect(cases[0]?.alert).toEqual((await supervisor.alerts()).alerts[0]);
    expect(await supervisor.case(alert)).toEqual(cases[0]);
    expect((await supervisor.cases({ state: "open", rule: "circular_flow" })).cases).toEqual(cases);
    expect((await supervisor.cases({ state: "dismissed" })).cases).toEqual([]);
    expect((await supervisor.cases({ rule: "fan_in" })).cases).toEqual([]);
  });

  it("tell a stranger nothing, whether or not there is a case, and let nobody else act", async () => {
    for (const signer of [economy.alice, economy.operator, economy.bank, economy.investigator, economy.stranger]) {
      const session = await client.openReadSession(signer);
      const dismissal = { act: "dismiss", text: "It was nothing" } as const;
      for (const id of [alert, "0".repeat(32), "zz"]) {
        expect(await codeOf(session.case(id))).toBe("not_yours");
        expect(await codeOf(session.actOnCase(id, dismissal))).toBe("not_yours");
      }
      expect(await codeOf(session.cases())).toBe("not_yours");
      expect(await codeOf(session.cases({ limit: 9_999 }))).toBe("not_yours");
    }
    for (const init of [{}, { method: "POST", body: "not JSON", headers: { "content-type": "application/json" } }]) {
      const answer = await fetch(`${economy.node.url}/v1/cases/${alert}`, init);
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([401, "session_required"]);
    }
    expect((await supervisor.case(alert)).history).toHaveLength(1);
  });

  it("keep who did what and why; an act that a case does not allow changes nothing", async () => {
    expect(await refusal({ act: "reopen", text: "Why not" })).toBe("case_not_dismissed");
    expect(await refusal({ act: "dismiss", text: "  " })).toBe("invalid_request");
    expect(await refusal({ act: "note", text: "x".repeat(2_001) })).toBe("invalid_request");
    await act({ act: "note", text: "Asked them" });
    const dismissed = await act({ act: "dismiss", text: " A saving club " });
    expect(dismissed).toMatchObject({ state: "dismissed", reason: "A saving club" });
    expect(await refusal({ act: "dismiss", text: "Again" })).toBe("case_not_open");
    expect((await supervisor.cases({ state: "open" })).cases).toEqual([]);
    expect((await supervisor.cases({ state: "dismissed" })).cases).toEqual([dismissed]);
    const reopened = await act({ act: "reopen", text: "There is no such club" });
    const by = economy.supervisor.address;
    expect(reopened).toMatchObject({ state: "open", reason: null });
    expect(reopened.history.map((entry) => [entry.act, entry.by, entry.text])).toEqual([
      ["opened", null, ""],
      ["noted", by, "Asked them"],
      ["dismissed", by, "A saving club"],
      ["reopened", by, "There is no such club"],
    ]);
    expect(await codeOf(supervisor.actOnCase("0".repeat(32), { act: "note", text: "Nothing there" }))).toBe("not_found");
  });

  it("open again by themselves once their alert has grown by half", async () => {
    await act({ act: "dismiss", text: "A saving club after all" });
    const before = await supervisor.case(alert);
    await ring();
    await ring();
    const after = await supervisor.case(alert);
    expect(after.paymentCount).toBeGreaterThanOrEqual(before.paymentCount * 1.5);
    expect(after.state).toBe("open");
    expect(after.history.at(-1)).toMatchObject({ act: "reopened", by: null });
  });

  it("are referred with a warrant that stands on the ledger, and stay so", async () => {
    const { alice, bob, investigator } = economy;
    const refer = (number: string, party: string) => ({ act: "refer", text: "To the prosecution", warrant: { number, party } }) as const;
    expect(await refusal(refer("1", alice.address))).toBe("unknown_warrant");
    expect(await refusal(refer("0", alice.address))).toBe("unknown_warrant");
    expect(await refusal({ act: "refer", text: "Without one" } as unknown as CaseActRequest)).toBe("invalid_request");
    const untilMs = BigInt(GENESIS_MS + 30 * DAY_MS);
    const freeze = freezeWallet({ owner: alice.address, reason: "Money went round", untilMs });
    await client.send({ signers: [investigator, economy.supervisor], calls: [freeze] });
    expect(await refusal(refer("1", bob.address))).toBe("unknown_warrant");
    expect(await refusal(refer("2", alice.address))).toBe("unknown_warrant");
    expect(await act(refer("1", alice.address))).toMatchObject({ state: "referred", warrant: { number: "1", party: alice.address } });
    expect(await refusal({ act: "dismiss", text: "Too late" })).toBe("case_not_open");
    expect(await refusal({ act: "reopen", text: "Too late" })).toBe("case_not_dismissed");
    expect((await act({ act: "note", text: "Heard nothing yet" })).state).toBe("referred");
  });

  it(
    "are the same after the read models were made from nothing, and after a crash in the middle of a line",
    async () => {
      const before = await supervisor.case(alert);
      const all = (await supervisor.cases()).cases;
      await economy.node.close();
      await reindex({ dataDirectory: economy.directory, databaseUrl: undefined });
      const journal = join(economy.directory, "supervision", "cases.journal");
      const written = readFileSync(journal);
      writeFileSync(journal, Buffer.concat([written, Buffer.from("0123456789")]));
      await restart();
      expect(await supervisor.case(alert)).toEqual(before);
      expect((await supervisor.cases()).cases).toEqual(all);
      expect(readFileSync(journal)).toEqual(written);
    },
    SLOW_MS,
  );

  it(
    "are refused while their journal is damaged, and all else is answered",
    async () => {
      await restarted?.close();
      const journal = join(economy.directory, "supervision", "cases.journal");
      writeFileSync(journal, readFileSync(journal, "utf8").replace("Asked them", "Asked nobody"));
      await restart();
      expect(await codeOf(supervisor.case(alert))).toBe("read_models_unavailable");
      expect(await refusal({ act: "note", text: "Over what was changed" })).toBe("read_models_unavailable");
      expect((await supervisor.alert(alert)).alert.id).toBe(alert);
    },
    SLOW_MS,
  );
});

async function restart(): Promise<void> {
  const { directory: dataDirectory, genesis } = economy;
  const options: NodeOptions = { port: 0, quiet: true, clock: { startMs: GENESIS_MS + DAY_MS }, dataDirectory, genesis, readModels: {} };
  restarted = await startNode(options);
  client = new Client(restarted.url);
  await waitForReadModels();
  supervisor = await client.openReadSession(economy.supervisor);
}
