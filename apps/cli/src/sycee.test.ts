import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createProgram } from "./program.ts";

const MAIN = fileURLToPath(new URL("../bin/sycee.mjs", import.meta.url));
const SLOW_MS = 120_000;

const directory = mkdtempSync(join(tmpdir(), "sycee-cli-test-"));
const data = join(directory, "ledger");
const keys = join(directory, "keys.json");
const running = new Set<ChildProcess>();

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function start(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...environment } });
  running.add(child);
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  const ended = new Promise<Ended>((resolve) =>
    child.once("close", (code) => {
      running.delete(child);
      resolve({ code, out, err });
    }),
  );
  const firstLine = new Promise<string>((resolve, reject) => {
    child.stdout.on("data", () => {
      if (out.includes("\n")) resolve(out.slice(0, out.indexOf("\n")));
    });
    void ended.then(() => reject(new Error(`sycee ${args.join(" ")} ended early: ${err}`)));
  });
  firstLine.catch(() => undefined);
  return { child, ended, firstLine };
}

async function dev(...args: string[]) {
  const node = start(["dev", "--pace", "0", "--no-read-models", "--data", data, "--port", "0", "--json", ...args]);
  const ready: { url: string; accounts: { name: string; address: string; role: string }[] } = JSON.parse(await node.firstLine);
  return { ...node, ...ready };
}

let url = "";
let stop: () => Promise<Ended> = () => Promise.reject(new Error("no node was started"));

beforeAll(async () => {
  const node = await dev();
  url = node.url;
  stop = () => {
    node.child.kill("SIGTERM");
    return node.ended;
  };
}, SLOW_MS);

afterAll(() => {
  for (const child of running) child.kill("SIGKILL");
  rmSync(directory, { recursive: true, force: true });
});

async function run(...args: string[]): Promise<Ended> {
  return await start(args, { SYCEE_URL: url, SYCEE_KEYS: keys }).ended;
}

async function json(...args: string[]): Promise<Record<string, unknown>> {
  const { code, out, err } = await run(...args, "--json");
  expect({ code, err, refusal: code === 0 ? "" : out }).toEqual({ code: 0, err: "", refusal: "" });
  return JSON.parse(out);
}

async function cashOf(who: string): Promise<bigint> {
  const account = await json("account", who);
  const balances = account["balances"] as { symbol: string; amountMinor: string; place: string }[];
  return BigInt(balances.find(({ symbol, place }) => symbol === "CNY.cash" && place === "wallet")?.amountMinor ?? 0);
}

describe("a development ledger", { timeout: SLOW_MS }, () => {
  test("people pay by name, and the money arrives", async () => {
    const before = [await cashOf("alice"), await cashOf("tea-house")];
    const paid = await json("pay", "--from", "alice", "--to", "tea-house", "12.50");
    expect(paid).toMatchObject({ symbol: "CNY.cash", amountMinor: "1250" });
    expect([await cashOf("alice"), await cashOf("tea-house")]).toEqual([(before[0] ?? 0n) - 1250n, (before[1] ?? 0n) + 1250n]);
    const { code, out } = await run("pay", "--from", "bob", "--to", "alice", "1");
    expect(code).toBe(0);
    expect(out).toMatch(/^paid 1\.00 CNY\.cash from bob to alice, final in block \d+\ntransaction 0x[0-9a-f]{64}\n$/);
  });

  test("an address works wherever a name does", async () => {
    const { address } = await json("account", "bob");
    await json("pay", "--from", "alice", "--to", String(address), "0.01");
    const { out } = await run("account", String(address));
    expect(out).toContain(`bob  ${String(address)}`);
  });

  test("the central bank issues settlement money against an asset", async () => {
    const issued = await json("issue", "--to", "valley-bank", "--asset", "gold", "--haircut", "0", "1000");
    expect(issued).toMatchObject({ symbol: "CNY.settlement", amountMinor: "100000" });
  });

  test.each([
    ["more than the wallet has", ["pay", "--from", "alice", "--to", "tea-house", "19999"], "aborted", 4001, "EInsufficientMoney"],
    ["above a tier's single payment", ["pay", "--from", "carol", "--to", "bob", "2000.01"], "aborted", 4001, "ESingleLimit"],
    ["above a tier's balance", ["pay", "--from", "dan", "--to", "carol", "9500"], "aborted", 4001, "EBalanceLimit"],
    ["nothing", ["pay", "--from", "alice", "--to", "bob", "0"], "aborted", 4001, "EZeroAmount"],
    ["to an address without a wallet", ["pay", "--from", "alice", "--to", "0x99", "1"], "aborted", 4001, "ENoWallet"],
    ["new money by somebody else", ["issue", "--from", "alice", "--to", "valley-bank", "5"], "unknown_instrument", undefined, ""],
    ["to nobody", ["pay", "--from", "alice", "--to", "zoe", "1"], "unknown_name", undefined, ""],
    ["without a key", ["pay", "--from", "0x99", "--to", "bob", "1"], "no_key", undefined, ""],
    [
      "an instrument that is not there",
      ["pay", "--from", "alice", "--to", "bob", "--instrument", "XXX", "1"],
      "unknown_instrument",
      undefined,
      "",
    ],
    ["a word", ["pay", "--from", "alice", "--to", "bob", "much"], "invalid_argument", undefined, ""],
    ["an account that is not there", ["account", "0x99"], "unknown_account", 5002, ""],
  ])("%s is refused in one line", async (_, args, code, number, name) => {
    const plain = await run(...args);
    expect(plain.code).toBe(1);
    expect(plain.out).toBe("");
    expect(plain.err).toMatch(new RegExp(`^error: .+\\. \\(${[code, name].join(" ").trim()}\\)\n$`));
    const forPrograms = await run(...args, "--json");
    expect(forPrograms.code).toBe(1);
    // What is refused by a program is on the ledger, and can be proved to have had no effect.
    const onLedger = { id: expect.stringMatching(/^0x[0-9a-f]{64}$/), height: expect.stringMatching(/^[1-9]\d*$/) };
    const expected = { code, ...(number === undefined ? {} : { number }), ...(code === "aborted" ? onLedger : {}) };
    expect(JSON.parse(forPrograms.out)).toMatchObject({ error: expected });
    expect(forPrograms.err).toBe("");
  });

  test("what became of a transaction is told by its id", async () => {
    const paid = await json("pay", "--from", "alice", "--to", "bob", "0.01");
    const final = await run("transaction", String(paid["id"]));
    expect(final).toMatchObject({ code: 0, out: expect.stringContaining(`executed in block ${String(paid["height"])}`), err: "" });
    expect(await json("transaction", String(paid["id"]))).toMatchObject({
      status: "final",
      receipt: { id: paid["id"], status: "executed" },
    });
    const { out } = await run("pay", "--from", "alice", "--to", "bob", "0", "--json");
    const aborted = await run("transaction", (JSON.parse(out) as { error: { id: string } }).error.id);
    expect(aborted.out).toContain("aborted: The amount must be more than zero. (EZeroAmount)");
    expect((await run("transaction", `0x${"5a".repeat(32)}`)).err).toContain("(unknown_transaction)");
    expect((await run("transaction", "0x5a")).err).toContain("(invalid_argument)");
  });

  test("verify refuses a directory that a node has", async () => {
    const { code, err } = await run("verify", "--data", data);
    expect(code).toBe(1);
    expect(err).toMatch(/^error: .* is in use by process \d+\. .*\n$/);
  });

  test("a second node on the directory or the port is refused", async () => {
    const sameDirectory = await run("dev", "--pace", "0", "--no-read-models", "--data", data, "--port", "0");
    expect(sameDirectory).toMatchObject({ code: 1, err: expect.stringContaining("is in use by process") });
    const samePort = await run("dev", "--pace", "0", "--no-read-models", "--data", join(directory, "other"), "--port", new URL(url).port);
    expect(samePort.code).toBe(1);
    expect(samePort.err).toMatch(/^error: .*in use.*\n$/);
    const fresh = await run("dev", "--pace", "0", "--no-read-models", "--data", data, "--port", "0", "--fresh", "--yes");
    expect(fresh).toMatchObject({ code: 1, err: expect.stringContaining("is in use by process") });
  });

  test("stopped by a signal it ends cleanly; the chain verifies, and is there again after a start", async () => {
    const before = await cashOf("tea-house");
    expect((await stop()).code).toBe(0);
    const report = await json("verify", "--data", data);
    expect(report).toMatchObject({ holds: true });
    const plain = await run("verify", "--data", data);
    expect(plain.code).toBe(0);
    expect(plain.out).toContain("law 1 holds");
    const again = await dev();
    url = again.url;
    expect(await cashOf("tea-house")).toBe(before);
    again.child.kill("SIGINT");
    expect((await again.ended).code).toBe(0);
    const shown = start(["dev", "--pace", "0", "--no-read-models", "--data", data, "--port", "0"]);
    expect(await shown.firstLine).toBe(`Sycee development ledger, height ${String(report["height"])}, kept in ${data}`);
    shown.child.kill("SIGTERM");
    expect(await shown.ended).toMatchObject({
      code: 0,
      out: expect.stringContaining(`stopped at block ${String(report["height"])}`),
      // A start that takes more than a second says what it does meanwhile.
      err: expect.stringMatching(/^(starting: .+\n)*$/),
    });
    const fresh = await dev("--fresh");
    url = fresh.url;
    expect(await cashOf("tea-house")).toBe(250_000n);
    fresh.child.kill("SIGINT");
    expect((await fresh.ended).code).toBe(0);
  });

  test("without a node the sentence says so", async () => {
    const { code, err } = await run("pay", "--from", "alice", "--to", "bob", "1", "--url", "http://127.0.0.1:1");
    expect({ code, err }).toEqual({ code: 1, err: "error: No node answers at http://127.0.0.1:1. (unreachable)\n" });
  });

  test.each([
    ["a URL that is none", ["account", "alice", "--url", "nonsense"]],
    ["a directory that is a file", ["dev", "--port", "0", "--data", MAIN]],
  ])("%s is refused", async (_, args) => {
    const { code, err } = await run(...args);
    expect(code).toBe(1);
    expect(err).toMatch(/^error: .+ \(invalid_argument\)\n$/);
  });
});

describe("keys", { timeout: SLOW_MS }, () => {
  test("are made, listed and shown, readable by their owner only", async () => {
    const { address } = await json("keys", "new", "savings");
    expect(await json("keys", "list")).toEqual({ keys: [{ name: "savings", address }] });
    expect(await json("keys", "show", "savings")).toEqual({ name: "savings", address });
    expect(await json("keys", "show", "savings", "--secret")).toMatchObject({
      address,
      privateKey: expect.stringMatching(/^0x[0-9a-f]{64}$/),
    });
    expect(statSync(keys).mode & 0o777).toBe(0o600);
  });

  test.each([
    ["a name that is taken", ["keys", "new", "savings"], "name_taken"],
    ["a name of the development economy", ["keys", "new", "alice"], "name_taken"],
    ["a name that is none", ["keys", "new", "A b"], "invalid_argument"],
    ["a key that is not there", ["keys", "show", "zoe"], "unknown_name"],
  ])("%s is refused", async (_, args, code) => {
    const { code: exit, err } = await run(...args);
    expect(exit).toBe(1);
    expect(err).toMatch(new RegExp(`^error: .+ \\(${code}\\)\n$`));
  });

  test("a file that is none of ours is left alone", async () => {
    const other = join(directory, "other.json");
    writeFileSync(other, "[1, 2");
    expect(await run("keys", "list", "--keys", other)).toMatchObject({
      code: 1,
      err: `error: ${other} is not a key file of sycee. (keys_unreadable)\n`,
    });
  });
});

describe("Move packages", { timeout: SLOW_MS }, () => {
  const counter = join(directory, "counter");
  const source = (body: string): string =>
    `module counter::counter;\npublic fun next(n: u64): u64 { ${body} }\n#[test]\nfun counts() { assert!(next(1) == 2); }\n`;

  beforeAll(() => {
    mkdirSync(join(counter, "sources"), { recursive: true });
    const std = fileURLToPath(new URL("../../../move/std", import.meta.url));
    writeFileSync(
      join(counter, "Move.toml"),
      `[package]\nname = "counter"\nedition = "2024"\nflavor = "core"\nimplicit-dependencies = false\n[addresses]\ncounter = "0x77"\n[dependencies]\nstd = { local = "${std}" }\n`,
    );
    writeFileSync(join(counter, "sources", "counter.move"), source("n + 1"));
  });

  test("compile and are tested", async () => {
    expect(await json("move", "build", counter)).toMatchObject({ packages: [{ package: "counter", modules: [{ name: "counter" }] }] });
    expect(await json("move", "test", counter)).toMatchObject({ passed: 1, failed: 0 });
  });

  test("a filter that no test passes fails the command", async () => {
    const { code, err } = await run("move", "test", counter, "--filter", "nothing_of_the_kind");
    expect(code).toBe(1);
    expect(err).toBe("error: No test has nothing_of_the_kind in its name: nothing was tested. (invalid_argument)\n");
  });

  test("a failing test fails the command", async () => {
    writeFileSync(join(counter, "sources", "counter.move"), source("n"));
    const { code, out, err } = await run("move", "test", counter);
    expect(code).toBe(1);
    expect(out).toContain("0 passed, 1 failed");
    expect(err).toBe("error: 1 of 1 Move tests failed. (tests_failed)\n");
  });

  test("the compiler's own words are shown, file and line", async () => {
    writeFileSync(join(counter, "sources", "counter.move"), source("true"));
    const { code, err } = await run("move", "build", counter);
    expect(code).toBe(1);
    expect(err).toContain("counter.move:2:");
    expect(err).toContain("(compile_failed)");
  });

  test("a directory without a package is refused", async () => {
    expect(await run("move", "test", keys)).toMatchObject({ code: 1, err: expect.stringContaining("(invalid_argument)") });
  });
});

describe("help", () => {
  const program = createProgram();
  const commands = program.commands.flatMap((command) => [command, ...command.commands.map((inner) => inner)]);

  test.each(
    commands.map(
      (command) => [command.parent === program ? command.name() : `${command.parent?.name() ?? ""} ${command.name()}`, command] as const,
    ),
  )("%s has an example", (_, command) => {
    let shown = "";
    command.configureOutput({ writeOut: (text) => (shown += text) }).outputHelp();
    expect(shown).toMatch(/\nExample:\n {2}sycee /);
  });

  test("what is not a command is refused", async () => {
    const { code, err } = await run("fly");
    expect(code).toBe(1);
    expect(err).toContain("error: unknown command 'fly'");
  });
});
