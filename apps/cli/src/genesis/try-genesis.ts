import { chainIdOf, createMemoryStore, decodeGenesis, type Ledger, openLedger, openStateCommitment } from "@sycee/ledger";
import { bytesToHex } from "@sycee/protocol";
import { CliError } from "../output/cli-error.ts";

/** A chain at its block 0, in memory. */
export interface TriedGenesis {
  readonly ledger: Ledger;
  /** `0x` and 64 hexadecimal digits, as the two below. */
  readonly chainId: string;
  readonly headHash: string;
  readonly stateRoot: string;
  readonly timeMs: bigint;
  /** What its programs do, signers before calls, in the order in which they run. */
  readonly programs: readonly { readonly signers: readonly string[]; readonly calls: readonly string[] }[];
}

/** Executes a genesis document in memory. Throws `CliError` `genesis_refused` when it is none, does not execute, or breaks a law. */
export function tryGenesis(genesis: Uint8Array): TriedGenesis {
  const store = createMemoryStore();
  try {
    const { timeMs, programs } = decodeGenesis(genesis);
    const ledger = openLedger({ store, commitment: openStateCommitment(store), genesis, head: undefined, recentRecords: [] });
    const block = ledger.executeGenesis();
    store.apply(block.writes);
    block.commit();
    const broken = ledger.recountLaws().find(({ holds }) => !holds);
    if (broken !== undefined) throw new Error(`it breaks law ${broken.law}: ${broken.name}`);
    return {
      ledger,
      chainId: `0x${bytesToHex(chainIdOf(genesis))}`,
      headHash: `0x${bytesToHex(block.headerHash)}`,
      stateRoot: `0x${bytesToHex(block.record.header.stateRoot)}`,
      timeMs,
      programs: programs.map(({ signers, calls }) => ({
        signers,
        calls: calls.map((call) => ledger.describeCall(call)),
      })),
    };
  } catch (error) {
    throw new CliError("genesis_refused", `The genesis does not begin a chain: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
