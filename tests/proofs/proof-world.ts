import {
  BlockHistory,
  blake2b,
  type BlockRecord,
  BlockProver,
  createMemoryStore,
  encodeEntryResult,
  type EntryResult,
  merkleRoot,
  openStateCommitment,
} from "@sycee/ledger";
import {
  type Address,
  addressFromBytes,
  type BlockHeader,
  blockHash,
  bytesToHex,
  type Claim,
  collectionOf,
  encodeReceipt,
  pageOfElement,
  type ProofDocument,
  type Proved,
  publishedModuleKey,
  resourceStateKey,
  type Statement,
  tableStateKey,
} from "@sycee/protocol";
import type { Draw } from "./draw.ts";

const TYPES = ["0x2::wallet::Wallet", "0x2::holder::Holder", "u64", "vector<u8>", "0x1::table::Table<u64, 0x2::money::Money>"] as const;

/** A subject of keyed state: everything of a claim but its value and proof. */
type Subject =
  | { readonly kind: "resource"; readonly address: Address; readonly type: string }
  | { readonly kind: "table-entry"; readonly handle: Address; readonly type: string; readonly key: Uint8Array }
  | { readonly kind: "module"; readonly address: Address; readonly name: string };

interface Vector {
  readonly handle: Address;
  readonly type: string;
  readonly width: number;
  readonly elements: readonly Uint8Array[];
}

/** A chain with random state and blocks, its proofs, and the truth about it. */
export interface ProofWorld {
  readonly trusted: Uint8Array;
  readonly headers: readonly BlockHeader[];
  /** Proofs of everything that there is to prove, or of some of it. */
  readonly documents: readonly ProofDocument[];
  /** Whether what was proved is so. */
  isTrue(proved: Proved): boolean;
}

/** Makes a world; about `size` keyed entries. */
export function createProofWorld(random: Draw, size: number): ProofWorld {
  const chainId = random.bytes(32);
  const store = createMemoryStore();
  const state = randomState(random, size);
  const commitment = openStateCommitment(store);
  for (const half of [0, 1]) {
    const writes = [...state.writes].filter((_, index) => index % 2 === half).sort((left, right) => Buffer.compare(left.key, right.key));
    const update = commitment.update(writes);
    store.apply([...writes, ...update.nodeWrites]);
    update.commit();
  }
  const history = new BlockHistory(store, undefined);
  const records: BlockRecord[] = [];
  const count = 1 + random.below(20);
  for (let height = 0; height < count; height += 1) {
    const record = randomBlock(random, chainId, height, history.peaks, height === count - 1 ? commitment.root : random.bytes(32));
    const extension = history.extend(blockHash(record.header, blake2b));
    store.apply(extension.writes);
    extension.commit();
    records.push(record);
  }
  const headers = records.map(({ header }) => header);
  const header = headers.at(-1);
  if (header === undefined) throw new Error("a chain has a block");
  const past = (height: number): ProofDocument["past"] => {
    const earlier = headers[height];
    if (earlier === undefined || height === count - 1) return undefined;
    return { header: earlier, siblings: history.path(height, count - 1).siblings };
  };
  const documents: ProofDocument[] = [];
  for (const subject of [...state.subjects, ...absentSubjects(random)]) {
    const key = keyOf(subject);
    documents.push({ header, past: undefined, claims: [{ ...subject, value: store.get(key), proof: commitment.proveEntry(key) }] });
  }
  for (const { handle, type, elements } of state.vectors) {
    for (const index of new Set([0, elements.length - 1, random.below(elements.length), random.below(elements.length)])) {
      const key = pageKey(handle, type, pageOfElement(index));
      const page = store.get(key);
      const proof = commitment.provePage(key);
      if (page === undefined || proof === undefined) throw new Error("an element has a page");
      documents.push({ header, past: undefined, claims: [{ kind: "element", handle, type, index, page, proof }] });
    }
  }
  for (const [height, record] of records.entries()) {
    for (const claim of claimsOfBlock(record)) documents.push({ header, past: past(height), claims: [claim] });
    if (height < count - 1) documents.push({ header, past: past(height), claims: [] });
  }
  return { trusted: blockHash(header, blake2b), headers, documents, isTrue: (proved) => isTrue(proved, state, records) };
}

interface RandomState {
  readonly subjects: readonly Subject[];
  readonly vectors: readonly Vector[];
  readonly writes: readonly { readonly key: Uint8Array; readonly value: Uint8Array }[];
}

function randomState(random: Draw, size: number): RandomState {
  const subjects = new Map<string, Subject>();
  for (let index = 0; index < size; index += 1) {
    const subject = randomSubject(random);
    subjects.set(bytesToHex(keyOf(subject)), subject);
  }
  const vectors = Array.from({ length: 1 + random.below(4) }, () => randomVector(random));
  const keyed = [...subjects.values()].map((subject) => ({ key: keyOf(subject), value: random.bytes(random.below(120)) }));
  return { subjects: [...subjects.values()], vectors, writes: [...keyed, ...vectors.flatMap(pagesOf)] };
}

function randomSubject(random: Draw): Subject {
  const type = random.pick(TYPES);
  const address = addressFromBytes(random.bytes(32));
  switch (random.below(4)) {
    case 0:
      return { kind: "resource", address, type };
    case 1:
      return { kind: "table-entry", handle: address, type, key: random.bytes(random.below(40)) };
    case 2:
      return { kind: "table-entry", handle: address, type, key: random.bytes(330 + random.below(60)) };
    default:
      return { kind: "module", address, name: random.pick(["wallet", "money", "m"]) };
  }
}

function absentSubjects(random: Draw): Subject[] {
  return Array.from({ length: 12 }, () => randomSubject(random));
}

function randomVector(random: Draw): Vector {
  const [type, width] = random.pick([["u64", 8] as const, ["u8", 1] as const, ["0x2::money::Money", 12] as const]);
  const length = 1 + random.below(random.pick([3, 64, 70, 3_000]));
  const elements = Array.from({ length }, () => random.bytes(width));
  return { handle: addressFromBytes(random.bytes(32)), type, width, elements };
}

function pagesOf({ handle, type, elements }: Vector) {
  return Array.from({ length: Math.ceil(elements.length / 64) }, (_, page) => {
    const part = elements.slice(page * 64, (page + 1) * 64);
    return { key: pageKey(handle, type, page), value: Buffer.concat([Buffer.of(part.length), ...part]) };
  });
}

function pageKey(handle: Address, type: string, page: number): Uint8Array {
  const key = Buffer.alloc(57);
  key.set(collectionOf(handle, type));
  key.writeBigUInt64BE(BigInt(page), 49);
  return key;
}

function keyOf(subject: Subject): Uint8Array {
  if (subject.kind === "resource") return resourceStateKey(subject.address, subject.type);
  if (subject.kind === "module") return publishedModuleKey(subject.address, subject.name);
  return tableStateKey(subject.handle, subject.type, subject.key);
}

function randomBlock(
  random: Draw,
  chainId: Uint8Array,
  height: number,
  historyPeaks: readonly Uint8Array[],
  stateRoot: Uint8Array,
): BlockRecord {
  const count = random.below(9);
  const entries = Array.from({ length: count }, () => random.bytes(1 + random.below(90)));
  const results = entries.map((): EntryResult => randomResult(random));
  const header: BlockHeader = {
    chainId,
    height: BigInt(height),
    timeMs: BigInt(1_000 * (height + 1)),
    parentHash: random.bytes(32),
    transactionsRoot: merkleRoot(entries),
    receiptsRoot: merkleRoot(results.map(encodeEntryResult)),
    stateRoot,
    historyPeaks,
    transactionCount: count,
  };
  return { header, entries, results, writes: [] };
}

function randomResult(random: Draw): EntryResult {
  const id = random.bytes(32);
  if (random.below(6) === 0) return { kind: "rejected", code: "expired", detail: "It came too late." };
  if (random.below(6) === 0) return { kind: "duplicate", id, height: 1n, index: random.below(5) };
  const events = Array.from({ length: random.below(4) }, (_, call) => ({
    call,
    type: { kind: "u64" as const },
    data: random.bytes(random.below(30)),
  }));
  return {
    kind: "receipt",
    receipt: { id, signers: [addressFromBytes(random.bytes(32))], outcome: { kind: "executed" }, gasUsed: 7n, events },
  };
}

function claimsOfBlock(record: BlockRecord): Claim[] {
  const prover = new BlockProver(record);
  return record.entries.flatMap((_, index) => {
    const result = record.results[index];
    const transaction = prover.transaction(index);
    if (result?.kind !== "receipt") return [transaction];
    return [transaction, prover.receipt(index), ...result.receipt.events.map((__, event) => prover.event(index, event))];
  });
}

function isTrue({ block, statements }: Proved, state: RandomState, records: readonly BlockRecord[]): boolean {
  const record = records[Number(block.header.height)];
  if (record === undefined || !same(blockHash(record.header, blake2b), block.hash)) return false;
  const isLast = record === records.at(-1);
  return statements.every((statement) => isTrueOf(statement, isLast, state, record));
}

function isTrueOf(statement: Statement, isLast: boolean, state: RandomState, record: BlockRecord): boolean {
  switch (statement.kind) {
    case "transaction":
      return same(record.entries[statement.index], statement.bytes);
    case "receipt":
      return same(receiptBytes(record.results[statement.index]), encodeReceipt(statement.receipt));
    case "event": {
      const result = record.results[statement.index];
      if (result?.kind !== "receipt" || !same(receiptBytes(result), encodeReceipt(statement.receipt))) return false;
      return result.receipt.events.some(({ call, data }) => call === statement.event.call && same(data, statement.event.data));
    }
    case "element": {
      const vector = state.vectors.find(({ handle, type }) => handle === statement.handle && type === statement.type);
      const element = vector?.elements[statement.index];
      return isLast && element !== undefined && (statement.value === undefined || same(element, statement.value));
    }
    default: {
      const found = state.writes.find(({ key }) => same(key, keyOf(statement)));
      return isLast && (found === undefined ? statement.value === undefined : same(found.value, statement.value));
    }
  }
}

function receiptBytes(result: EntryResult | undefined): Uint8Array | undefined {
  return result?.kind === "receipt" ? encodeReceipt(result.receipt) : undefined;
}

function same(left: Uint8Array | undefined, right: Uint8Array | undefined): boolean {
  return left !== undefined && right !== undefined && Buffer.compare(left, right) === 0;
}
