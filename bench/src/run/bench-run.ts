import { type NodePlan, NodeUnderTest } from "../payments/node-under-test.ts";
import type { KeptChains } from "./kept-chains.ts";
import type { Workplace } from "./workplace.ts";

/** What the parts of one run share. */
export class BenchRun {
  readonly workplace: Workplace;
  readonly keptChains: KeptChains;
  /** About how long each measurement takes. */
  readonly seconds: number;
  readonly rounds: number;
  /** Of the ledger that most parts share, and of the peers. */
  readonly accounts: number;
  /** Accounts of the batch lane. */
  readonly customers: number;
  /** Raw verifications a second on all cores, as first seen: what loads are sized by. */
  readonly rawVerifyPerSecond: number;
  readonly say: (text: string) => void;
  #node: Promise<NodeUnderTest> | undefined;

  constructor(
    options: Pick<BenchRun, "workplace" | "keptChains" | "seconds" | "rounds" | "accounts" | "customers" | "rawVerifyPerSecond" | "say">,
  ) {
    this.workplace = options.workplace;
    this.keptChains = options.keptChains;
    this.seconds = options.seconds;
    this.rounds = options.rounds;
    this.accounts = options.accounts;
    this.customers = options.customers;
    this.rawVerifyPerSecond = options.rawVerifyPerSecond;
    this.say = options.say;
  }

  /** The node with its accounts, started when it is first asked for. */
  node(): Promise<NodeUnderTest> {
    this.#node ??= this.#startSmallNode();
    return this.#node;
  }

  /** Recounts the laws on the shared node. Throws when one does not hold. */
  async checkNode(): Promise<void> {
    await (await this.#node)?.checkLaws();
  }

  async endNode(): Promise<void> {
    await (await this.#node)?.end();
  }

  /** A node of its own, which ends with the run at the latest. */
  async startNode(plan: NodePlan): Promise<NodeUnderTest> {
    const node = await NodeUnderTest.start(plan);
    this.workplace.onEnd(() => node.stop());
    return node;
  }

  async #startSmallNode(): Promise<NodeUnderTest> {
    this.say(`starting a node with ${this.accounts} accounts`);
    return await this.startNode({ directory: this.workplace.makeDirectory("node"), newAccounts: this.accounts });
  }
}
