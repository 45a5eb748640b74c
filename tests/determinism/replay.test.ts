import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createMemoryStore, decodeRecordEntries, openLedger, openStateCommitment, RootBuilder } from "@sycee/ledger";
import { bytesToHex } from "@sycee/protocol";
import { type LogView, openLogView } from "@sycee/storage";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { scaleOf, tell } from "../durability/scale.ts";
import { uniformInt, xoroshiro128plus } from "../money/random.ts";
import { beginChain } from "../snapshots/stored-chain.ts";
import { temporaryDirectory } from "../snapshots/stored-economy.ts";
import { mixedGenesis } from "./mixed-genesis.ts";
import { compilePackages, MixedTransactions } from "./mixed-transactions.ts";

const { seed, count, timeoutMs } = scaleOf(20_261_121, 400);
const whole = process.env["TORTURE_COUNT"] !== undefined;
const REPLAY = fileURLToPath(new URL("./replay.mjs", import.meta.url));
const run = promisify(execFile);
const place = temporaryDirectory();
afterAll(place.remove);

interface Outcome {
  readonly root: string;
  readonly head: string;
  /** Over every record: headers, results with gas and events, writes. */
  readonly records: string;
  readonly gas: string;
  readonly events: number;
}

async function replay(flags: readonly string[], options: object): Promise<Outcome> {
  const { stdout } = await run(process.execPath, [...flags, REPLAY, join(place.path, "chain", "log"), JSON.stringify(options)]);
  return JSON.parse(stdout) as Outcome;
}

/** Ways to run the same chain: name, flags of the process, options of the replay; the last ones only in the long form. */
const WAYS: readonly (readonly [name: string, flags: readonly string[], options: object])[] = [
  ["warm: twice in one process", [], { rounds: 2 }],
  ["with a machine that begins afresh after every block", [], { maxTypes: 0 }],
  ["by an interpreter alone", ["--no-opt", "--no-sparkplug"], {}],
  [
    "started again at every seventh block, with a small heap and a small stack",
    [],
    { restartEvery: 7, limits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 2, stackSizeMb: 32 } },
  ],
  ["with hardly any objects kept", [], { cacheSize: 3 }],
  [
    "with a large stack and heap",
    ["--stack-size=4000", "--max-old-space-size=6000"],
    { limits: { stackSizeMb: 200, maxOldGenerationSizeMb: 6_000 } },
  ],
  ["without compiling to machine code at all", ["--jitless"], {}],
  ["optimised early", ["--always-sparkplug", "--interrupt-budget=500"], {}],
  ["with few objects kept, started again in the middle", [], { cacheSize: 500, restartEvery: 61, rounds: 2 }],
  ["by one thread of the engine", ["--single-threaded"], {}],
];

describe(`a chain of ${count} mixed transactions (seed ${seed})`, () => {
  const answers = new Map<string, number>();
  let expected: Outcome | undefined;

  beforeAll(async () => {
    const packages = await compilePackages();
    const random = xoroshiro128plus(seed);
    const chain = await beginChain(join(place.path, "chain"), mixedGenesis());
    const mixed = new MixedTransactions(chain.ledger.chainId, random, packages);
    for (let done = 0; done < count; ) {
      // Mostly seconds between two blocks, at times more than what is remembered.
      chain.timeMs += uniformInt(random, 0, 30) === 0 ? 3_600_000 : uniformInt(random, 0, 9_000);
      const size = Math.min(count - done, uniformInt(random, 1, whole ? 120 : 30));
      for (const result of await chain.block(mixed.draw(size, chain.timeMs))) {
        const answer = result.kind === "receipt" ? result.receipt.outcome.kind : result.kind;
        const code =
          result.kind === "rejected"
            ? result.code
            : result.kind === "receipt" && result.receipt.outcome.kind === "failed"
              ? result.receipt.outcome.code
              : answer;
        answers.set(code, (answers.get(code) ?? 0) + 1);
      }
      done += size;
    }
    await chain.close();
    expected = await replay([], {});
    tell(`determinism: seed ${seed}, ${count} transactions, state root 0x${expected.root}, gas ${expected.gas}, ${expected.events} events`);
    tell(`determinism: ${[...answers].map(([code, times]) => `${code} ${times}`).join(", ")}`);
  }, timeoutMs(200));

  test("has every kind of outcome in it", () => {
    for (const code of [
      "executed",
      "aborted",
      "out_of_gas",
      "duplicate",
      "bad_signature",
      "wrong_key",
      "nonce_used",
      "wrong_chain",
      "expired",
      "unknown_function",
    ]) {
      expect(answers.get(code) ?? 0, code).toBeGreaterThan(0);
    }
  });

  test("comes to the same state when its writes are applied in groups, as after a crash", () => {
    const view = openLogView(join(place.path, "chain", "log"));
    const random = xoroshiro128plus(seed + 1);
    const store = createMemoryStore();
    const [genesis] = decodeRecordEntries(recordAt(view, 0)).entries;
    if (genesis === undefined) throw new Error("block 0 has no genesis document");
    const ledger = openLedger({ store, commitment: openStateCommitment(store), genesis, head: undefined, recentRecords: [] });
    for (let height = 0; height <= (view.lastHeight ?? 0); ) {
      const size = Math.min(uniformInt(random, 1, 12), (view.lastHeight ?? 0) + 1 - height);
      const group = ledger.applyRecords(Array.from({ length: size }, (_, index) => recordAt(view, height + index)));
      store.apply(group.writes);
      group.commit();
      height += size;
    }
    const root = new RootBuilder();
    for (let kind = 1; kind <= 15; kind += 1) for (const { key, value } of store.scan(Uint8Array.of(kind))) root.add(key, value);
    expect(bytesToHex(root.finish())).toBe(expected?.root);
    expect(bytesToHex(ledger.headHash)).toBe(expected?.head);
  });

  for (const [name, flags, options] of whole ? WAYS : WAYS.slice(0, 4)) {
    test(`comes to the same roots, gas and events ${name}`, { timeout: timeoutMs(200) }, async () => {
      expect(await replay(flags, options)).toEqual(expected);
    });
  }
});

function recordAt(view: LogView, height: number): Uint8Array {
  const record = view.read(height);
  if (record === undefined) throw new Error(`block ${height} is not in the log`);
  return record;
}
