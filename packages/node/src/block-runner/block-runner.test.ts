import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { admit, encodeGenesis } from "@sycee/ledger";
import { addressOfKeys, encodeTransaction, statusNumber } from "@sycee/protocol/core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createLedgerClock } from "../clock/ledger-clock.ts";
import { StageBoard } from "../pipeline/stage-board.ts";
import { type CheckedGroup, GroupView, packGroup } from "../signatures/transaction-group.ts";
import { MAX_BLOCK_GAS } from "./block-limits.ts";
import { BlockRunner } from "./block-runner.ts";
import { History } from "./history.ts";
import { type OpenChain, openChain } from "./open-chain.ts";

/** Transactions whose signatures wait to be verified, all the time. */
const COMING = 5_000;
const GROUP = 500;
const TURNS = 20;

let directory: string;
let chain: OpenChain;
let board: StageBoard;
let runner: BlockRunner;
let answered: number[];
let failures: unknown[];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "sycee-runner-"));
  chain = await openChain(directory, encodeGenesis({ timeMs: BigInt(Date.now() - 1_000), modules: [], programs: [] }));
  board = new StageBoard();
  answered = [];
  failures = [];
  runner = new BlockRunner({
    ...chain,
    history: new History(chain.storage),
    clock: createLedgerClock(0),
    board,
    blockGas: MAX_BLOCK_GAS,
    answered: (groups) => answered.push(...groups.map(({ group }) => group)),
    durable: () => {},
    failed: (error) => failures.push(error),
  });
  board.enter("check", COMING);
});

afterEach(async () => {
  await chain.storage.close();
  await rm(directory, { recursive: true, force: true });
});

/** One transaction that its signer's key has signed, as the workers found. */
function honest(group: number): CheckedGroup {
  const authenticator = { kind: "ed25519", publicKey: new Uint8Array(32).fill(7), signature: new Uint8Array(64) } as const;
  const bytes = encodeTransaction({
    payload: {
      chainId: chain.ledger.chainId,
      signers: [addressOfKeys(authenticator)],
      nonce: BigInt(group),
      expiryMs: BigInt(Date.now() + 60_000),
      gasLimit: 1_000n,
      feePayer: undefined,
      calls: [{ address: addressOfKeys(authenticator), module: "nowhere", function: "nothing", typeArguments: [], arguments: [] }],
    },
    authenticators: [authenticator],
  });
  const packed = packGroup(group, [bytes]);
  new GroupView(packed).ids.set(admit(bytes, chain.ledger.chainId).id);
  return { ...packed, details: new Map() };
}

/** Transactions that the workers refused. */
function refused(group: number): CheckedGroup {
  const packed = packGroup(
    group,
    Array.from({ length: GROUP }, () => Uint8Array.of(1)),
  );
  new GroupView(packed).verdicts.fill(statusNumber("bad_signature"));
  return { ...packed, details: new Map() };
}

async function submit(group: CheckedGroup): Promise<void> {
  board.enter("order", group.count);
  runner.submit(group, "batch-bcs", 0);
  for (let turn = 0; turn < TURNS; turn++) await nextTurn();
}

test("what waits for a block gets one after as many others as are on their way, when these are all refused and ever more come", async () => {
  await submit(honest(1));
  expect(answered).toEqual([]);
  const needed = COMING / GROUP;
  for (let group = 2; group <= needed; group++) await submit(refused(group));
  expect(answered).not.toContain(1);
  await submit(refused(needed + 1));
  await expect.poll(() => answered).toContain(1);
  expect(chain.ledger.head?.height).toBe(1n);
  // The next one waits for as many again.
  await submit(honest(100));
  for (let group = 101; group < 100 + needed; group++) await submit(refused(group));
  expect(answered).not.toContain(100);
  await submit(refused(100 + needed));
  await expect.poll(() => answered).toContain(100);
  expect(failures).toEqual([]);
});

test("a runner that ends waits for no signatures: the worker that had them may have died", async () => {
  await submit(honest(1));
  expect(answered).toEqual([]);
  await runner.drain();
  expect(answered).toEqual([1]);
  expect(failures).toEqual([]);
});
