import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Address, parseAddress } from "@sycee/protocol";

const MAIN = fileURLToPath(new URL("../bin/sycee.mjs", import.meta.url));

/** How a command ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A command that runs. */
export interface RunningCommand {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** What it has printed so far. */
  printed(): string;
}

/** A development ledger in a process of its own, and the command line to use it with, each command in a process of its own too. */
export interface DevelopmentNode {
  readonly url: string;
  /** A directory of its own that is removed at the end; keys are kept there. */
  readonly directory: string;
  /** The address of somebody of the development economy. */
  address(name: string): Address;
  start(...args: string[]): RunningCommand;
  run(...args: string[]): Promise<Ended>;
  /** The first line that a command prints, without its block, or the sentence with which it refuses. */
  says(...args: string[]): Promise<string>;
  /** What a command prints with `--json`. Throws when it fails. */
  json(...args: string[]): Promise<Record<string, unknown>>;
  /** The abort's name or the code with which a command ends. Throws when it does not fail. */
  refusal(...args: string[]): Promise<string>;
  /** Stops the node, and has it removed with all it kept. */
  end(): Promise<void>;
}

/** Starts `sycee dev` on a free port; `name` is in the name of its directory. It keeps tables for history only if it is asked to. */
export async function startDevelopmentNode(name: string, options: { readonly readModels?: boolean } = {}): Promise<DevelopmentNode> {
  const directory = mkdtempSync(join(tmpdir(), `sycee-${name}-`));
  const environment = { ...process.env, SYCEE_URL: "", SYCEE_KEYS: join(directory, "keys.json") };
  const start = (...args: string[]) => startCommand(args, environment);
  const tables = options.readModels === true ? [] : ["--no-read-models"];
  const node = start("dev", "--pace", "0", ...tables, "--data", join(directory, "ledger"), "--port", "0", "--json");
  const [line] = await firstLines(node);
  const ready = JSON.parse(line ?? "") as { url: string; accounts: { name: string; address: string }[] };
  environment.SYCEE_URL = ready.url;
  const run = async (...args: string[]): Promise<Ended> => await start(...args).ended;
  return {
    url: ready.url,
    directory,
    address(who) {
      const address = parseAddress(ready.accounts.find((account) => account.name === who)?.address ?? "");
      if (address === undefined) throw new Error(`nobody is called ${who}`);
      return address;
    },
    start,
    run,
    async says(...args) {
      const { out, err } = await run(...args);
      return (out === "" ? err : out).split("\n")[0]?.replace(/, final in block \d+$/, "") ?? "";
    },
    async json(...args) {
      const { code, out, err } = await run(...args, "--json");
      if (code !== 0 || err !== "") throw new Error(`sycee ${args.join(" ")} ended with ${code}: ${err}${out}`);
      return JSON.parse(out) as Record<string, unknown>;
    },
    async refusal(...args) {
      const { code, out } = await run(...args, "--json");
      if (code !== 1) throw new Error(`sycee ${args.join(" ")} was not refused: ${code} ${out}`);
      const { error } = JSON.parse(out) as { error: { code: string; abortName?: string } };
      return error.abortName ?? error.code;
    },
    async end() {
      node.child.kill("SIGTERM");
      await node.ended;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function startCommand(args: readonly string[], environment: NodeJS.ProcessEnv): RunningCommand {
  // An empty URL would be taken as one.
  const { SYCEE_URL, ...others } = environment;
  const env = SYCEE_URL === "" ? others : environment;
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ["ignore", "pipe", "pipe"], env });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  const ended = new Promise<Ended>((resolve) => child.once("close", (code) => resolve({ code, out, err })));
  return { child, ended, printed: () => out };
}

/** What a command has printed once there is a whole line. */
async function firstLines(command: RunningCommand): Promise<string[]> {
  let end: Ended | undefined;
  void command.ended.then((ended) => (end = ended));
  while (!command.printed().includes("\n")) {
    if (end !== undefined) throw new Error(`the node ended before it was ready: ${end.err}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return command.printed().split("\n");
}
