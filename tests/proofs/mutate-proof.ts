import { addressFromBytes, type Claim, encodeProof, type ProofDocument, type TrieProof } from "@sycee/protocol";
import type { Draw } from "./draw.ts";

/** Changes a proof, given others of its world and of another chain: answers bytes that may or may not be a proof. */
export function mutateProof(draw: Draw, document: ProofDocument, others: readonly ProofDocument[]): Uint8Array {
  return draw.below(2) === 0
    ? mutateBytes(draw, encodeProof(document), encodeProof(draw.pick(others)))
    : encodeChanged(draw, document, others);
}

function encodeChanged(draw: Draw, document: ProofDocument, others: readonly ProofDocument[]): Uint8Array {
  let changed = document;
  for (let more = 1 + draw.below(2); more > 0; more -= 1) changed = draw.pick(CHANGES)(draw, changed, draw.pick(others));
  try {
    return encodeProof(changed);
  } catch (error) {
    // A header with another number of peaks than its height has cannot even be written.
    if (error instanceof RangeError) return new Uint8Array(0);
    throw error;
  }
}

function mutateBytes(draw: Draw, bytes: Uint8Array, other: Uint8Array): Uint8Array {
  const at = draw.below(bytes.length);
  const length = 1 + draw.below(64);
  const changed = Uint8Array.from(bytes);
  switch (draw.below(9)) {
    case 0:
      changed[at] = (changed[at] ?? 0) ^ (1 << draw.below(8));
      return changed;
    case 1:
      changed[at] = draw.below(256);
      return changed;
    case 2:
      return bytes.slice(0, at);
    case 3:
      return Buffer.concat([bytes, draw.bytes(length)]);
    case 4:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    case 5:
      return Buffer.concat([bytes.subarray(0, at), draw.bytes(length), bytes.subarray(at)]);
    case 6:
      // The same range twice.
      return Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]);
    case 7:
      // A range of another proof.
      changed.set(other.subarray(at, Math.min(at + length, bytes.length)), at);
      return changed;
    default: {
      const to = draw.below(bytes.length);
      changed.copyWithin(to, at, at + 32);
      return changed;
    }
  }
}

type Change = (draw: Draw, document: ProofDocument, other: ProofDocument) => ProofDocument;

const CHANGES: readonly Change[] = [
  (_, document, other) => ({ ...document, header: other.header }),
  (_, document, other) => ({ ...document, past: other.past }),
  (_, document) => ({ ...document, past: undefined }),
  (_, document, other) => ({ ...document, past: { header: other.header, siblings: other.past?.siblings ?? [] } }),
  (_, document, other) => ({ ...document, past: document.past === undefined ? undefined : { ...document.past, header: other.header } }),
  (draw, document) => ({
    ...document,
    past: document.past === undefined ? undefined : { ...document.past, siblings: changedHashes(draw, document.past.siblings) },
  }),
  (draw, document) => ({ ...document, header: { ...document.header, stateRoot: draw.bytes(32) } }),
  (_, document) => ({ ...document, header: { ...document.header, receiptsRoot: document.header.transactionsRoot } }),
  (draw, document) => ({ ...document, header: { ...document.header, transactionCount: draw.below(10) } }),
  (_, document, other) => ({ ...document, claims: other.claims }),
  (_, document, other) => ({ ...document, claims: [...document.claims, ...other.claims].slice(0, 4) }),
  ...Array.from(
    { length: 8 },
    (): Change => (draw, document, other) => ({
      ...document,
      claims: document.claims.map((claim) => changeClaim(draw, claim, other.claims[0])),
    }),
  ),
];

function changeClaim(draw: Draw, claim: Claim, other: Claim | undefined): Claim {
  switch (claim.kind) {
    case "resource":
      return draw.pick<() => Claim>([
        () => ({ ...claim, address: addressFromBytes(draw.bytes(32)) }),
        () => ({ ...claim, type: draw.pick(["u8", "u64", `${claim.type} `, ""]) }),
        () => ({ ...claim, value: changedValue(draw, claim.value) }),
        () => ({ ...claim, proof: changeTrie(draw, claim.proof, trieOf(other)) }),
      ])();
    case "table-entry":
      return draw.pick<() => Claim>([
        () => ({ ...claim, key: changedValue(draw, claim.key) ?? claim.key }),
        () => ({ kind: "resource", address: claim.handle, type: claim.type, value: claim.value, proof: claim.proof }),
        () => ({ ...claim, value: changedValue(draw, claim.value) }),
        () => ({ ...claim, proof: changeTrie(draw, claim.proof, trieOf(other)) }),
      ])();
    case "module":
      return draw.pick<() => Claim>([
        () => ({ ...claim, name: draw.pick(["", "wallet", "money", `${claim.name}0`]) }),
        () => ({ ...claim, value: changedValue(draw, claim.value) }),
        () => ({ ...claim, proof: changeTrie(draw, claim.proof, trieOf(other)) }),
      ])();
    case "element":
      return changeElement(draw, claim, other);
    case "transaction":
      return draw.pick<() => Claim>([
        () => ({ ...claim, index: draw.below(10) }),
        () => ({ ...claim, bytes: changedValue(draw, claim.bytes) ?? new Uint8Array(0) }),
        () => ({ kind: "receipt", index: claim.index, result: claim.bytes, siblings: claim.siblings }),
        () => ({ ...claim, siblings: changedHashes(draw, claim.siblings) }),
      ])();
    default:
      return draw.pick<() => Claim>([
        () => ({ ...claim, index: draw.below(10) }),
        () => ({ kind: "event", index: claim.index, event: draw.below(4), result: claim.result, siblings: claim.siblings }),
        () => ({ ...claim, result: changedValue(draw, claim.result) ?? new Uint8Array(0) }),
        () => ({ ...claim, siblings: changedHashes(draw, claim.siblings) }),
      ])();
  }
}

function changeElement(draw: Draw, claim: Extract<Claim, { readonly kind: "element" }>, other: Claim | undefined): Claim {
  const { proof } = claim;
  return draw.pick<() => Claim>([
    () => ({ ...claim, index: draw.pick([claim.index + 64, claim.index * 32, claim.index + 64 * 32, draw.below(4_000)]) }),
    () => ({ ...claim, type: draw.pick(["u8", "u16", "u64", "u128", "0x2::money::Money"]) }),
    () => ({ ...claim, page: changedValue(draw, claim.page) ?? new Uint8Array(0) }),
    () => ({ ...claim, proof: { ...proof, pages: draw.pick([proof.pages + 1, 0, draw.below(100)]) } }),
    () => ({ ...claim, proof: { ...proof, levels: proof.levels.slice(draw.below(2)) } }),
    () => ({ ...claim, proof: { ...proof, levels: [...proof.levels, { ways: 0, siblings: [] }] } }),
    () => ({ ...claim, proof: { ...proof, levels: proof.levels.map((level) => changeNode(draw, level)) } }),
    () => ({ ...claim, proof: { ...proof, collection: changeTrie(draw, proof.collection, trieOf(other)) } }),
    () => ({ ...claim, proof: other?.kind === "element" ? other.proof : proof }),
  ])();
}

function changeTrie(draw: Draw, proof: TrieProof, other: TrieProof | undefined): TrieProof {
  const { branches, bucket } = proof;
  return draw.pick<() => TrieProof>([
    () => ({ ...proof, bucket: undefined }),
    () => ({ ...proof, bucket: other?.bucket }),
    () => ({ ...proof, bucket: bucket?.slice(1) }),
    () => ({ ...proof, bucket: bucket?.toReversed() }),
    () => ({ ...proof, bucket: bucket?.map((entry) => ({ ...entry, value: draw.below(2) === 0 ? entry.value : draw.bytes(32) })) }),
    () => ({ ...proof, branches: branches.slice(1) }),
    () => ({ ...proof, branches: branches.slice(0, -1) }),
    () => ({ ...proof, branches: [...branches, ...branches.slice(-1)] }),
    () => ({ ...proof, branches: other?.branches ?? [] }),
    () => ({ ...proof, branches: branches.map((branch) => ({ ...branch, ...changeNode(draw, branch) })) }),
    () => ({ ...proof, branches: branches.map((branch) => ({ ...branch, count: draw.pick([branch.count + 1, 16, 17, 0]) })) }),
    () => ({ ...proof, otherTop: other?.otherTop ?? draw.bytes(32) }),
    () => ({ ...proof, otherTop: new Uint8Array(32) }),
  ])();
}

function changeNode(draw: Draw, { ways, siblings }: { readonly ways: number; readonly siblings: readonly Uint8Array[] }) {
  const bit = 1 << draw.below(16);
  return draw.pick([
    { ways: (ways | bit) & 0xffff, siblings },
    // The way that is taken too: a node with both children.
    { ways: (ways | bit) & 0xffff, siblings: (ways & bit) === 0 ? [...siblings, draw.bytes(32)] : siblings },
    { ways, siblings: changedHashes(draw, siblings) },
  ]);
}

function trieOf(claim: Claim | undefined): TrieProof | undefined {
  if (claim?.kind === "resource" || claim?.kind === "table-entry" || claim?.kind === "module") return claim.proof;
  return claim?.kind === "element" ? claim.proof.collection : undefined;
}

function changedHashes(draw: Draw, hashes: readonly Uint8Array[]): Uint8Array[] {
  const place = draw.below(hashes.length + 1);
  return draw.pick([
    [...hashes, draw.bytes(32)],
    hashes.slice(1),
    hashes.slice(0, -1),
    hashes.toReversed(),
    [...hashes, ...hashes.slice(-1)],
    hashes.map((hash, index) => (index === place ? new Uint8Array(32) : hash)),
    hashes.map((hash, index) => (index === place ? draw.bytes(32) : hash)),
  ]);
}

function changedValue(draw: Draw, value: Uint8Array | undefined): Uint8Array | undefined {
  if (value === undefined) return draw.bytes(draw.below(20));
  return draw.pick([
    undefined,
    new Uint8Array(0),
    value.slice(0, -1),
    Buffer.concat([value, new Uint8Array(1)]),
    Buffer.concat([value, draw.bytes(33)]),
    draw.bytes(value.length),
  ]);
}
