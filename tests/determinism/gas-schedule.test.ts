import {
  createMemoryStore,
  encodeGenesis,
  type EntryResult,
  type ExecutedBlock,
  type Ledger,
  openLedger,
  openStateCommitment,
} from "@sycee/ledger";
import { FIRST_GAS_SCHEDULE, type GasSchedule } from "@sycee/move-vm";
import { bytesToHex, type Call, encodePayload, encodeTransaction } from "@sycee/protocol";
import { initialiseOversight, oversight, FRAMEWORK } from "@sycee/sdk";
import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, actor } from "../money/actor.ts";
import { frameworkModules } from "../money/economy-genesis.ts";
import { START_MS } from "../money/ledger-fixture.ts";

const supervisor = actor("gas supervisor");
const stranger = actor("gas stranger");
/** Other prices for everything a program pays for in any case: its calls, its instructions, its entries. */
const SECOND: GasSchedule = {
  ...FIRST_GAS_SCHEDULE,
  version: 2,
  code: { ...FIRST_GAS_SCHEDULE.code, otherInstruction: 5 },
  natives: { ...FIRST_GAS_SCHEDULE.natives, address: 70 },
  state: { ...FIRST_GAS_SCHEDULE.state, program: 1_500, firstTouch: 2_300 },
};
const THIRD: GasSchedule = { ...SECOND, version: 3, state: { ...SECOND.state, program: 9_000 } };
const KNOWN = [FIRST_GAS_SCHEDULE, SECOND, THIRD];
const genesis = encodeGenesis({
  timeMs: BigInt(START_MS),
  modules: frameworkModules(),
  programs: [{ signers: [FRAMEWORK.oversight, FRAMEWORK.std], calls: [initialiseOversight({ supervisor: supervisor.address })] }],
});

/** One chain: its ledger, its store and the blocks it has, as a log keeps them. */
class Chain {
  readonly store = createMemoryStore();
  readonly records: Uint8Array[] = [];
  readonly blocks: ExecutedBlock[] = [];
  ledger: Ledger;
  readonly #gasSchedules: readonly GasSchedule[];
  #nonce = 0n;

  constructor(gasSchedules = KNOWN) {
    this.#gasSchedules = gasSchedules;
    this.ledger = this.#open();
    this.#take(this.ledger.executeGenesis());
  }

  get height(): number {
    return this.blocks.length - 1;
  }

  /** Opens the ledger again over what is stored. With `maxTypes` 0 its machine begins afresh after every block. */
  restart(maxTypes?: number): void {
    this.ledger = this.#open(maxTypes);
  }

  execute(entries: readonly Uint8Array[]): ExecutedBlock {
    const unverified = entries.map((bytes) => ({ bytes, signaturesVerified: false }));
    return this.ledger.executeBlock(BigInt(this.height + 1), this.timeMs, unverified);
  }

  block(entries: readonly Uint8Array[] = []): readonly EntryResult[] {
    const block = this.execute(entries);
    this.#take(block);
    return block.record.results;
  }

  get timeMs(): bigint {
    return BigInt(START_MS + 1_000 * (this.height + 1));
  }

  /** The answer to a call, in a block of its own: outcome and gas. */
  run(signer: Actor, call: Call): readonly [outcome: string, gasUsed: bigint] {
    const payload = {
      chainId: this.ledger.chainId,
      signers: [signer.address],
      nonce: (this.#nonce += 1n),
      expiryMs: this.timeMs + 60_000n,
      gasLimit: 1_000_000n,
      feePayer: undefined,
      calls: [call],
    };
    const [result] = this.block([encodeTransaction({ payload, authenticators: [signer.sign(encodePayload(payload))] })]);
    if (result?.kind !== "receipt") throw new Error("there is no receipt");
    const { outcome, gasUsed } = result.receipt;
    return [outcome.kind === "aborted" ? (outcome.name ?? "aborted") : outcome.kind, gasUsed];
  }

  blocksUpTo(height: number): void {
    while (this.height < height) this.block();
  }

  #take(block: ExecutedBlock): void {
    this.records.push(block.encodeRecord());
    this.blocks.push(block);
    this.store.apply(block.writes);
    block.commit();
  }

  #open(maxTypes?: number): Ledger {
    const { store, records } = this;
    return openLedger({
      store,
      commitment: openStateCommitment(store),
      genesis,
      head: this.blocks.at(-1)?.record.header,
      recentRecords: records,
      gasSchedules: this.#gasSchedules,
      ...(maxTypes === undefined ? {} : { maxTypes }),
    });
  }
}

const announce = (version: bigint, fromHeight: number) => oversight.gasSchedule.announce({ version, fromHeight: BigInt(fromHeight) });
/** An act that is refused: the same work whatever was announced. */
const refused = () => oversight.gasSchedule.withdraw({});
const hashes = (chain: Chain): string[] => chain.blocks.map(({ headerHash }) => bytesToHex(headerHash));

/** Schedule 2 from block 104 on; 3, announced for later, is withdrawn; then announced again and in effect from block 260 on. */
const SECOND_FROM = 104;
const THIRD_FROM = 260;
const gas = new Map<number, bigint>();
const chain = new Chain();

beforeAll(() => {
  const measure = (): void => {
    const at = chain.height + 1;
    const [outcome, gasUsed] = chain.run(stranger, refused());
    expect(outcome).toBe("ENotSupervisor");
    gas.set(at, gasUsed);
  };
  measure();
  expect(chain.run(supervisor, announce(2n, SECOND_FROM - 1 + 100))[0]).toBe("executed");
  expect(chain.run(supervisor, announce(2n, SECOND_FROM))[0]).toBe("executed");
  chain.blocksUpTo(SECOND_FROM - 2);
  measure();
  measure();
  expect(chain.run(supervisor, announce(2n, 1_000))[0]).toBe("ENotNewer");
  expect(chain.run(supervisor, announce(3n, chain.height + 1 + 99))[0]).toBe("ETooSoon");
  expect(chain.run(supervisor, announce(3n, 220))[0]).toBe("executed");
  expect(chain.run(supervisor, oversight.gasSchedule.withdraw({}))[0]).toBe("executed");
  expect(chain.run(supervisor, oversight.gasSchedule.withdraw({}))[0]).toBe("ENothingAnnounced");
  expect(chain.run(supervisor, announce(3n, THIRD_FROM))[0]).toBe("executed");
  chain.blocksUpTo(219);
  measure();
  chain.blocksUpTo(THIRD_FROM - 2);
  measure();
  measure();
  expect(chain.run(supervisor, oversight.gasSchedule.withdraw({}))[0]).toBe("ENothingAnnounced");
  measure();
});

/** The same entries again, on a ledger that is opened again after blocks of these heights. */
function replay(restartAfter: readonly number[] = [], maxTypes?: number): Chain {
  const again = new Chain();
  for (const { record } of chain.blocks.slice(1)) {
    if (restartAfter.includes(again.height)) again.restart(maxTypes);
    again.block(record.entries);
  }
  return again;
}

describe("a chain whose gas schedule changes", () => {
  test("charges by the schedule that was announced, from the very block that it was announced for", () => {
    const [before] = gas.values();
    if (before === undefined) throw new Error("nothing was measured");
    const second = gas.get(SECOND_FROM);
    const third = gas.get(THIRD_FROM);
    expect(second).toBeGreaterThan(before + 500n);
    expect(third).toBe((second ?? 0n) + BigInt(THIRD.state.program - SECOND.state.program));
    expect(gas.get(SECOND_FROM - 1)).toBe(before);
    expect([gas.get(220), gas.get(THIRD_FROM - 1)]).toEqual([second, second]);
    expect([...gas.values()].at(-1)).toBe(third);
  });

  test("replays to the same blocks, roots and gas", () => {
    expect(hashes(replay())).toEqual(hashes(chain));
  });

  test("replays to the same started again around each change, and with a machine that begins afresh after every block", () => {
    const around = [1, 3, SECOND_FROM - 2, SECOND_FROM - 1, SECOND_FROM, THIRD_FROM - 1, THIRD_FROM, THIRD_FROM + 1];
    expect(hashes(replay(around))).toEqual(hashes(chain));
    expect(hashes(replay([THIRD_FROM - 4], 0))).toEqual(hashes(chain));
  });

  test("goes on the same above writes that were applied without executing them", () => {
    const recovered = new Chain();
    const group = recovered.ledger.applyRecords(chain.records.slice(1, SECOND_FROM));
    recovered.store.apply(group.writes);
    group.commit();
    const block = recovered.ledger.executeBlock(
      BigInt(SECOND_FROM),
      chain.blocks[SECOND_FROM]?.record.header.timeMs ?? 0n,
      (chain.blocks[SECOND_FROM]?.record.entries ?? []).map((bytes) => ({ bytes, signaturesVerified: false })),
    );
    expect(bytesToHex(block.headerHash)).toBe(hashes(chain)[SECOND_FROM]);
  });

  test("gives a dropped block's place to another without a trace", () => {
    const again = new Chain();
    for (const { record } of chain.blocks.slice(1)) {
      again.execute([]);
      again.block(record.entries);
    }
    expect(hashes(again)).toEqual(hashes(chain));
  });

  test("stops a node before the block whose schedule it does not know", () => {
    const old = new Chain([FIRST_GAS_SCHEDULE]);
    for (const { record } of chain.blocks.slice(1, SECOND_FROM)) old.block(record.entries);
    expect(() => old.block()).toThrow(
      "the chain charges by gas schedule 2, and this node knows 1: it needs a newer version of the software",
    );
    expect(hashes(old)).toEqual(hashes(chain).slice(0, SECOND_FROM));
  });
});
