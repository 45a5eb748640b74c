import type { Ledger } from "@sycee/ledger";
import { openChain, type StorageSettings } from "@sycee/node";
import { type Address, bytesToHex, encodePayload, encodeTransaction } from "@sycee/protocol";
import { pay } from "@sycee/sdk";
import type { Storage, TransactionEntry } from "@sycee/storage";
import { CASH } from "../money/economy-genesis.ts";
import { START_MS } from "../money/ledger-fixture.ts";
import { customers, storedEconomyGenesis } from "../snapshots/stored-economy.ts";

const PAYMENTS_A_BLOCK = 4;
const PAYMENT_MINOR = 7n;
const BLOCK_MS = 500;

/** Small segments and frequent checkpoints, so that a short run has all of their edges. */
export const SMALL: StorageSettings = { segmentBytes: 12_000, checkpointEntries: 60 };

/** What a chain is after a block, as it came out where nothing failed. */
interface Truth {
  readonly stateRoot: string;
  readonly headHash: string;
  /** Cash of each customer in turn, in minor units. */
  readonly balances: readonly string[];
}

/** The same chain of payments every time: what each block holds, and what it leads to. */
export class LedgerRun {
  readonly genesis: Uint8Array = storedEconomyGenesis();
  readonly #truth: Truth[] = [];
  #chainId: Uint8Array | undefined;

  /** Opens the chain in a directory, recovering what is there. */
  async open(directory: string, settings: StorageSettings): Promise<OpenRun> {
    const { ledger, storage, notices } = await openChain(directory, this.genesis, { ...SMALL, ...settings });
    this.#chainId ??= ledger.chainId;
    return new OpenRun(this, ledger, storage, notices);
  }

  /** Signed payments of the block at `height`, from 1. */
  entries(height: number): Uint8Array[] {
    const chainId = this.#chainId;
    if (chainId === undefined) throw new Error("the chain was never opened");
    return Array.from({ length: PAYMENTS_A_BLOCK }, (_, index) => {
      const payer = customers[(height * 3 + index) % customers.length];
      const payee = customers[(height * 5 + index * 2 + 1) % customers.length];
      if (payer === undefined || payee === undefined) throw new Error("there are customers");
      const signers: Address[] = [payer.address];
      const calls = [pay({ payee: payee.address, instrument: CASH, amountMinor: PAYMENT_MINOR + BigInt(height) })];
      const nonce = BigInt(height * PAYMENTS_A_BLOCK + index);
      const payload = {
        chainId,
        signers,
        nonce,
        expiryMs: BigInt(timeOf(height) + 60_000),
        gasLimit: 1_000_000n,
        feePayer: undefined,
        calls,
      };
      return encodeTransaction({ payload, authenticators: [payer.sign(encodePayload(payload))] });
    });
  }

  /** Compares a chain with what it should be after its last block; the first time it is what all later ones are compared with. */
  difference(ledger: Ledger): string | undefined {
    const height = Number(ledger.head?.height ?? -1n);
    const found = truthOf(ledger);
    const expected = (this.#truth[height] ??= found);
    const [left, right] = [JSON.stringify(found), JSON.stringify(expected)];
    return left === right ? undefined : `after block ${height}: ${left} instead of ${right}`;
  }
}

/** A chain of a {@link LedgerRun}, open. */
export class OpenRun {
  readonly ledger: Ledger;
  readonly storage: Storage;
  readonly notices: readonly string[];
  readonly #run: LedgerRun;

  constructor(run: LedgerRun, ledger: Ledger, storage: Storage, notices: readonly string[]) {
    this.#run = run;
    this.ledger = ledger;
    this.storage = storage;
    this.notices = notices;
  }

  get height(): number {
    return Number(this.ledger.head?.height ?? -1n);
  }

  /** Executes and appends the next block as a node does; what it returns resolves when the block may be answered. */
  next(): Promise<void> {
    const height = this.height + 1;
    const entries = this.#run.entries(height).map((bytes) => ({ bytes, signaturesVerified: true }));
    const block = this.ledger.executeBlock(BigInt(height), BigInt(timeOf(height)), entries);
    const ids: TransactionEntry[] = [];
    for (const [index, result] of block.record.results.entries()) if (result.kind === "receipt") ids.push({ id: result.receipt.id, index });
    if (ids.length !== PAYMENTS_A_BLOCK) throw new Error(`block ${height} has ${ids.length} receipts`);
    this.storage.append(BigInt(height), block.encodeRecord(), ids, block.writes);
    block.commit();
    return this.storage.sync();
  }

  difference(): string | undefined {
    return this.#run.difference(this.ledger);
  }
}

function timeOf(height: number): number {
  return START_MS + height * BLOCK_MS;
}

function truthOf(ledger: Ledger): Truth {
  const balances = customers.map(
    ({ address }) =>
      ledger
        .account(address)
        ?.balances.map(({ amountMinor }) => amountMinor)
        .join("+") ?? "none",
  );
  return { stateRoot: bytesToHex(ledger.head?.stateRoot ?? new Uint8Array()), headHash: bytesToHex(ledger.headHash), balances };
}
