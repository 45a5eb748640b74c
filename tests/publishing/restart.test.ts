import {
  createMemoryStore,
  decodeBlockRecord,
  encodeBlockRecord,
  encodeGenesis,
  type ExecutedBlock,
  type Ledger,
  openLedger,
  openStateCommitment,
  rebuildRoot,
} from "@sycee/ledger";
import { bytesToHex } from "@sycee/protocol";
import { describe, expect, test } from "vitest";
import { counter, user } from "./plans.ts";
import { callOf, publication, publisher, publishingGenesis, publishingLedger, stranger, successor } from "./publishing-fixture.ts";

/** The blocks of a chain that publishes, uses and upgrades: entries by block. */
async function story(): Promise<Uint8Array[][]> {
  const signer = publishingLedger();
  const publish = async (...calls: Awaited<ReturnType<typeof publication>>[]) =>
    signer.transaction([publisher], calls, { gasLimit: 100_000_000n });
  const send = (path: string) => signer.transaction([stranger], [callOf(path, path.endsWith("added") ? [] : undefined)]);
  return [
    [await publish(await publication(counter()), await publication(user()))],
    [send("counter::counter::create"), send("counter::counter::increment"), send("user::user::see")],
    [
      await publish(await successor(counter(10, "public fun added(): u64 { 3 }"))),
      send("counter::counter::increment"),
      send("user::user::see"),
    ],
    [send("counter::counter::increment"), send("user::user::see"), send("counter::counter::added")],
  ];
}

function open(store = createMemoryStore(), head?: Ledger["head"]): { ledger: Ledger; store: typeof store } {
  const genesis = encodeGenesis(publishingGenesis());
  return { store, ledger: openLedger({ store, commitment: openStateCommitment(store), genesis, head, recentRecords: [] }) };
}

function keep({ store }: ReturnType<typeof open>, block: ExecutedBlock): ExecutedBlock {
  store.apply(block.writes);
  block.commit();
  return block;
}

const timeOf = (height: number) => publishingGenesis().timeMs + BigInt(1_000 * height);
const run = ({ ledger }: ReturnType<typeof open>, height: number, entries: readonly Uint8Array[]) =>
  ledger.executeBlock(
    BigInt(height),
    timeOf(height),
    entries.map((bytes) => ({ bytes, signaturesVerified: false })),
  );
const hashes = (blocks: readonly ExecutedBlock[]) =>
  blocks.map(({ headerHash, record }) => `${bytesToHex(headerHash)} ${bytesToHex(record.header.stateRoot)}`);

describe("published modules outlive the process", () => {
  test("a ledger reopened after every block, one that never stops and one that applies records come to the same roots", async () => {
    const blocks = await story();
    const steady = open();
    const executed = [
      keep(steady, steady.ledger.executeGenesis()),
      ...blocks.map((entries, index) => keep(steady, run(steady, index + 1, entries))),
    ];
    expect(executed.at(-1)?.record.results.map((result) => result.kind === "receipt" && result.receipt.outcome.kind)).toEqual([
      "executed",
      "executed",
      "executed",
    ]);

    const { store } = open();
    let reopened = open(store);
    const again = [keep(reopened, reopened.ledger.executeGenesis())];
    for (const [index, entries] of blocks.entries()) {
      reopened = open(store, reopened.ledger.head);
      again.push(keep(reopened, run(reopened, index + 1, entries)));
    }
    expect(hashes(again)).toEqual(hashes(executed));

    const applied = open();
    const replayed = executed
      .slice(0, -1)
      .map(({ record }) => keep(applied, applied.ledger.applyRecord(decodeBlockRecord(encodeBlockRecord(record)))));
    const last = keep(applied, run(applied, blocks.length, blocks.at(-1) ?? []));
    expect(hashes([...replayed, last])).toEqual(hashes(executed));
    expect(applied.ledger.modules()).toEqual(steady.ledger.modules());
    expect(applied.ledger.account(stranger.address)).toEqual(steady.ledger.account(stranger.address));

    const entries = [...Array(16).keys()].flatMap((tag) => (tag === 0 ? [] : [...store.scan(Uint8Array.of(tag))]));
    expect(entries.filter(({ key }) => key[0] === 0x05).length).toBe(2);
    expect(bytesToHex(rebuildRoot(entries))).toBe(bytesToHex(executed.at(-1)?.record.header.stateRoot ?? new Uint8Array()));
  });

  test("a block that is executed and not kept leaves no module, and no trace in later blocks", async () => {
    const [first = [], second = [], third = []] = await story();
    const steady = open();
    const expected = [keep(steady, steady.ledger.executeGenesis())];
    for (const [index, entries] of [first, second, third].entries()) expected.push(keep(steady, run(steady, index + 1, entries)));

    const unsure = open();
    const actual = [keep(unsure, unsure.ledger.executeGenesis())];
    for (const [index, entries] of [first, second, third].entries()) {
      const before = unsure.ledger.modules();
      // Executed twice over, and after another block that published something else.
      run(unsure, index + 1, [...entries].reverse());
      run(unsure, index + 1, entries);
      expect(unsure.ledger.modules()).toEqual(before);
      actual.push(keep(unsure, run(unsure, index + 1, entries)));
    }
    expect(hashes(actual)).toEqual(hashes(expected));
  });
});

test.each([
  ["lost", () => undefined],
  ["changed", (node: Uint8Array) => node.map((byte, index) => (index === node.length - 1 ? byte ^ 1 : byte))],
])("a ledger is not reopened over a state whose top node is %s", (_, damaged) => {
  const chain = open();
  keep(chain, chain.ledger.executeGenesis());
  const { store } = chain;
  const key = Uint8Array.of(0x10, 0);
  const top = store.get(key);
  if (top === undefined) throw new Error("the state has a top node");
  expect(open(store, chain.ledger.head).ledger.head?.height).toBe(0n);
  store.apply([{ key, value: damaged(top) }]);
  expect(() => open(store, chain.ledger.head)).toThrow("the stored state is not that of block 0");
});
