import { type ChildProcess, fork } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ENGINE_OPTIONS } from "@sycee/node/engine";
import { Client } from "@sycee/sdk";
import type { LoadReport, LoadResult, LoadTask } from "./load-task.ts";
import { nextMessage } from "../processes/next-message.ts";

const NODE_PROCESS = fileURLToPath(new URL("./node-process.js", import.meta.url));
const LOAD_PROCESS = fileURLToPath(new URL("./load-process.js", import.meta.url));
/** A recount of the laws over millions of accounts takes this long at most. */
const RECOUNT_TIMEOUT_MS = 1_200_000;
/** Keys, signing and sending: what is signed expires before that. */
const LOAD_TIMEOUT_MS = 240_000;
const START_TIMEOUT_MS = 300_000;
const BLOCKS_A_PAGE = 100;

type NodeReport = { readonly kind: "ready"; readonly url: string } | { readonly kind: "failed"; readonly message: string };

/** How a node is started. */
export interface NodePlan {
  readonly directory: string;
  /** Accounts of a new chain; absent, the directory has a chain. */
  readonly newAccounts?: number;
}

/** A load as `NodeUnderTest` runs it. */
export type NodeLoad = Omit<LoadTask, "url" | "firstNonce">;

/** A node in a process of its own. Loads run in others, and what they were told is compared with what the ledger has. */
export class NodeUnderTest {
  readonly url: string;
  /** From the start of the process until it serves. */
  readonly startSeconds: number;
  readonly #process: ChildProcess;
  readonly #client: Client;
  #nextNonce = 1;

  static async start({ directory, newAccounts }: NodePlan): Promise<NodeUnderTest> {
    const startedMs = performance.now();
    const args = newAccounts === undefined ? [directory] : [directory, newAccounts.toString()];
    // As the command line starts a node.
    const child = fork(NODE_PROCESS, args, { execArgv: [...ENGINE_OPTIONS], stdio: ["ignore", "ignore", "inherit", "ipc"] });
    const report = await nextMessage<NodeReport>(child, START_TIMEOUT_MS);
    if (report.kind === "failed") throw new Error(report.message);
    await new Client(report.url).status();
    return new NodeUnderTest(child, report.url, (performance.now() - startedMs) / 1000);
  }

  private constructor(child: ChildProcess, url: string, startSeconds: number) {
    this.#process = child;
    this.url = url;
    this.startSeconds = startSeconds;
    this.#client = new Client(url, { timeoutMs: RECOUNT_TIMEOUT_MS });
  }

  /**
   * Runs a load from a process of its own. Throws when a transaction does not end as it was meant to, when the ledger has more or fewer transactions
   * than were acknowledged, or when there is more or less money than there was and was issued.
   */
  async run(load: NodeLoad): Promise<LoadResult> {
    const heightBefore = await this.height();
    const before = await this.outstandingMinor();
    const sending = fork(LOAD_PROCESS, [], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
    const task: LoadTask = { ...load, url: this.url, firstNonce: this.takeNonces(load.warmUp + load.measured + 1) };
    sending.send(task);
    const report = await nextMessage<LoadReport>(sending, LOAD_TIMEOUT_MS);
    if (report.kind === "failed") throw new Error(report.message);
    const { executed, aborted, issuedMinor } = report.result;
    const onLedger = await this.transactionsAfter(heightBefore);
    if (onLedger !== executed + aborted)
      throw new Error(`${executed + aborted} transactions were acknowledged and ${onLedger} are on the ledger`);
    const difference = (await this.outstandingMinor()) - before;
    if (difference !== BigInt(issuedMinor))
      throw new Error(`there is ${difference} more money than before, of which ${issuedMinor} was issued`);
    return report.result;
  }

  /** Recounts every law from the whole state. Throws when one does not hold. */
  async checkLaws(): Promise<void> {
    const { laws } = await this.#client.laws();
    const broken = laws.find(({ holds }) => !holds);
    if (broken !== undefined) throw new Error(`law ${broken.law} does not hold after the load: ${broken.name}`);
  }

  /** Memory of the process that no file stands behind, in MiB; `undefined` where the system does not tell. */
  anonymousMib(): number | undefined {
    const path = `/proc/${this.#process.pid}/status`;
    if (!existsSync(path)) return undefined;
    const kib = /^RssAnon:\s+(\d+) kB$/m.exec(readFileSync(path, "utf8"))?.[1];
    return kib === undefined ? undefined : Math.round(Number(kib) / 1024);
  }

  /** Ends the process without waiting for it; it may have ended already. */
  stop(): void {
    this.#process.kill("SIGKILL");
  }

  /** Ends the process as a power switch would end it. */
  async kill(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    this.#process.kill("SIGKILL");
    await ended;
  }

  /** Lets it finish, write its checkpoint and end. */
  async end(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    if (this.#process.connected) this.#process.disconnect();
    await ended;
  }

  /** Money of both instruments together: what is exchanged for cash is not more money. */
  async outstandingMinor(): Promise<bigint> {
    return (await this.#client.instruments()).reduce((sum, { outstandingMinor }) => sum + BigInt(outstandingMinor), 0n);
  }

  async height(): Promise<bigint> {
    return BigInt((await this.#client.status()).height);
  }

  /** How many transactions the blocks after a height have. */
  async transactionsAfter(height: bigint): Promise<number> {
    let count = 0;
    for (let from = height + 1n; ; from += BigInt(BLOCKS_A_PAGE)) {
      const blocks = await this.#client.blocks(from, BLOCKS_A_PAGE);
      for (const { transactionCount } of blocks) count += transactionCount;
      if (blocks.length < BLOCKS_A_PAGE) return count;
    }
  }

  /** The first of so many nonces that no load has used. */
  takeNonces(count: number): number {
    const first = this.#nextNonce;
    this.#nextNonce += count;
    return first;
  }
}
