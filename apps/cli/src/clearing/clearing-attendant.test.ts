import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningNode, startNode } from "@sycee/node";
import type { Call } from "@sycee/protocol";
import { banking, Client, type ClearingMode, type Signer, submitPayment } from "@sycee/sdk";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DevelopmentAccount, developmentAccounts, developmentSigner } from "../economy/development-accounts.ts";
import { developmentLedgerGenesis } from "../economy/development-ledger.ts";
import { ClearingAttendant } from "./clearing-attendant.ts";

const directory = mkdtempSync(join(tmpdir(), "sycee-attendant-test-"));
/** The node's clock is the machine's: what the genesis settled is older than the 30 days in which it can be recalled. */
const BEGAN_MS = Date.UTC(2025, 5, 1, 4);
/** By one transaction. */
const MOST_FORGOTTEN = 512;
const MINUTE_MS = 60_000;
let node: RunningNode;
let client: Client;
let accounts: readonly DevelopmentAccount[];
let [river, hill, house]: Signer[] = [];
let nowMs = BEGAN_MS;

beforeAll(async () => {
  node = await startNode({
    dataDirectory: directory,
    genesis: await developmentLedgerGenesis(directory, BEGAN_MS),
    port: 0,
    quiet: true,
  });
  client = new Client(node.url);
  accounts = await developmentAccounts();
  [river, hill, house] = await Promise.all(["river-bank", "hill-bank", "clearing-house"].map(signerNamed));
});

afterAll(async () => {
  await node.close();
  rmSync(directory, { recursive: true, force: true });
});

async function signerNamed(name: string): Promise<Signer> {
  const account = accounts.find((candidate) => candidate.name === name);
  if (account === undefined) throw new Error(`nobody is named ${name}`);
  return await developmentSigner(account);
}

function known(signer: Signer | undefined): Signer {
  if (signer === undefined) throw new Error("the economy has not begun");
  return signer;
}

async function send(signers: readonly Signer[], ...calls: Call[]): Promise<void> {
  await client.send({ signers: [...signers], calls });
}

function attendant(by: Signer): ClearingAttendant {
  return new ClearingAttendant({
    client,
    house: known(house).address,
    signer: by,
    closeAfterMs: 5 * MINUTE_MS,
    settleAfterMs: MINUTE_MS,
    nowMs: () => nowMs,
  });
}

function payment(mode: ClearingMode, amountMinor: bigint): Call {
  return submitPayment({ house: known(house).address, mode, fromAccount: 1, payee: known(hill).address, toAccount: 2, amountMinor });
}

async function settlementOf(bank: Signer): Promise<bigint> {
  const { balances } = await client.account(bank.address);
  return BigInt(balances.find(({ place }) => place === "settlement")?.amountMinor ?? 0n);
}

test("settled payments are forgotten once they can no longer be recalled", { timeout: 60_000 }, async () => {
  const forgets = attendant(known(hill));
  const { settled, rules } = await client.clearingHouse(known(house).address);
  expect(settled.forgettableFromMs).toBe(`${BEGAN_MS + Number(rules.recallMs) + 1}`);
  expect(Number(settled.keptNumber)).toBeGreaterThan(MOST_FORGOTTEN);
  nowMs = Number(settled.forgettableFromMs) - 1;
  expect(await forgets.look()).toEqual([]);
  nowMs += 1;
  expect(await forgets.look()).toEqual(["forgotten"]);
  const left = (await client.clearingHouse(known(house).address)).settled;
  expect(left).toEqual({ ...settled, keptNumber: `${Number(settled.keptNumber) - MOST_FORGOTTEN}` });
  expect(await forgets.look()).toEqual(["forgotten"]);
  expect((await client.clearingHouse(known(house).address)).settled).toEqual({ keptNumber: "0", forgettableFromMs: null });
  expect(await forgets.look()).toEqual([]);
});

test("a gross payment settles once its funds have come, and nothing is asked while the ledger stands still", {
  timeout: 60_000,
}, async () => {
  const [from, to] = [known(river), known(hill)];
  const all = await settlementOf(from);
  await send([from, to], banking.interbank.lend({ lender: 0, borrower: 1, amount: all, rateBps: 0n, days: 1n }));
  await send([from], payment("gross", 700n));
  const settles = attendant(to);
  expect(await settles.look()).toEqual([]);
  const { height } = await client.status();
  expect(await settles.look()).toEqual([]);
  expect((await client.status()).height).toBe(height);
  await send([to], banking.interbank.repay({ borrower: 0, lender: from.address, claim: 2n }));
  expect(await settles.look()).toEqual(["settled gross"]);
  expect((await client.clearingHouse(known(house).address)).queues.gross).toEqual([]);
  expect(await settlementOf(from)).toBe(all - 700n);
  expect(await settles.look()).toEqual([]);
});

test("the house closes a cycle when its first payment has waited, and anybody's attendant settles it", { timeout: 60_000 }, async () => {
  const [from, to] = [known(river), known(hill)];
  const closes = attendant(known(house));
  const settles = attendant(to);
  await send([from], payment("net", 900n));
  nowMs = Number((await client.status()).headTimeMs);
  expect(await closes.look()).toEqual([]);
  nowMs += 5 * MINUTE_MS;
  expect(await settles.look()).toEqual([]);
  expect(await closes.look()).toEqual(["closed"]);
  const { cycle } = await client.clearingHouse(known(house).address);
  nowMs = Number(cycle.closedAtMs);
  expect(await settles.look()).toEqual([]);
  nowMs += MINUTE_MS;
  expect(await settles.look()).toEqual(["settled net"]);
  expect(await client.clearingHouses()).toMatchObject([
    { address: known(house).address, participants: 5, cycle: { number: "2", closedAtMs: null }, waiting: { gross: 0, net: 0, closed: 0 } },
  ]);
});

test("what can still be recalled is kept, whatever the attendant's own clock says", { timeout: 60_000 }, async () => {
  const { settled, rules } = await client.clearingHouse(known(house).address);
  expect(settled.keptNumber).toBe("2");
  expect(Number(settled.forgettableFromMs)).toBeGreaterThan(Number(rules.recallMs) + Number(rules.recallMs) + BEGAN_MS);
  nowMs = Number(settled.forgettableFromMs);
  const forgets = attendant(known(hill));
  expect(await forgets.look()).toEqual([]);
  const { height } = await client.status();
  expect(await forgets.look()).toEqual([]);
  expect((await client.status()).height).toBe(height);
  expect((await client.clearingHouse(known(house).address)).settled).toEqual(settled);
});
