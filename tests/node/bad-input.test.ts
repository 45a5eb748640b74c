import {
  type Authenticator,
  BATCH_MEDIA_TYPE,
  type Call,
  decodeTransaction,
  encodeBatch,
  encodePayload,
  encodeTransaction,
  MAX_TRANSACTION_BYTES,
  type Problem,
  type SignedTransaction,
  signingMessage,
  STATUS,
  type StatusCode,
  TRANSACTION_MEDIA_TYPE,
  type TransactionPayload,
  transactionToJson,
} from "@sycee/protocol";
import { frameworkCall, handOut, literal, pay, type Signer, signer, u64 } from "@sycee/sdk";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { CASH, type Economy, startBareNode, startEconomy } from "./economy.ts";

let economy: Economy;
let bare: Awaited<ReturnType<typeof startBareNode>>;
let supply: string;
beforeAll(async () => {
  economy = await startEconomy();
  bare = await startBareNode();
  supply = JSON.stringify(await economy.client.instruments());
});
afterAll(async () => {
  await economy.end();
  await bare.end();
});
// Whatever was sent, the node is up, its money is what it was, and it still pays.
afterEach(async () => {
  expect(JSON.stringify(await economy.client.instruments())).toBe(supply);
  expect((await fetch(`${economy.node.url}/healthz`)).status).toBe(200);
});

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly type?: string;
  readonly body?: Uint8Array | string;
  /** To another node than the economy's. */
  readonly url?: string;
}

async function problemOf(sent: Sent): Promise<{ status: number; type: string | null; problem: Problem }> {
  const response = await fetch((sent.url ?? economy.node.url) + (sent.path ?? "/v1/transactions"), {
    method: sent.method ?? (sent.path === undefined ? "POST" : "GET"),
    ...(sent.body === undefined ? {} : { body: typeof sent.body === "string" ? sent.body : Uint8Array.from(sent.body) }),
    headers: sent.type === undefined ? {} : { "content-type": sent.type },
  });
  return { status: response.status, type: response.headers.get("content-type"), problem: JSON.parse(await response.text()) };
}

let nonce = 0n;
async function payloadOf(change: Partial<TransactionPayload> = {}): Promise<TransactionPayload> {
  const status = await economy.client.status();
  nonce += 1n;
  return {
    chainId: Buffer.from(status.chainId.slice(2), "hex"),
    signers: [economy.alice.address],
    nonce,
    expiryMs: BigInt(status.timeMs) + 60_000n,
    gasLimit: 1_000_000n,
    feePayer: undefined,
    calls: [payCall()],
    ...change,
  };
}

const payCall = (amountMinor = 1n): Call => pay({ payee: economy.bob.address, instrument: CASH, amountMinor });

async function signed(change: Partial<TransactionPayload> = {}, signers: readonly Signer[] = [economy.alice]): Promise<SignedTransaction> {
  const payload = await payloadOf(change);
  const message = signingMessage(encodePayload(payload));
  return { payload, authenticators: await Promise.all(signers.map((each) => each.authenticate(message))) };
}

const bcs = (transaction: SignedTransaction): Sent => ({ type: TRANSACTION_MEDIA_TYPE, body: encodeTransaction(transaction) });
const json = (value: unknown): Sent => ({ type: "application/json", body: JSON.stringify(value) });
const calling = async (call: Call, ...earlier: Call[]): Promise<Sent> => bcs(await signed({ calls: [...earlier, call] }));
const moneyOfNothing = (): Call => frameworkCall("money", "money", "zero", [{ kind: "literal", bytes: Uint8Array.of(CASH, 0, 0, 0) }]);

function withFlippedBit(authenticator: Authenticator | undefined): Authenticator {
  if (authenticator?.kind !== "ed25519") throw new Error("not signed by one key");
  const signature = authenticator.signature.slice();
  signature[5] = (signature[5] ?? 0) ^ 1;
  return { ...authenticator, signature };
}

type Row = readonly [what: string, code: StatusCode, make: () => Sent | Promise<Sent>];

const rows: readonly Row[] = [
  ["JSON cut short", "malformed_json", () => ({ type: "application/json", body: '{"payload":' })],
  ["an empty body", "malformed_json", () => ({ type: "application/json", body: "" })],
  ["JSON of a million levels", "malformed_json", () => ({ type: "application/json", body: "[".repeat(1_000_000) })],
  ["JSON that is not UTF-8", "malformed_json", () => ({ type: "application/json", body: Uint8Array.of(0x22, 0xff, 0x22) })],
  ["BCS of noise", "malformed_bcs", () => ({ type: TRANSACTION_MEDIA_TYPE, body: Uint8Array.of(9, 9, 9) })],
  ["no bytes of BCS", "malformed_bcs", () => json({ bytes: "0x" })],
  ["BCS cut short", "malformed_bcs", async () => ({ ...bcs(await signed()), body: encodeTransaction(await signed()).subarray(0, -1) })],
  ["more signers than authenticators", "malformed_bcs", async () => bcs({ ...(await signed()), authenticators: [] })],
  ["a batch that is none", "malformed_bcs", () => ({ type: BATCH_MEDIA_TYPE, body: Uint8Array.of(3, 200) })],
  [
    "bytes after the transaction",
    "trailing_bytes",
    async () => ({ type: TRANSACTION_MEDIA_TYPE, body: Buffer.concat([encodeTransaction(await signed()), Uint8Array.of(0)]) }),
  ],
  ["bytes after the batch", "trailing_bytes", () => ({ type: BATCH_MEDIA_TYPE, body: Buffer.concat([encodeBatch([]), Uint8Array.of(0)]) })],
  ["a body of 20 MB", "body_too_large", () => ({ type: BATCH_MEDIA_TYPE, body: new Uint8Array(20_000_000) })],
  ["a body of plain text", "unsupported_media_type", () => ({ type: "text/plain", body: "pay Bob" })],
  ["no body", "unsupported_media_type", () => ({})],
  ["an object of other things", "invalid_request", () => json({ pay: "Bob" })],
  ["a list", "invalid_request", () => json([])],
  ["a prototype in JSON", "invalid_request", () => ({ type: "application/json", body: '{"__proto__":{"bytes":"0x00"},"bytes":"0x00"}' })],
  ["a number for a nonce", "invalid_request", async () => withJson({ nonce: 1 })],
  ["a nonce beyond u64", "invalid_request", async () => withJson({ nonce: "18446744073709551616" })],
  ["a nonce of a million digits", "invalid_request", async () => withJson({ nonce: "9".repeat(1_000_000) })],
  ["no signer", "invalid_request", async () => withJson({ signers: [] })],
  ["a query that is not there", "invalid_request", () => ({ path: "/v1/blocks?form=1" })],
  ["a height that is none", "invalid_request", () => ({ path: "/v1/blocks/-1" })],
  ["an id that is too short", "invalid_request", () => ({ path: "/v1/transactions/0x12" })],
  [
    "501 transactions",
    "batch_too_large",
    () => ({ type: BATCH_MEDIA_TYPE, body: encodeBatch(Array.from({ length: 501 }, () => Uint8Array.of(0))) }),
  ],
  [
    "a transaction of 262,145 bytes",
    "transaction_too_large",
    () => ({ type: TRANSACTION_MEDIA_TYPE, body: new Uint8Array(MAX_TRANSACTION_BYTES + 1) }),
  ],
  ["an address that is none, in a path", "invalid_address", () => ({ path: "/v1/accounts/bob" })],
  ["an address that is none, as a signer", "invalid_address", async () => withJson({ signers: ["bob"] })],
  ["another chain", "wrong_chain", async () => bcs(await signed({ chainId: new Uint8Array(32).fill(1) }))],
  ["an expiry that has passed", "expired", async () => bcs(await signed({ expiryMs: 1n }))],
  ["an expiry in an hour", "expiry_too_far", async () => bcs(await signed({ expiryMs: (await payloadOf()).expiryMs + 3_600_000n }))],
  [
    "a signature with one bit changed",
    "bad_signature",
    async () => {
      const transaction = await signed();
      return bcs({ ...transaction, authenticators: [withFlippedBit(transaction.authenticators[0])] });
    },
  ],
  ["a payload signed by somebody else", "wrong_key", async () => bcs(await signed({}, [economy.bob]))],
  [
    "a nonce of another transaction",
    "nonce_used",
    async () => {
      const first = await signed();
      await economy.client.submitBatch([{ bytes: encodeTransaction(first) }]);
      return bcs(await signed({ nonce: first.payload.nonce, calls: [payCall(2n)] }));
    },
  ],
  ["a fee payer", "fee_payer_not_supported", async () => bcs(await signed({ feePayer: economy.bob.address }))],
  ["too much gas", "gas_limit_too_large", async () => bcs(await signed({ gasLimit: 10n ** 18n }))],
  ["a function that is not there", "unknown_function", async () => calling({ ...payCall(), function: "steal" })],
  ["a module that is not there", "unknown_function", async () => calling({ ...payCall(), module: "thief" })],
  ["too few arguments", "wrong_argument_count", async () => calling({ ...payCall(), arguments: [signer(0)] })],
  [
    "a string for an amount",
    "wrong_argument_type",
    async () => calling({ ...payCall(), arguments: [...payCall().arguments.slice(0, 3), literal(u64, 1n), signer(0)].slice(1) }),
  ],
  [
    "an amount of three bytes",
    "wrong_argument_type",
    async () =>
      calling({ ...payCall(), arguments: [...payCall().arguments.slice(0, 3), { kind: "literal", bytes: Uint8Array.of(1, 2, 3) }] }),
  ],
  ["a type argument too many", "wrong_type_argument", async () => calling({ ...payCall(), typeArguments: [{ kind: "u64" }] })],
  ["money made and left lying", "unused_result", async () => calling(moneyOfNothing())],
  [
    "a result that no call gave",
    "result_unavailable",
    async () => calling({ ...payCall(), arguments: [...payCall().arguments.slice(0, 3), { kind: "result", call: 7, value: 0 }] }),
  ],
  [
    "a module to publish",
    "publishing_not_enabled",
    () => ({ url: bare.url, path: "/v1/modules", method: "POST", type: "application/octet-stream", body: Uint8Array.of(0xa1) }),
  ],
  ["more money than there is", "aborted", async () => calling(payCall(10n ** 15n))],
  ["a payment of nothing", "aborted", async () => calling(payCall(0n))],
  [
    "a payment to nobody's wallet",
    "aborted",
    async () => calling(pay({ payee: economy.stranger.address, instrument: CASH, amountMinor: 1n })),
  ],
  ["an act of another's office", "aborted", async () => calling(handOut({ to: economy.bob.address, amountMinor: 1n }))],
  ["hardly any gas", "out_of_gas", async () => bcs(await signed({ gasLimit: 10n }))],
  ["an account that is not there", "unknown_account", () => ({ path: `/v1/accounts/${economy.stranger.address}` })],
  ["a transaction that is not there", "unknown_transaction", () => ({ path: `/v1/transactions/0x${"0".repeat(64)}` })],
  ["a block to come", "unknown_block", () => ({ path: "/v1/blocks/999999" })],
  ["a path that is not there", "not_found", () => ({ path: "/v2/status" })],
  ["a path that is no text", "not_found", () => ({ path: "/%zz" })],
  ["a method that is not there", "method_not_allowed", () => ({ path: "/v1/status", method: "DELETE" })],
];

async function withJson(change: object): Promise<Sent> {
  const form = transactionToJson(decodeTransaction(encodeTransaction(await signed())));
  return json({ ...form, payload: { ...form.payload, ...change } });
}

describe("refused, with its own code and a plain sentence:", () => {
  it.each(rows)("%s: %s", async (_, code, make) => {
    const { status, type, problem } = await problemOf(await make());
    expect(problem.code).toBe(code);
    expect(problem.number).toBe(STATUS[code][0]);
    expect(status).toBe(STATUS[code][1]);
    expect(problem.status).toBe(status);
    expect(type).toContain("application/problem+json");
    expect(problem.detail).toMatch(/^.{10,}[.:!?]?$/s);
    expect(JSON.stringify(problem)).not.toMatch(/\.(?:ts|js):\d/);
  });

  it("every code of reading, admission and programs is in the table", () => {
    const tested = new Set(rows.map(([, code]) => code));
    const codes = Object.entries(STATUS).filter(([, [number]]) => number < 4000);
    expect(codes.map(([code]) => code).filter((code) => ![...tested].some((each) => each === code))).toEqual([]);
  });
});

describe("signatures", () => {
  it("of a key of small order with s = 0 prove nothing", async () => {
    const zero = new Uint8Array(32);
    const identity = zero.slice();
    identity[0] = 1;
    const signature = Buffer.concat([identity, zero]);
    const transaction = await signed();
    const { problem } = await problemOf(bcs({ ...transaction, authenticators: [{ kind: "ed25519", publicKey: identity, signature }] }));
    expect(problem.code).toBe("bad_signature");
  });

  it("that name the same address twice are not read", async () => {
    const transaction = await signed();
    const [authenticator] = transaction.authenticators;
    if (authenticator === undefined) throw new Error("not signed");
    const bytes = encodeTransaction({
      payload: { ...transaction.payload, signers: [economy.alice.address, economy.alice.address] },
      authenticators: [authenticator, authenticator],
    });
    expect((await problemOf({ type: TRANSACTION_MEDIA_TYPE, body: bytes })).problem.code).toBe("malformed_bcs");
  });
});
