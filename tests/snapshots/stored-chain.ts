import { type EntryResult, type Ledger, openLedger, openStateCommitment } from "@sycee/ledger";
import { type Address, type Call, encodePayload, encodeTransaction } from "@sycee/protocol";
import { openStorage, type Storage, type TransactionEntry } from "@sycee/storage";
import type { Actor } from "../money/actor.ts";

/** A chain in a directory, made block by block as a node makes it, with a clock of its own. */
export interface StoredChain {
  readonly ledger: Ledger;
  readonly storage: Storage;
  /** Milliseconds since 1970, of the next block. */
  timeMs: number;
  /** A signed transaction's bytes; a nonce of its own unless one is given. */
  transaction(signer: Actor, call: Call, nonce?: bigint): Uint8Array;
  /** Executes, stores and syncs one block. */
  block(entries: readonly Uint8Array[]): Promise<readonly EntryResult[]>;
  close(): Promise<void>;
}

/** Begins a chain in an empty directory. `checkpointEntries` says how often its state is written. */
export async function beginChain(directory: string, genesis: Uint8Array, checkpointEntries = 1_000_000): Promise<StoredChain> {
  const storage = await openStorage({ directory, checkpointEntries, segmentBytes: 64 * 1024 });
  const ledger = openLedger({ store: storage, commitment: openStateCommitment(storage), genesis, head: undefined, recentRecords: [] });
  const chain: StoredChain = {
    ledger,
    storage,
    timeMs: 0,
    transaction: (signer, call, nonce) => signed(ledger.chainId, signer, call, nonce ?? BigInt((counter += 1)), chain.timeMs),
    async block(entries) {
      const height = (ledger.head?.height ?? -1n) + 1n;
      const block =
        height === 0n
          ? ledger.executeGenesis()
          : ledger.executeBlock(
              height,
              BigInt(chain.timeMs),
              entries.map((bytes) => ({ bytes, signaturesVerified: false })),
            );
      const ids: TransactionEntry[] = [];
      for (const [index, result] of block.record.results.entries()) {
        if (result.kind === "receipt") ids.push({ id: result.receipt.id, index });
      }
      storage.append(height, block.encodeRecord(), ids, block.writes);
      block.commit();
      await storage.sync();
      chain.timeMs = Number(block.record.header.timeMs) + 1_000;
      return block.record.results;
    },
    close: () => storage.close(),
  };
  await chain.block([]);
  return chain;
}

let counter = 0;

function signed(chainId: Uint8Array, signer: Actor, call: Call, nonce: bigint, timeMs: number): Uint8Array {
  const signers: Address[] = [signer.address];
  const payload = { chainId, signers, nonce, expiryMs: BigInt(timeMs + 60_000), gasLimit: 1_000_000n, feePayer: undefined, calls: [call] };
  return encodeTransaction({ payload, authenticators: [signer.sign(encodePayload(payload))] });
}
