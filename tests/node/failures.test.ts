import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildPackage } from "@sycee/move-build";
import type { Call, CallArgument, StatusCode } from "@sycee/protocol";
import { frameworkCall, handOut, pay, type PreparedTransaction, rotateKey } from "@sycee/sdk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CASH, type Economy, startEconomy } from "./economy.ts";

const MOVE = join(import.meta.dirname, "../../move");
const PACKAGES = ["std", "money", "oversight", "banking"];
/** An amount for which the framework of this chain, and it alone, takes nothing from the payer. */
const UNLUCKY = 13n;

let directory: string;
let economy: Economy;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "sycee-failures-"));
  economy = await startEconomy({}, await modulesThatBreakALaw());
});
afterAll(async () => {
  await economy.end();
  rmSync(directory, { recursive: true, force: true });
});

async function modulesThatBreakALaw(): Promise<Uint8Array[]> {
  for (const each of PACKAGES) {
    for (const part of ["Move.toml", "sources"]) cpSync(join(MOVE, each, part), join(directory, each, part), { recursive: true });
  }
  const path = join(directory, "money/sources/money.move");
  const honest = "money.value = money.value - amount;";
  const source = readFileSync(path, "utf8");
  if (!source.includes(honest)) throw new Error(`money.move no longer has: ${honest}`);
  writeFileSync(path, source.replace(honest, `if (amount != ${UNLUCKY}) { money.value = money.value - amount };`));
  const modules: Uint8Array[] = [];
  for (const each of PACKAGES) modules.push(...(await buildPackage(join(directory, each))).modules.map(({ bytes }) => bytes));
  return modules;
}

const payBob = (amountMinor: bigint): Call => pay({ payee: economy.bob.address, instrument: CASH, amountMinor });
const prepare = (calls: readonly Call[], gasLimit?: bigint) =>
  economy.client.prepare({ signers: [economy.alice], calls, ...(gasLimit === undefined ? {} : { gasLimit }) });
const withArguments = (change: (given: readonly CallArgument[]) => CallArgument[]): Call => ({
  ...payBob(1n),
  arguments: change(payBob(1n).arguments),
});

interface Failure {
  readonly what: string;
  readonly code: StatusCode;
  make(gasOfAPayment: bigint): Promise<PreparedTransaction>;
}

const failures: readonly Failure[] = [
  { what: "an abort", code: "aborted", make: () => prepare([payBob(10n ** 15n)]) },
  { what: "an abort after a payment of the same transaction", code: "aborted", make: () => prepare([payBob(5n), payBob(10n ** 15n)]) },
  {
    what: "an act of another's office",
    code: "aborted",
    make: () => prepare([payBob(5n), handOut({ to: economy.bob.address, amountMinor: 1n })]),
  },
  { what: "no gas for anything", code: "out_of_gas", make: () => prepare([payBob(1n)], 10n) },
  { what: "no gas for the last step", code: "out_of_gas", make: (gas) => prepare([payBob(1n)], gas - 1n) },
  { what: "no gas for the second of two payments", code: "out_of_gas", make: (gas) => prepare([payBob(1n), payBob(1n)], gas + 10n) },
  { what: "a law broken", code: "law_broken", make: () => prepare([payBob(UNLUCKY)]) },
  { what: "a law broken after a good payment", code: "law_broken", make: () => prepare([payBob(5n), payBob(UNLUCKY)]) },
  {
    what: "a function that is not there",
    code: "unknown_function",
    make: () => prepare([payBob(5n), { ...payBob(1n), function: "steal" }]),
  },
  {
    what: "an argument too few",
    code: "wrong_argument_count",
    make: () => prepare([payBob(5n), withArguments((given) => given.slice(1))]),
  },
  {
    what: "an amount of three bytes",
    code: "wrong_argument_type",
    make: () =>
      prepare([payBob(5n), withArguments((given) => [...given.slice(0, -1), { kind: "literal", bytes: Uint8Array.of(1, 2, 3) }])]),
  },
  {
    what: "a type argument too many",
    code: "wrong_type_argument",
    make: () => prepare([payBob(5n), { ...payBob(1n), typeArguments: [{ kind: "u64" }] }]),
  },
  {
    what: "money left lying",
    code: "unused_result",
    make: () => prepare([payBob(5n), frameworkCall("money", "money", "zero", [{ kind: "literal", bytes: Uint8Array.of(CASH, 0, 0, 0) }])]),
  },
  {
    what: "a result that no call gave",
    code: "result_unavailable",
    make: () => prepare([payBob(5n), withArguments((given) => [...given.slice(0, -1), { kind: "result", call: 7, value: 0 }])]),
  },
];

async function snapshot() {
  const { client, alice, bob, bank, operator } = economy;
  const accounts = await Promise.all([alice, bob, bank, operator].map(({ address }) => client.account(address)));
  return { stateRoot: (await client.status()).stateRoot, accounts, instruments: await client.instruments() };
}

async function gasOfAPayment(): Promise<bigint> {
  return BigInt((await economy.client.submit(await prepare([payBob(1n)]))).gasUsed);
}

describe("a transaction that fails leaves its nonce, its failure and nothing else:", () => {
  for (const failure of failures) {
    it(`${failure.what}: ${failure.code}`, async () => {
      const transaction = await failure.make(await gasOfAPayment());
      const before = await snapshot();
      await expect(economy.client.submit(transaction)).rejects.toMatchObject({ code: failure.code });
      expect(await snapshot()).toEqual(before);
      const found = await economy.client.transaction(transaction.id);
      expect(found).toMatchObject({ status: "final", receipt: { movements: [], events: [] } });
      await expect(economy.client.submit(transaction)).rejects.toMatchObject({ code: failure.code });
    });
  }

  it("its nonce is used", async () => {
    const { client, alice } = economy;
    const nonce = 4_711n;
    await expect(client.submit(await client.prepare({ signers: [alice], calls: [payBob(10n ** 15n)], nonce }))).rejects.toMatchObject({
      code: "aborted",
    });
    const other = await client.prepare({ signers: [alice], calls: [payBob(1n)], nonce });
    await expect(client.submit(other)).rejects.toMatchObject({ code: "nonce_used" });
  });

  it("all of them between good payments of one batch: the good ones count and nothing else", async () => {
    const gas = await gasOfAPayment();
    const batch: PreparedTransaction[] = [];
    for (const failure of failures) batch.push(await failure.make(gas), await prepare([payBob(2n)]));
    const before = await snapshot();
    const results = await economy.client.submitBatch(batch);
    expect(results.map((result) => (result.kind === "refused" ? codeOf(result.receipt.outcome) : result.kind))).toEqual(
      failures.flatMap(({ code }) => [code, "executed"]),
    );
    const after = await snapshot();
    const paid = 2n * BigInt(failures.length);
    const cash = (state: typeof before, index: number) => BigInt(state.accounts[index]?.balances[0]?.amountMinor ?? "-1");
    expect(cash(after, 0)).toBe(cash(before, 0) - paid);
    expect(cash(after, 1)).toBe(cash(before, 1) + paid);
    expect(after.instruments).toEqual(before.instruments);
    for (const law of (await economy.client.laws()).laws) expect(law).toMatchObject({ holds: true });
  });
});

function codeOf(outcome: { readonly kind: string; readonly code?: string }): string {
  return outcome.code ?? outcome.kind;
}

describe("a payment signed with the old key", () => {
  it("that is queued behind the rotation in the same block is refused, and leaves nothing", async () => {
    const { client, alice, bob, stranger } = economy;
    const payBack = pay({ payee: alice.address, instrument: CASH, amountMinor: 1n });
    const rotation = await client.prepare({ signers: [bob, stranger], calls: [rotateKey({ owner: 0, newKey: 1 })] });
    const late = await client.prepare({ signers: [bob], calls: [payBack] });
    const renewed = await client.prepare({ signers: [{ ...stranger, address: bob.address }], calls: [payBack] });
    const before = BigInt((await client.account(bob.address)).balances[0]?.amountMinor ?? "-1");
    const results = await client.submitBatch([rotation, late, renewed]);
    expect(results).toMatchObject([{ kind: "executed" }, { kind: "rejected", code: "wrong_key" }, { kind: "executed" }]);
    const places = results.flatMap((result) => (result.kind === "executed" ? [result.height] : []));
    expect(new Set(places).size).toBe(1);
    expect((await client.account(bob.address)).balances[0]?.amountMinor).toBe((before - 1n).toString());
    await expect(client.submit(late)).rejects.toMatchObject({ code: "wrong_key" });
  });
});
