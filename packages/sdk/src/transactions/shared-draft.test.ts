import { addressOfKeys, decodeTransaction, encodePayload, signingMessage, type TransactionPayload } from "@sycee/protocol";
import { ed25519 } from "@noble/curves/ed25519.js";
import { beforeAll, describe, expect, it } from "vitest";
import { pay } from "../calls/wallet.ts";
import { developmentSeed } from "../keys/development-seed.ts";
import type { Key } from "../keys/key.ts";
import { nobleKey } from "../keys/noble-key.ts";
import { signerOf, thresholdKeys } from "../keys/signer.ts";
import {
  completeDraft,
  createDraft,
  decodeDraft,
  DraftError,
  encodeDraft,
  mergeDrafts,
  missingSignatures,
  sendingWindow,
  type SharedDraft,
  signDraft,
} from "./shared-draft.ts";

const members = ["chair", "deputy", "secretary"].map((name) => nobleKey(developmentSeed(name)));
const [chair, deputy] = members as [Key, Key, Key];
const alone = nobleKey(developmentSeed("prosecutor"));
const board = thresholdKeys(
  2,
  members.map(({ publicKey }) => publicKey),
);
const boardAddress = addressOfKeys(board);
const { address: aloneAddress, keys: aloneKeys } = signerOf(alone);
const payload: TransactionPayload = {
  chainId: new Uint8Array(32).fill(7),
  signers: [boardAddress, aloneAddress],
  nonce: 5n,
  expiryMs: 1_000_000n,
  gasLimit: 1_000_000n,
  feePayer: undefined,
  calls: [pay({ payee: aloneAddress, instrument: 2, amountMinor: 3n })],
};

const codeOf = (act: () => unknown): string => {
  try {
    act();
    return "nothing";
  } catch (error) {
    return error instanceof DraftError ? error.code : `${error}`;
  }
};

describe("a draft that several sign", () => {
  let byChair: SharedDraft;
  let byDeputy: SharedDraft;

  beforeAll(async () => {
    byChair = await signDraft(createDraft(payload), boardAddress, board, [chair]);
    byDeputy = await signDraft(createDraft(payload), boardAddress, board, [deputy]);
  });

  it("is complete when enough keys of every party have signed, on whatever copies", async () => {
    expect(byChair.parties.map(missingSignatures)).toEqual([1, 1]);
    expect(codeOf(() => completeDraft(byChair))).toBe("too_few_signatures");
    const both = mergeDrafts(decodeDraft(encodeDraft(byChair)), decodeDraft(encodeDraft(byDeputy)));
    const whole = await signDraft(both, aloneAddress, aloneKeys, [alone]);
    expect(whole.parties.map(missingSignatures)).toEqual([0, 0]);
    const { authenticators, payloadBytes } = decodeTransaction(completeDraft(whole).bytes);
    expect(payloadBytes).toEqual(encodePayload(payload));
    const message = signingMessage(payloadBytes);
    const parts = authenticators.flatMap((one) =>
      one.kind === "ed25519"
        ? [{ publicKey: one.publicKey, signature: one.signature }]
        : one.signatures.map(({ index, signature }) => ({ publicKey: one.publicKeys[index] ?? new Uint8Array(), signature })),
    );
    expect(parts.map(({ publicKey, signature }) => ed25519.verify(signature, message, publicKey))).toEqual([true, true, true]);
  });

  it("tells when it can be sent: in the two minutes before its expiry", () => {
    expect(sendingWindow(byChair)).toEqual({ fromMs: 880_000n, untilMs: 1_000_000n });
  });

  it("refuses signers who are no party, and copies of another transaction", async () => {
    await expect(signDraft(byChair, boardAddress, board, [alone])).rejects.toThrow(/None of these keys/);
    await expect(signDraft(byChair, addressOfKeys({ kind: "ed25519", publicKey: chair.publicKey }), board, [chair])).rejects.toThrow(
      /none of those/,
    );
    expect(codeOf(() => mergeDrafts(byChair, createDraft({ ...payload, nonce: 6n })))).toBe("other_transaction");
  });

  it("does not mix copies that name different keys for a party", async () => {
    const alone = await signDraft(createDraft(payload), boardAddress, { kind: "ed25519", publicKey: chair.publicKey }, [chair]);
    expect(codeOf(() => mergeDrafts(byDeputy, alone))).toBe("other_keys");
    expect(codeOf(() => mergeDrafts(alone, byDeputy))).toBe("other_keys");
    expect(mergeDrafts(createDraft(payload), byDeputy)).toEqual(byDeputy);
  });

  it("counts a key once, and forgets what others said of a party's keys when the party signs", async () => {
    const twice = byChair.parties.map((party) => ({ ...party, signatures: [...party.signatures, ...party.signatures] }));
    expect(codeOf(() => decodeDraft(encodeDraft({ payload, parties: twice })))).toBe("not_a_draft");
    const stranger = nobleKey(developmentSeed("stranger"));
    const forged = await signDraft(createDraft(payload), aloneAddress, signerOf(stranger).keys, [stranger]);
    const signed = await signDraft(decodeDraft(encodeDraft(forged)), aloneAddress, aloneKeys, [alone]);
    const [, party] = decodeDraft(encodeDraft(signed)).parties;
    expect(party?.keys).toEqual(aloneKeys);
    expect(party?.signatures.map(({ publicKey }) => publicKey)).toEqual([alone.publicKey]);
  });

  it("finds every byte that was changed on its way", () => {
    const bytes = encodeDraft(byChair);
    const accepted = Array.from(bytes, (_, place) => {
      const changed = bytes.slice();
      changed[place] = (changed[place] ?? 0) ^ 1;
      return codeOf(() => decodeDraft(changed));
    });
    // What a change of the list of keys says is for the ledger to judge: the signature beside it is still of a key in the list.
    const keyBytes = accepted.filter((code) => code === "nothing").length;
    expect(accepted.filter((code) => code !== "nothing" && code !== "bad_signature" && code !== "not_a_draft")).toEqual([]);
    expect(keyBytes).toBeLessThanOrEqual(1 + 2 * 32);
    expect(codeOf(() => decodeDraft(bytes.subarray(0, bytes.length - 1)))).toBe("not_a_draft");
    expect(codeOf(() => decodeDraft(new Uint8Array()))).toBe("not_a_draft");
  });
});
