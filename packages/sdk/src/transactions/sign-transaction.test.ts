import { ed25519 } from "@noble/curves/ed25519.js";
import { addressFromBytes, bytesToHex, decodeTransaction, MAX_CALLS, signingMessage, transactionId } from "@sycee/protocol";
import { expect, test } from "vitest";
import { pay } from "../calls/wallet.ts";
import { developmentSeed } from "../keys/development-seed.ts";
import { keyFromSeed } from "../keys/key-from-seed.ts";
import { signerOf } from "../keys/signer.ts";
import { countingNonces, randomNonces } from "./nonces.ts";
import { createProgram } from "./program.ts";
import { DEFAULT_GAS_LIMIT, signTransaction } from "./sign-transaction.ts";

const payee = addressFromBytes(new Uint8Array(32).fill(7));

test("several signers sign one payload, and it decodes to what was asked for", async () => {
  const signers = await Promise.all(["alice", "bob"].map(async (name) => signerOf(await keyFromSeed(developmentSeed(name)))));
  const calls = [pay({ payee, instrument: 2, amountMinor: 5n }), pay({ signer: 1, payee, instrument: 2, amountMinor: 6n })];
  const chainId = new Uint8Array(32).fill(1);
  const prepared = await signTransaction({ chainId, signers, calls, nonce: 9n, expiryMs: 1000n });
  const { payload, payloadBytes, authenticators } = decodeTransaction(prepared.bytes);
  expect(payload).toEqual({
    chainId,
    signers: signers.map(({ address }) => address),
    nonce: 9n,
    expiryMs: 1000n,
    gasLimit: DEFAULT_GAS_LIMIT,
    feePayer: undefined,
    calls,
  });
  expect(prepared.id).toBe(`0x${bytesToHex(transactionId(payloadBytes))}`);
  for (const proof of authenticators) {
    if (proof.kind !== "ed25519") throw new Error("another kind of proof");
    expect(ed25519.verify(proof.signature, signingMessage(payloadBytes), proof.publicKey)).toBe(true);
  }
});

test("a program passes what a call returned to a later call", () => {
  const program = createProgram();
  const first = program.add(pay({ payee, instrument: 2, amountMinor: 1n }));
  const second = program.add({ ...pay({ payee, instrument: 2, amountMinor: 1n }), arguments: [first.value(1)] });
  expect(program.calls[1]?.arguments).toEqual([{ kind: "result", call: 0, value: 1 }]);
  expect(second.value(0)).toEqual({ kind: "result", call: 1, value: 0 });
});

test("a program has at most 64 calls", () => {
  const program = createProgram();
  const call = pay({ payee, instrument: 2, amountMinor: 1n });
  for (let count = 0; count < MAX_CALLS; count++) program.add(call);
  expect(() => program.add(call)).toThrow(RangeError);
});

test("nonces count up, or are random", () => {
  const counting = countingNonces(5n);
  expect([counting(), counting()]).toEqual([5n, 6n]);
  const random = randomNonces();
  const drawn = new Set(Array.from({ length: 1000 }, random));
  expect(drawn.size).toBe(1000);
});
