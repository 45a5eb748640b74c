import { createMemoryStore, openStateCommitment } from "@sycee/ledger";
import {
  addressFromBytes,
  blake2b256,
  type BlockHeader,
  blockHash,
  checkProof,
  type Claim,
  decodeProof,
  encodeProof,
  type ProofDocument,
  ProofError,
  publishedModuleKey,
  resourceStateKey,
  tableStateKey,
} from "@sycee/protocol";
import { describe, expect, test } from "vitest";
import { Draw } from "./draw.ts";
import { createProofWorld, type ProofWorld } from "./proof-world.ts";

const SEED = 11;

/** The code with which a proof is refused; `proved` when it is not. */
function codeOf(document: ProofDocument, trusted: Uint8Array): string {
  try {
    checkProof(decodeProof(encodeProof(document)), trusted);
    return "proved";
  } catch (error) {
    if (error instanceof ProofError) return error.code;
    throw error;
  }
}

describe("proofs of random states and blocks", () => {
  test("prove what is so, read back from their bytes", () => {
    const draw = new Draw(SEED);
    const kinds = new Map<string, number>();
    for (const size of [0, 1, 16, 17, 200, 1_000]) {
      const world = createProofWorld(draw, size);
      for (const document of world.documents.slice(0, 250)) {
        const bytes = encodeProof(document);
        expect(Buffer.compare(encodeProof(decodeProof(bytes)), bytes)).toBe(0);
        const proved = checkProof(document, world.trusted);
        expect(world.isTrue(proved), `seed ${SEED}`).toBe(true);
        for (const { kind } of proved.statements) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        if (proved.statements.length === 0) kinds.set("block", (kinds.get("block") ?? 0) + 1);
      }
    }
    expect([...kinds.keys()].sort()).toEqual(["block", "element", "event", "module", "receipt", "resource", "table-entry", "transaction"]);
  });

  test("prove absence where nothing is, and are proofs of nothing for other chains", () => {
    const draw = new Draw(SEED + 1);
    const world = createProofWorld(draw, 300);
    const absent = world.documents.filter(({ claims }) => claims.some((claim) => "value" in claim && claim.value === undefined));
    expect(absent.length).toBeGreaterThan(8);
    const stranger = createProofWorld(draw, 300);
    for (const document of absent) {
      expect(codeOf(document, world.trusted)).toBe("proved");
      expect(codeOf(document, stranger.trusted)).toBe("untrusted_header");
      const [header] = stranger.headers.slice(-1);
      if (header === undefined) throw new Error("a chain has a block");
      expect(codeOf({ ...document, header }, stranger.trusted)).toBe("wrong_root");
    }
  });
});

/** A world whose first proof of the wanted kind passes `wanted`. */
function find(wanted: (document: ProofDocument) => boolean, size = 300): { readonly world: ProofWorld; readonly document: ProofDocument } {
  const draw = new Draw(SEED + 2);
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const world = createProofWorld(draw, size);
    const document = world.documents.find(wanted);
    if (document !== undefined) return { world, document };
  }
  throw new Error("no world has such a proof");
}

function keyedOf(document: ProofDocument) {
  const [claim] = document.claims;
  if (claim === undefined || !("value" in claim)) throw new Error("the proof is of a keyed entry");
  return claim;
}

function elementOf(document: ProofDocument) {
  const [claim] = document.claims;
  if (claim?.kind !== "element") throw new Error("the proof is of an element");
  return claim;
}

function transactionOf(document: ProofDocument) {
  const [claim] = document.claims;
  if (claim?.kind !== "transaction") throw new Error("the proof is of a transaction");
  return claim;
}

describe("forged proofs of keyed entries", () => {
  const present = find(
    ({ claims: [claim] }) => claim !== undefined && "value" in claim && claim.value !== undefined && claim.proof.branches.length > 1,
  );
  const claim = keyedOf(present.document);
  const forge = (change: Partial<typeof claim>): string =>
    codeOf({ ...present.document, claims: [{ ...claim, ...change } as typeof claim] }, present.world.trusted);
  const { proof } = claim;
  const top = proof.branches[0];
  if (top === undefined) throw new Error("the way has a branch");
  const taken = [...Array(16).keys()].filter((way) => ((top.ways >> way) & 1) === 0);

  test.each([
    ["as it is", {}, "proved"],
    ["there is nothing at the end of the way", { value: undefined, proof: { ...proof, bucket: undefined } }, "wrong_root"],
    ["the entry is absent from its bucket", { value: undefined }, "wrong_claim"],
    [
      "its bucket is without it",
      { value: undefined, proof: { ...proof, bucket: proof.bucket?.filter(({ value }) => !isValueHash(value)) } },
      proof.bucket?.length === 1 ? "malformed_proof" : "wrong_root",
    ],
    [
      "the whole state is empty",
      { value: undefined, proof: { branches: [], bucket: undefined, otherTop: new Uint8Array(32) } },
      "wrong_root",
    ],
    ["the value with a byte more", { value: Buffer.concat([claim.value ?? new Uint8Array(0), Buffer.of(0)]) }, "wrong_claim"],
    ["a level less", { proof: { ...proof, branches: proof.branches.slice(1) } }, "malformed_proof"],
    ["a level twice", { proof: { ...proof, branches: [top, ...proof.branches] } }, "malformed_proof"],
    ["the tops of the two tries exchanged", { proof: { ...proof, otherTop: present.document.header.stateRoot } }, "wrong_root"],
    [
      "a node that has the way that is taken as well",
      {
        proof: {
          ...proof,
          branches: [
            { ...top, ways: 0xffff, siblings: [...top.siblings, ...taken.map(() => new Uint8Array(32).fill(1))] },
            ...proof.branches.slice(1),
          ],
        },
      },
      "malformed_proof",
    ],
    [
      "a node with an empty hash where there is a way",
      { proof: { ...proof, branches: [{ ...top, siblings: top.siblings.map(() => new Uint8Array(32)) }, ...proof.branches.slice(1)] } },
      "malformed_proof",
    ],
    [
      "a node that counts so few entries that it would be a bucket",
      { proof: { ...proof, branches: [{ ...top, count: 16 }, ...proof.branches.slice(1)] } },
      "malformed_proof",
    ],
    [
      "a bucket out of order",
      { proof: { ...proof, bucket: [...(proof.bucket ?? []), ...(proof.bucket ?? [])].slice(0, 16) } },
      "malformed_proof",
    ],
  ] as const)("%s", (_, change, code) => {
    expect(forge(change as Partial<typeof claim>)).toBe(code);
  });

  function isValueHash(hash: Uint8Array): boolean {
    const keyHash = proof.bucket?.find(({ value }) => value === hash)?.key ?? new Uint8Array(0);
    return Buffer.compare(blake2b256(Buffer.concat([Buffer.of(0xe1), keyHash, claim.value ?? new Uint8Array(0)])), hash) === 0;
  }
});

describe("proofs of absence under a name that nothing has", () => {
  const address = addressFromBytes(new Uint8Array(32).fill(7));
  const wallet = resourceStateKey(address, "0x2::wallet::Wallet");
  const module = publishedModuleKey(address, "savings");
  const store = createMemoryStore();
  const commitment = openStateCommitment(store);
  const update = commitment.update([wallet, module].map((key) => ({ key, value: Uint8Array.of(1) })));
  store.apply(update.nodeWrites);
  update.commit();
  const header: BlockHeader = { ...find(() => true).document.header, stateRoot: commitment.root };
  const codeOfClaim = (claim: Claim): string => codeOf({ header, past: undefined, claims: [claim] }, blockHash(header, blake2b256));
  const absent = (key: Uint8Array) => ({ value: undefined, proof: commitment.proveEntry(key) });

  test.each([
    ["0x2::wallet::Wallet", "wrong_claim"],
    ["0x3::wallet::Wallet", "proved"],
    ["vector<0x2::wallet::Wallet>", "proved"],
    ["0x02::wallet::Wallet", "malformed_proof"],
    [`0x${"0".repeat(63)}2::wallet::Wallet`, "malformed_proof"],
    ["0x2::wallet::Wallet ", "malformed_proof"],
    ["0x2::wallet::Wallet<>", "malformed_proof"],
    ["0x2::wallet::W\u0430llet", "malformed_proof"],
    ["0x2::wallet::Wallet\u001b[2K", "malformed_proof"],
    ["", "malformed_proof"],
  ])("of the type %j: %s", (type, code) => {
    expect(codeOfClaim({ kind: "resource", address, type, ...absent(resourceStateKey(address, type)) })).toBe(code);
    const key = Uint8Array.of(1);
    const entry: Claim = { kind: "table-entry", handle: address, type, key, ...absent(tableStateKey(address, type, key)) };
    expect(codeOfClaim(entry)).toBe(code === "wrong_claim" ? "proved" : code);
  });

  test.each([
    ["savings", "wrong_claim"],
    ["saving", "proved"],
    ["savings ", "malformed_proof"],
    ["savings\n", "malformed_proof"],
    ["s\u0430vings", "malformed_proof"],
    ["", "malformed_proof"],
  ])("of the module %j: %s", (name, code) => {
    expect(codeOfClaim({ kind: "module", address, name, ...absent(publishedModuleKey(address, name)) })).toBe(code);
  });
});

describe("forged proofs of elements", () => {
  const { world, document } = find(
    ({ claims: [claim] }) => claim?.kind === "element" && claim.proof.levels.length === 2 && claim.index < 64,
  );
  const claim = elementOf(document);
  const { proof } = claim;
  const forge = (change: Partial<typeof claim>): string => codeOf({ ...document, claims: [{ ...claim, ...change }] }, world.trusted);
  const nothing = { ways: 0, siblings: [] };

  test.each([
    ["as it is", {}, "proved"],
    ["the page is another of its node", { index: claim.index + 64 }, "malformed_proof"],
    ["the page is one of another node", { index: claim.index + 64 * 32 }, "malformed_proof"],
    ["the page is beyond its levels", { index: claim.index + 64 * 32 * 32 }, "malformed_proof"],
    ["a level more", { proof: { ...proof, levels: [...proof.levels, nothing] } }, "malformed_proof"],
    ["a level less", { proof: { ...proof, levels: proof.levels.slice(0, 1) } }, "wrong_claim"],
    [
      "the node stands for a page",
      { page: proof.levels[0]?.siblings[0] ?? new Uint8Array(0), proof: { ...proof, levels: proof.levels.slice(1) } },
      "wrong_claim",
    ],
    ["more pages", { proof: { ...proof, pages: proof.pages + 1 } }, "wrong_claim"],
    ["elements of another type", { type: "u32" }, "wrong_claim"],
    ["elements of no type", { type: `${claim.type} ` }, "malformed_proof"],
    ["the element is beyond its page", { index: claim.index, page: Buffer.of(0) }, "wrong_claim"],
  ] as const)("%s", (_, change, code) => {
    expect(forge(change as Partial<typeof claim>)).toBe(code);
  });
});

describe("forged proofs of what is in a block", () => {
  const odd = find(({ header, past, claims: [claim] }) => {
    const { transactionCount } = past?.header ?? header;
    return transactionCount % 2 === 1 && transactionCount > 2 && claim?.kind === "transaction" && claim.index === transactionCount - 1;
  });
  const claim = transactionOf(odd.document);
  const forge = (change: Partial<typeof claim>): string =>
    codeOf({ ...odd.document, claims: [{ ...claim, ...change }] }, odd.world.trusted);
  const leaf = blake2b256(Buffer.concat([Buffer.of(0), claim.bytes]));

  test.each([
    ["as it is", {}, "proved"],
    ["the last of an odd number stands there twice", { index: claim.index + 1, siblings: [leaf, ...claim.siblings] }, "malformed_proof"],
    ["it is beside itself", { siblings: [leaf, ...claim.siblings] }, "malformed_proof"],
    ["a way that is too short", { siblings: claim.siblings.slice(1) }, "malformed_proof"],
    ["it stands at another place", { index: claim.index - 1 }, "malformed_proof"],
    ["a node of the tree is the transaction", { bytes: Buffer.concat([claim.siblings[0] ?? leaf, leaf]) }, "wrong_root"],
  ] as const)("%s", (_, change, code) => {
    expect(forge(change as Partial<typeof claim>)).toBe(code);
  });

  test("a transaction is no receipt, and a refusal is none", () => {
    const asReceipt: ProofDocument = {
      ...odd.document,
      claims: [{ kind: "receipt", index: claim.index, result: claim.bytes, siblings: claim.siblings }],
    };
    expect(codeOf(asReceipt, odd.world.trusted)).toBe("wrong_root");
  });
});

describe("forged proofs of earlier blocks", () => {
  const { world, document } = find(({ past, claims }) => past !== undefined && claims.length === 0 && past.siblings.length > 1);
  const { past } = document;
  if (past === undefined) throw new Error("the proof is of an earlier block");
  const forge = (change: Partial<typeof past>): string => codeOf({ ...document, past: { ...past, ...change } }, world.trusted);

  test("a changed, later, unrelated or half proved block is refused", () => {
    expect(forge({})).toBe("proved");
    expect(forge({ header: { ...past.header, stateRoot: new Uint8Array(32) } })).toBe("wrong_root");
    expect(forge({ header: document.header })).toBe("wrong_claim");
    expect(forge({ siblings: past.siblings.slice(1) })).toBe("malformed_proof");
    expect(forge({ siblings: past.siblings.toReversed() })).toBe("wrong_root");
    const another = world.headers.find(({ height }) => height !== past.header.height && height < document.header.height);
    if (another === undefined) throw new Error("there is another earlier block");
    expect(["wrong_root", "malformed_proof"]).toContain(forge({ header: another }));
  });

  test("a header that was never on the chain does not become so by naming its own history", () => {
    expect(
      codeOf(
        { ...document, header: { ...document.header, historyPeaks: document.header.historyPeaks.map(() => new Uint8Array(32)) } },
        world.trusted,
      ),
    ).toBe("untrusted_header");
  });
});
