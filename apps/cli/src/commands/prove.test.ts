import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { blake2b256, blockHash, COMMITMENT_TAG, decodeProof, encodeProof, resourceStateKey } from "@sycee/protocol";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const MAIN = fileURLToPath(new URL("../../bin/sycee.mjs", import.meta.url));
const SLOW_MS = 120_000;
const WALLET = "0x2::wallet::Wallet";
const OWN = ["--own-header"];
const directory = mkdtempSync(join(tmpdir(), "sycee-proofs-"));
const file = (name: string): string => join(directory, name);

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

let url = "";
let stop: () => Promise<void> = async () => undefined;

function start(...args: string[]) {
  const child = spawn(process.execPath, [MAIN, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, SYCEE_URL: url, SYCEE_KEYS: file("keys.json") },
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  const ended = new Promise<Ended>((resolve) => child.once("close", (code) => resolve({ code, out, err })));
  return { child, ended, printed: () => out };
}

const run = (...args: string[]): Promise<Ended> => start(...args).ended;

const hashOf = (...parts: readonly Uint8Array[]): Uint8Array => blake2b256(Buffer.concat(parts));

/** A proof of a wallet of one byte, by a header made for it. */
function withShortWallet(bytes: Buffer): Uint8Array {
  const document = decodeProof(bytes);
  const [claim] = document.claims;
  if (claim?.kind !== "resource") throw new Error("the proof is of a wallet");
  const value = Uint8Array.of(1);
  const key = blake2b256(resourceStateKey(claim.address, claim.type));
  const entry = { key, value: hashOf(Uint8Array.of(COMMITMENT_TAG.value), key, value) };
  const otherTop = new Uint8Array(32);
  const bucket = hashOf(Uint8Array.of(COMMITMENT_TAG.keyedBucket, 0), entry.key, entry.value);
  const stateRoot = hashOf(Uint8Array.of(COMMITMENT_TAG.root), bucket, otherTop);
  const proof = { branches: [], bucket: [entry], otherTop };
  return encodeProof({ header: { ...document.header, stateRoot }, past: undefined, claims: [{ ...claim, value, proof }] });
}

async function json(...args: string[]): Promise<Record<string, unknown>> {
  const { code, out, err } = await run(...args, "--json");
  expect({ code, err, refusal: code === 0 ? "" : out }).toEqual({ code: 0, err: "", refusal: "" });
  return JSON.parse(out);
}

beforeAll(async () => {
  const node = start("dev", "--pace", "0", "--no-read-models", "--data", file("ledger"), "--port", "0", "--json");
  while (!node.printed().includes("\n")) await new Promise((resolve) => setTimeout(resolve, 50));
  ({ url } = JSON.parse(node.printed().split("\n")[0] ?? "") as { url: string });
  stop = async () => {
    node.child.kill("SIGTERM");
    await node.ended;
  };
}, SLOW_MS);

afterAll(async () => {
  await stop();
  rmSync(directory, { recursive: true, force: true });
});

describe("proofs on the command line", { timeout: SLOW_MS }, () => {
  const proof = file("proof.sycee");

  test("of a balance are checked without the node, by a hash or a header's JSON", async () => {
    const { id } = await json("pay", "--from", "alice", "--to", "bob", "12.50");
    const made = await run("prove", "balance", "bob", "-o", proof);
    expect(made).toMatchObject({ code: 0, err: "" });
    expect(made.out).toMatch(/the wallet at 0x[0-9a-f]{64} holds \d+ minor units of instrument \d+/);
    expect(made.out).toMatch(/^not proved, but said by the node: instrument 2 is \S+, in \S+ with 2 decimals$/m);
    const latest = await (await fetch(`${url}/v1/blocks/latest`)).text();
    const { hash } = JSON.parse(latest) as { hash: string };
    writeFileSync(file("header.json"), latest);
    expect(await run("check-proof", proof, "--trust", hash)).toMatchObject({
      code: 0,
      out: expect.stringContaining("This holds if you trust the hash"),
    });
    expect(await run("check-proof", proof, "--header", file("header.json"))).toMatchObject({ code: 0, err: "" });
    const alone = await run("check-proof", proof);
    expect(alone).toMatchObject({ code: 1, out: "" });
    expect(alone.err).toMatch(new RegExp(`by block 1, which it says has the hash ${hash}.*\\(trust_missing\\)`));
    const unproved = await run("check-proof", proof, "--own-header");
    expect(unproved).toMatchObject({ code: 0, err: "" });
    expect(unproved.out).toMatch(/^NOT PROVED: nobody whom you trust/);
    expect(unproved.out).toContain(`NOT PROVED: this is so only if block 1 with hash ${hash}`);
    expect(await json("check-proof", proof, "--own-header")).toMatchObject({ holds: false, trust: "none", balances: [{ instrument: 2 }] });
    expect(await run("check-proof", proof, "--own-header", "--trust", hash)).toMatchObject({ code: 1, out: "" });
    const bob = /the wallet at (0x[0-9a-f]{64})/.exec(made.out)?.[1];
    const checked = await json("check-proof", proof, "--trust", hash);
    expect(checked).toMatchObject({
      holds: true,
      trust: "given",
      trusted: { height: "1", hash },
      statements: [{ type: WALLET, value: expect.stringMatching(/^0x[0-9a-f]+$/) }],
      balances: [{ address: bob, instrument: 2 }],
    });
    expect(await json("prove", "balance", "bob")).toMatchObject({ notProved: { instruments: [{ instrument: 2, decimals: 2 }] } });
    expect(await json("prove", "receipt", String(id))).toMatchObject({
      statements: [{ kind: "receipt", receipt: { outcome: { kind: "executed" } } }],
    });
    expect(await json("prove", "event", String(id), "0")).toMatchObject({ statements: [{ kind: "event" }] });
    expect(await json("prove", "transaction", String(id))).toMatchObject({ statements: [{ kind: "transaction" }] });
    expect(await json("prove", "block", "0")).toMatchObject({ trusted: { height: "1" }, block: { height: "0" } });
    expect(await json("prove", "resource", "alice", WALLET)).toMatchObject({ statements: [{ kind: "resource", present: true }] });
    expect(await json("prove", "entry", "0x12", "u64", "0x07")).toMatchObject({ statements: [{ kind: "table-entry", present: false }] });
  });

  test.each(["river-bank", "swiftpay", "old-pay"])("of a customer's account at %s say what it has", async (institution) => {
    const address = String((await json("account", institution)).address);
    const shown = (await (await fetch(`${url}/v1/accounts/${address}/customers/1`)).json()) as {
      readonly balances: readonly { readonly instrument: number; readonly amountMinor: string }[];
    };
    const [balance] = shown.balances;
    expect(await json("prove", "account", institution, "1")).toMatchObject({
      customerAccount: { institution: address, account: 1, instrument: balance?.instrument, amountMinor: balance?.amountMinor },
    });
  });

  test("of absence say so, and only of what is absent", async () => {
    const { code, out } = await run("prove", "absence", "0x77", WALLET, "-o", file("absence.sycee"));
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining("there is no wallet at 0x") as string });
    expect(await run("check-proof", file("absence.sycee"), "--own-header")).toMatchObject({ code: 0 });
    expect(await run("prove", "absence", "alice", WALLET, "-o", file("none"))).toMatchObject({
      code: 1,
      err: expect.stringContaining("(not_absent)"),
    });
    expect(await run("prove", "absence", "0x77", "u64", "0x01")).toMatchObject({ code: 0, out: expect.stringMatching(/^0x[0-9a-f]+\n$/) });
  });

  test.each([
    ["a byte changed", (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.of((bytes.at(-1) ?? 0) ^ 1)]), OWN, "proof_refused"],
    ["an end cut off", (bytes: Buffer) => bytes.subarray(0, -1), OWN, "proof_refused"],
    ["nothing in it", () => Buffer.alloc(0), OWN, "proof_refused"],
    ["no word on trust", (bytes: Buffer) => bytes, [], "trust_missing"],
    ["a wallet that does not decode", withShortWallet, OWN, "proof_refused"],
    ["another trusted hash", (bytes: Buffer) => bytes, ["--trust", `0x${"11".repeat(32)}`], "proof_refused"],
    ["a hash that is none", (bytes: Buffer) => bytes, ["--trust", "0x11"], "invalid_argument"],
    ["a header that is not there", (bytes: Buffer) => bytes, ["--header", "/nowhere"], "invalid_argument"],
  ])("with %s are refused", async (_, change, options, code) => {
    await run("prove", "balance", "alice", "-o", proof);
    writeFileSync(file("changed"), change(readFileSync(proof)));
    expect(await run("check-proof", file("changed"), ...options)).toMatchObject({
      code: 1,
      out: "",
      err: expect.stringContaining(`${code})`),
    });
  });

  test("of a module that the chain began with do not say that it is not there", async () => {
    const { code, out } = await run("prove", "module", "0x2", "wallet", "-o", file("module.sycee"));
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringMatching(/nobody has published a module 0x0{63}2::wallet \(those that the chain began with .* genesis\)/) as string,
    });
  });

  test.each([
    ["an id that is none", ["event", "0x5a", "0"]],
    ["a number that is none", ["event", `0x${"5a".repeat(32)}`, "x"]],
    ["an address that is none", ["module", "alice", "counter"]],
    ["a file that cannot be written", ["balance", "alice", "-o", file("nowhere/proof")]],
  ])("are not made for %s", async (_, args) => {
    expect(await run("prove", ...args)).toMatchObject({
      code: 1,
      out: "",
      err: expect.stringMatching(/^error: .+ \(invalid_argument\)\n$/),
    });
  });

  test("in hexadecimal are read too", async () => {
    const { out } = await run("prove", "balance", "alice");
    writeFileSync(file("hex"), out);
    expect(await run("check-proof", file("hex"), "--own-header")).toMatchObject({ code: 0, err: "" });
  });

  test("by a header of somebody's own making are told as what they are, whatever is in it", async () => {
    const { header } = decodeProof(readFileSync(proof));
    const past = { header: { ...header, height: 0n, historyPeaks: [], timeMs: 2n ** 64n - 1n }, siblings: [] };
    const forged = { ...header, height: 1n, historyPeaks: [blockHash(past.header, blake2b256)] };
    writeFileSync(file("forged"), encodeProof({ header: forged, past, claims: [] }));
    const { code, out, err } = await run("check-proof", file("forged"), "--own-header");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("block 0 of 18446744073709551615 ms after 1970");
    expect(out.match(/NOT PROVED/g)).toHaveLength(2);
  });
});
