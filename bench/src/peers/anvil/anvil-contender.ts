import { BenchError } from "../../options/bench-error.ts";
import type { Contender } from "../../rounds/contender.ts";
import type { BenchRun } from "../../run/bench-run.ts";
import { sendAtPace } from "../../payments/send-at-pace.ts";
import { AnvilNode } from "./anvil-node.ts";
import { compileToken } from "./compile-token.ts";
import type { Anvil } from "./find-anvil.ts";
import { sendBatch } from "./json-rpc.ts";
import { signInParallel } from "./sign-in-parallel.ts";
import { balanceCall, issueCall, supplyCall } from "./token-calls.ts";
import { transferAt } from "./transfers.ts";

/** Figures of anvil beside ours. */
export interface AnvilFigures {
  readonly version: string;
  /** Median of the rounds. */
  readonly transfersPerSecond: number;
  readonly transfersPerSecondMin: number;
  readonly transfersPerSecondMax: number;
}

const BATCH = 500;
const IN_FLIGHT = 12;
/** More than it reaches on two cores, so that a round takes about as long as the others. */
const EXPECTED_PER_SECOND = 3_000;
const ISSUED_EACH = 1_000_000_000n;
const CHECKED_ACCOUNTS = 50;
const WARM_UP = 1_000;

/** ERC-20 transfers between as many accounts as ours, on anvil in memory: pre-signed, in JSON-RPC batches, over the same client. */
export class AnvilContender implements Contender {
  readonly name = "anvil";
  readonly #anvil: Anvil;
  readonly #run: BenchRun;
  readonly #aRound: number;
  #node: AnvilNode | undefined;
  #contract = "";
  #addresses: readonly string[] = [];
  #signed: readonly string[] = [];
  #sent = 0;

  constructor(anvil: Anvil, run: BenchRun) {
    this.#anvil = anvil;
    this.#run = run;
    this.#aRound = Math.max(BATCH, Math.round((EXPECTED_PER_SECOND * run.seconds) / BATCH) * BATCH);
  }

  async prepare(): Promise<void> {
    const { accounts, rounds, say, workplace } = this.#run;
    const node = await AnvilNode.start(this.#anvil.path, IN_FLIGHT);
    this.#node = node;
    workplace.onEnd(() => node.stop());
    const count = WARM_UP + rounds * this.#aRound;
    say(`anvil ${this.#anvil.version}: ${accounts} accounts, signing ${count} transfers`);
    this.#addresses = await signInParallel({ kind: "addresses", accounts });
    this.#contract = await this.#deploy(node);
    const chainId = BigInt(text(await node.rpc.call("eth_chainId")));
    this.#signed = await signInParallel({
      kind: "transfers",
      accounts,
      addresses: this.#addresses,
      contract: this.#contract,
      chainId,
      count,
    });
    await this.#send(node, WARM_UP);
  }

  async measure(): Promise<number> {
    const node = this.#node;
    if (node === undefined) throw new Error("anvil was not prepared");
    const seconds = await this.#send(node, this.#aRound);
    await this.#check(node);
    return this.#aRound / seconds;
  }

  async finish(): Promise<void> {}

  async end(): Promise<void> {
    this.#node?.stop();
  }

  // To anvil's advantage nothing waits for a block's interval: all is sent, then mined at once, and the time ends with the block.
  async #send(node: AnvilNode, count: number): Promise<number> {
    const bodies: Buffer[] = [];
    for (let start = this.#sent; start < this.#sent + count; start += BATCH) {
      bodies.push(sendBatch(this.#signed.slice(start, Math.min(this.#sent + count, start + BATCH))));
    }
    const startedMs = performance.now();
    await sendAtPace(bodies, BATCH, { kind: "closed", inFlight: IN_FLIGHT }, async (body) => {
      const answer = await node.rpc.post(body);
      if (answer.includes('"error"'))
        throw new BenchError("peer_failed", `anvil refused a transfer: ${answer.toString("utf8").slice(0, 400)}`);
    });
    await node.mine();
    this.#sent += count;
    return (performance.now() - startedMs) / 1000;
  }

  async #deploy(node: AnvilNode): Promise<string> {
    const [owner] = (await node.rpc.call("eth_accounts")) as string[];
    const free = { from: owner, maxFeePerGas: "0x0", maxPriorityFeePerGas: "0x0", gas: "0x10000000" };
    const hash = await node.rpc.call("eth_sendTransaction", { ...free, data: await compileToken() });
    await node.mine();
    const { contractAddress } = (await node.rpc.call("eth_getTransactionReceipt", hash)) as { readonly contractAddress: string };
    for (let start = 0; start < this.#addresses.length; start += BATCH) {
      const data = issueCall(this.#addresses.slice(start, start + BATCH), ISSUED_EACH);
      await node.rpc.call("eth_sendTransaction", { ...free, to: contractAddress, data });
      await node.mine();
    }
    return contractAddress;
  }

  // What was measured happened: nothing waits, the supply is what was issued, and balances are as the transfers make them.
  async #check(node: AnvilNode): Promise<void> {
    const { pending, queued } = (await node.rpc.call("txpool_status")) as { readonly pending: string; readonly queued: string };
    if (Number(pending) + Number(queued) !== 0) throw new BenchError("peer_failed", "anvil has not mined all that was sent.");
    const supply = await this.#read(node, supplyCall());
    if (supply !== ISSUED_EACH * BigInt(this.#run.accounts))
      throw new BenchError("peer_failed", `anvil's token has a supply of ${supply}.`);
    const moved = Array.from({ length: CHECKED_ACCOUNTS }, () => 0n);
    for (let index = 0; index < this.#sent; index++) {
      const { from, to } = transferAt(index, this.#run.accounts);
      if (from < CHECKED_ACCOUNTS) moved[from] = (moved[from] ?? 0n) - 1n;
      if (to < CHECKED_ACCOUNTS) moved[to] = (moved[to] ?? 0n) + 1n;
    }
    for (const [account, difference] of moved.entries()) {
      const balance = await this.#read(node, balanceCall(this.#addresses[account] ?? ""));
      if (balance !== ISSUED_EACH + difference) throw new BenchError("peer_failed", `account ${account} has ${balance} on anvil.`);
    }
  }

  async #read(node: AnvilNode, data: string): Promise<bigint> {
    return BigInt(text(await node.rpc.call("eth_call", { to: this.#contract, data }, "latest")));
  }
}

function text(value: unknown): string {
  if (typeof value !== "string") throw new BenchError("peer_failed", `anvil answered ${JSON.stringify(value)}.`);
  return value;
}
