import { BcsWriter } from "@sycee/bcs";
import { bytesToHex, type Call, hexToBytes, readSessionMessage, writeAuthenticator } from "@sycee/protocol";
import {
  type Client,
  developmentSeed,
  freezeWallet,
  grantLicence,
  keyFromSeed,
  liftWallet,
  pay,
  ReadSession,
  resumeLicence,
  revokeLicence,
  rotateKey,
  type Signer,
  signerOf,
  suspendLicence,
  SyceeError,
} from "@sycee/sdk";
import { afterAll, beforeAll, expect, it } from "vitest";
import { CASH, type Economy, startEconomy } from "../node/economy.ts";
import { type PostgresServer, postgresPrograms, startPostgres } from "./postgres-server.ts";

const SLOW_MS = 240_000;
const DAY_MS = 86_400_000n;

let postgres: PostgresServer | undefined;
let economy: Economy;
let client: Client;

beforeAll(async () => {
  postgres = postgresPrograms === undefined ? undefined : await startPostgres(postgresPrograms);
  economy = await startEconomy({ readModels: { databaseUrl: postgres?.database("sessions") } });
  ({ client } = economy);
  for (const amountMinor of [5n, 7n, 11n]) {
    await client.send({ signers: [economy.alice], calls: [pay({ payee: economy.bob.address, instrument: CASH, amountMinor })] });
  }
  await caughtUp();
}, SLOW_MS);

afterAll(async () => {
  await economy.end();
  postgres?.stop();
});

async function caughtUp(): Promise<void> {
  for (;;) {
    const { state, height, headHeight } = await client.models.status();
    if (state === "following" && height === headHeight) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The code with which something is refused. */
async function refusal(act: Promise<unknown>): Promise<string> {
  try {
    await act;
  } catch (error) {
    if (error instanceof SyceeError) return error.code;
    throw error;
  }
  throw new Error("it was not refused");
}

/** Body of a refusal as it came, for a reader that asks for the payments of an address. */
async function answerTo(session: { readonly token: string }, address: string, path = "payments"): Promise<string> {
  const response = await fetch(`${client.connection.url}/v1/accounts/${address}/${path}`, {
    headers: { authorization: `Bearer ${session.token}` },
  });
  return `${response.status} ${await response.text()}`;
}

async function post(path: string, body: object): Promise<{ readonly status: number; readonly body: Record<string, string> }> {
  const response = await fetch(`${client.connection.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
}

interface Forgery {
  readonly signer: Signer;
  /** Whose session it is to be; the signer's if absent. */
  readonly address?: string;
  readonly chainId?: string;
  readonly challenge?: string;
  /** What is signed as the node's origin; that of the client if absent. */
  readonly signedOrigin?: string;
  /** What is sent as the node's origin; what was signed if absent. */
  readonly sentOrigin?: string;
}

/** Signs a challenge by hand. */
async function openBy({ signer, address = signer.address, chainId, challenge, ...origins }: Forgery) {
  const asked = challenge ?? (await post("/v1/sessions/challenge", { address })).body.challenge ?? "";
  const chain = hexToBytes(chainId ?? (await client.status()).chainId) ?? new Uint8Array(32);
  const { signedOrigin = client.connection.url, sentOrigin = signedOrigin } = origins;
  const terms = { chainId: chain, challenge: hexToBytes(asked) ?? new Uint8Array(40), address: signer.address, origin: signedOrigin };
  const message = readSessionMessage(terms);
  const writer = new BcsWriter();
  writeAuthenticator(writer, await signer.authenticate(message));
  const authenticator = `0x${bytesToHex(writer.toBytes())}`;
  return { challenge: asked, ...(await post("/v1/sessions", { address, challenge: asked, origin: sentOrigin, authenticator })) };
}

async function tokenOf(signer: Signer): Promise<{ readonly token: string }> {
  const { body } = await openBy({ signer });
  return { token: body.token ?? "" };
}

it(
  "a holder reads its payments, and an independent count of every receipt agrees",
  async () => {
    const session = await client.openReadSession(economy.alice);
    const { payments, height } = await session.payments(economy.alice.address, { limit: 500 });
    let paidMinor = 0n;
    let count = 0;
    for (let at = 0n; at <= BigInt(height); at += 1n) {
      const { transactions } = await client.block(at);
      for (const { id } of transactions) {
        const answer = id === undefined ? undefined : await client.transaction(id);
        if (answer?.status !== "final") continue;
        for (const { from, to, amountMinor } of answer.receipt.movements) {
          if (from !== economy.alice.address && to !== economy.alice.address) continue;
          count += 1;
          if (from === economy.alice.address) paidMinor += BigInt(amountMinor);
        }
      }
    }
    expect(payments).toHaveLength(count);
    expect(
      payments.filter(({ from }) => from === economy.alice.address).reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n),
    ).toBe(paidMinor);
    const { balances } = await client.account(economy.alice.address);
    const past = await session.balances(economy.alice.address);
    expect(past.balances.map(({ instrument, amountMinor }) => ({ instrument, amountMinor }))).toEqual(
      balances.map(({ instrument, amountMinor }) => ({ instrument, amountMinor })),
    );
    expect(payments[0]?.balanceMinor).toBe(balances[0]?.amountMinor);
    // Before the last payment there was so much more.
    const before = await session.balances(economy.alice.address, BigInt(height) - 1n);
    expect(BigInt(before.balances[0]?.amountMinor ?? 0) - BigInt(past.balances[0]?.amountMinor ?? 0)).toBe(11n);
    const pages = await session.payments(economy.alice.address, { limit: 2 });
    const rest = await session.payments(economy.alice.address, { limit: 500, before: pages.next ?? "" });
    expect([...pages.payments, ...rest.payments]).toEqual(payments);
    // The balance runs from payment to payment, also where a page begins within a block.
    for (const instrument of new Set(payments.map((each) => each.instrument))) {
      const ofInstrument = payments.filter((each) => each.instrument === instrument);
      for (const [index, { from, to, amountMinor, balanceMinor }] of ofInstrument.entries()) {
        const change =
          (to === economy.alice.address ? BigInt(amountMinor) : 0n) - (from === economy.alice.address ? BigInt(amountMinor) : 0n);
        expect(BigInt(balanceMinor) - change).toBe(BigInt(ofInstrument[index + 1]?.balanceMinor ?? 0n));
      }
    }
    const one: typeof payments = [];
    for (let before: string | null | undefined; before !== null; ) {
      const page = await session.payments(economy.alice.address, { limit: 1, ...(before === undefined ? {} : { before }) });
      one.push(...page.payments);
      before = page.next;
    }
    expect(one).toEqual(payments);
    // A month begins where its zone says: 14 hours east of Greenwich the first of January began on the 31st of December.
    const [{ timeMs: lastMs } = { timeMs: "0" }] = payments;
    const east = await session.statement(economy.alice.address, "2026-01", 840);
    expect([east.zoneOffsetMinutes, east.fromMs, east.toMs]).toEqual([
      840,
      `${Date.UTC(2026, 0) - 840 * 60_000}`,
      `${Date.UTC(2026, 1) - 840 * 60_000}`,
    ]);
    expect(BigInt(lastMs)).toBeLessThan(BigInt(east.toMs));
    const statement = await session.statement(economy.alice.address, "2026-01");
    expect(statement.totals).toMatchObject([{ outMinor: `${paidMinor}`, closingMinor: balances[0]?.amountMinor, otherMinor: "0" }]);
  },
  SLOW_MS,
);

it("the supply is what the ledger's own statistics say", async () => {
  const [unit] = (await client.statistics()).units;
  const { points, decimals } = await client.models.supply("CZK");
  expect(decimals).toBe(2);
  expect(points.at(-1)).toMatchObject({
    baseMinor: unit?.baseMinor,
    m0Minor: unit?.m0Minor,
    m1Minor: unit?.m1Minor,
    m2Minor: unit?.m2Minor,
  });
  const { lines } = await client.models.statements(economy.bank.address);
  for (const { line, amountMinor } of unit?.statement.assets ?? []) {
    expect(lines.find((each) => each.side === "asset" && each.line === line)?.points.at(-1)?.amountMinor).toBe(amountMinor);
  }
});

it("a stranger learns nothing, not even whether there is an account", async () => {
  const stranger = await tokenOf(economy.stranger);
  const unknown = `0x${"77".repeat(32)}`;
  for (const path of ["payments", "balances", "statement?month=2026-01"]) {
    const answer = await answerTo(stranger, economy.alice.address, path);
    expect(answer).toMatch(/^403 .*"code":"not_yours"/);
    expect(await answerTo(stranger, unknown, path)).toBe(answer);
    expect(await answerTo(stranger, economy.operator.address, path)).toBe(answer);
  }
  const session = await client.openReadSession(economy.stranger);
  expect((await session.search(economy.alice.address)).found).toEqual((await session.search(unknown)).found);
  expect((await client.models.search(economy.alice.address)).found).toEqual([]);
  expect(await refusal(session.alerts())).toBe("not_yours");
  // Another customer is a stranger too.
  expect(await answerTo(await tokenOf(economy.bob), economy.alice.address)).toMatch(/^403 /);
  // What everybody may read names no customer.
  const everything = [
    await client.models.flows("CZK"),
    await client.models.holderShares(CASH),
    await client.models.activity("CZK"),
    await client.models.events({ limit: 500 }),
  ];
  for (const { address } of [economy.alice, economy.bob, economy.carol]) expect(JSON.stringify(everything)).not.toContain(address.slice(2));
});

it("the operator that serves an account and a supervisor read it", async () => {
  const own = await answerTo(await tokenOf(economy.alice), economy.alice.address);
  expect(own).toMatch(/^200 /);
  expect(await answerTo(await tokenOf(economy.operator), economy.alice.address)).toBe(own);
  expect(await answerTo(await tokenOf(economy.supervisor), economy.alice.address)).toBe(own);
  expect((await client.openReadSession(economy.supervisor)).roles).toEqual(["supervisor"]);
  // The central bank is not asked.
  expect(await answerTo(await tokenOf(economy.bank), economy.alice.address)).toMatch(/^403 /);
});

it(
  "an operator reads its customers' accounts only while its licence is in force",
  async () => {
    const { operator, supervisor, alice } = economy;
    const session = await tokenOf(operator);
    const reads = async () => (await answerTo(session, alice.address)).slice(0, 3);
    const licence = { kind: "operator", unit: 1, holder: operator.address } as const;
    const supervise = async (call: Call) => await client.send({ signers: [supervisor], calls: [call] });
    expect(await reads()).toBe("200");
    await supervise(suspendLicence({ ...licence, reason: "A look at its books" }));
    expect(await reads()).toBe("403");
    await supervise(resumeLicence(licence));
    expect(await reads()).toBe("200");
    await supervise(revokeLicence({ ...licence, reason: "What was found" }));
    expect(await reads()).toBe("403");
    // What is its own it reads all the same.
    expect((await answerTo(session, operator.address)).slice(0, 3)).toBe("200");
    await supervise(grantLicence(licence));
    expect(await reads()).toBe("200");
    await supervise(revokeLicence({ ...licence, reason: "For good" }));
    await supervise(grantLicence({ ...licence, expiresAtMs: BigInt((await client.status()).timeMs) + 1_000n }));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await reads()).toBe("403");
  },
  SLOW_MS,
);

it(
  "an investigating authority reads an account only while its warrant stands",
  async () => {
    const reads = async () => (await answerTo(await tokenOf(economy.investigator), economy.bob.address)).slice(0, 3);
    expect(await reads()).toBe("403");
    const untilMs = BigInt((await client.status()).timeMs) + DAY_MS;
    const warrant = { owner: economy.bob.address, reason: "A case", untilMs };
    await client.send({ signers: [economy.investigator, economy.supervisor], calls: [freezeWallet(warrant)] });
    expect(await reads()).toBe("200");
    expect((await answerTo(await tokenOf(economy.investigator), economy.alice.address)).slice(0, 3)).toBe("403");
    await client.send({ signers: [economy.supervisor], calls: [liftWallet({ owner: economy.bob.address, number: 1n })] });
    expect(await reads()).toBe("403");
  },
  SLOW_MS,
);

it(
  "sessions that are missing, forged, replayed, of another chain or of another's challenge are refused",
  async () => {
    const { alice, bob, stranger } = economy;
    const path = `${client.connection.url}/v1/accounts/${alice.address}/payments`;
    expect((await fetch(path)).status).toBe(401);
    expect(await answerTo({ token: "A".repeat(43) }, alice.address)).toMatch(/^401 .*session_required/);
    const codes = async (forgery: Forgery) => (await openBy(forgery)).body.code;
    // Bob's key over alice's address: the signature is over his own; then over hers, by the wrong key.
    expect(await codes({ signer: bob, address: alice.address })).toBe("bad_signature");
    expect(await codes({ signer: signerOf(await keyFromSeed(developmentSeed("node tests bob")), alice.address) })).toBe("wrong_key");
    expect(await codes({ signer: alice, chainId: `0x${"11".repeat(32)}` })).toBe("bad_signature");
    const opened = await openBy({ signer: alice });
    expect(opened.status).toBe(200);
    expect(await codes({ signer: alice, challenge: opened.challenge })).toBe("challenge_refused");
    const ofStranger = (await post("/v1/sessions/challenge", { address: stranger.address })).body.challenge ?? "";
    expect(await codes({ signer: alice, challenge: ofStranger })).toBe("challenge_refused");
    expect(await codes({ signer: alice, challenge: `0x${"ab".repeat(40)}` })).toBe("challenge_refused");
    const later = `0x${"ff".repeat(8)}${ofStranger.slice(18)}`;
    expect(await codes({ signer: stranger, challenge: later })).toBe("challenge_refused");
    // What was signed for another node opens nothing here, whichever of the two it says.
    const elsewhere = "https://another.example";
    expect(await codes({ signer: alice, signedOrigin: elsewhere })).toBe("challenge_refused");
    expect(await codes({ signer: alice, signedOrigin: elsewhere, sentOrigin: client.connection.url })).toBe("bad_signature");
    const session = await client.openReadSession(alice);
    await session.end();
    expect(await refusal(session.payments(alice.address))).toBe("session_required");
  },
  SLOW_MS,
);

it(
  "a key that was rotated away opens no session, what it had opened is shut, and the new one opens one",
  async () => {
    const { carol } = economy;
    const renewed = await keyFromSeed(developmentSeed("node tests carol renewed"));
    const rotated = signerOf(renewed, carol.address);
    const before = await client.openReadSession(carol);
    expect((await before.payments(carol.address)).address).toBe(carol.address);
    await client.send({ signers: [carol, signerOf(renewed)], calls: [rotateKey({ newKey: 1 })] });
    await expect(before.payments(carol.address)).rejects.toMatchObject({ code: "session_required" });
    expect((await openBy({ signer: carol })).body.code).toBe("wrong_key");
    await caughtUp();
    const session = await ReadSession.open(client.connection, hexToBytes((await client.status()).chainId) ?? new Uint8Array(32), rotated);
    expect((await session.payments(carol.address)).address).toBe(carol.address);
  },
  SLOW_MS,
);
