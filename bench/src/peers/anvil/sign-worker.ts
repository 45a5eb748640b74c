/** Derives addresses and signs transfers for anvil: a thread, with a {@link SignTask} as its data. Secp256k1 in JavaScript takes about a millisecond each. */
import { parentPort, workerData } from "node:worker_threads";
import { addr, Transaction } from "micro-eth-signer";
import { transferCall } from "./token-calls.ts";
import { privateKeyOf, transferAt } from "./transfers.ts";

/** A share of the work: every `of`-th item from `part` on. */
export type SignTask = { readonly part: number; readonly of: number; readonly accounts: number } & (
  | { readonly kind: "addresses" }
  | {
      readonly kind: "transfers";
      readonly addresses: readonly string[];
      readonly contract: string;
      readonly chainId: bigint;
      readonly count: number;
    }
);

const task: SignTask = workerData;
const port = parentPort;
if (port === null) throw new Error("the signer was not started as a worker");
const made: string[] = [];
for (let index = task.part; index < (task.kind === "addresses" ? task.accounts : task.count); index += task.of) {
  made.push(task.kind === "addresses" ? addr.fromPrivateKey(privateKeyOf(index)) : signTransfer(task, index));
}
port.postMessage(made);

function signTransfer(load: Extract<SignTask, { kind: "transfers" }>, index: number): string {
  const { from, to, nonce } = transferAt(index, load.accounts);
  const transaction = Transaction.prepare(
    {
      type: "eip1559",
      to: load.contract,
      value: 0n,
      nonce,
      chainId: load.chainId,
      gasLimit: 80_000n,
      // Nothing costs anything on this chain, so that no account needs ether.
      maxFeePerGas: 0n,
      maxPriorityFeePerGas: 0n,
      data: transferCall(load.addresses[to] ?? "", 1n),
    },
    false,
  );
  return transaction.signBy(privateKeyOf(from), false).toHex();
}
