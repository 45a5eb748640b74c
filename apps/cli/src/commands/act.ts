import { confirm, isCancel } from "@clack/prompts";
import type { Address, Call, ReceiptJson } from "@sycee/protocol";
import { parseAddress } from "@sycee/protocol";
import { type Client, randomNonces, type Signer } from "@sycee/sdk";
import { CliError } from "../output/cli-error.ts";
import type { NodeAccess } from "./options.ts";

/** What somebody does, and how it is told. */
export interface Act {
  readonly signers: readonly Signer[];
  readonly calls: readonly Call[];
  readonly gasLimit?: bigint;
  /** What a person is asked to agree to before, for an act that cannot be taken back or whose sum the command does not say. */
  readonly asks?: string;
  /** What was done, for people. */
  readonly said: string;
  /** The same for programs, beside the transaction's id and place. */
  readonly facts?: Readonly<Record<string, string | number>>;
  /** What only the receipt tells, such as the number of what was made: more of both. */
  readonly found?: (receipt: ReceiptJson) => { readonly said: string; readonly facts: Readonly<Record<string, string | number>> };
}

/** Asks if it is to be asked, sends an act's calls, waits until they are final and says so. Throws `CliError` `not_confirmed`, `same_signer`. */
export async function sendAct(client: Client, options: NodeAccess, act: Act): Promise<ReceiptJson> {
  const { signers, calls, gasLimit, said, facts = {}, found } = act;
  checkSigners(signers);
  if (act.asks !== undefined) await ask(act.asks, options);
  const receipt = await client.send({ signers, calls, ...(gasLimit === undefined ? {} : { gasLimit }) });
  const { id, height, index } = receipt;
  const more = found?.(receipt);
  if (options.json) console.log(JSON.stringify({ id, height, index, ...facts, ...more?.facts }));
  else console.log(`${said}${more?.said ?? ""}, final in block ${height}\ntransaction ${id}`);
  return receipt;
}

// A transaction carries each signature once, so that who must be two cannot be one.
function checkSigners(signers: readonly Signer[]): void {
  if (new Set(signers.map(({ address }) => address)).size < signers.length)
    throw new CliError("same_signer", "Two parties sign this, and the same account was named for both.");
}

// Without a terminal there is nobody to ask, and the command was given on purpose.
async function ask(message: string, { yes, json }: NodeAccess): Promise<void> {
  if (yes || json || !process.stdin.isTTY || !process.stdout.isTTY) return;
  const answer = await confirm({ message, initialValue: false });
  if (isCancel(answer) || !answer) throw new CliError("not_confirmed", "Nothing was done.");
}

/** The address that a text is. Throws `CliError` `invalid_argument`. */
export function addressOf(text: string): Address {
  const address = parseAddress(text);
  if (address === undefined) throw new CliError("invalid_argument", `${JSON.stringify(text)} is not an address.`);
  return address;
}

/** A whole number within bounds. Throws `CliError` `invalid_argument`. */
export function wholeNumber(text: string, least: bigint, most: bigint): bigint {
  const number = /^\d{1,20}$/.test(text) ? BigInt(text) : -1n;
  if (number < least || number > most)
    throw new CliError("invalid_argument", `${JSON.stringify(text)} is not a whole number from ${least} to ${most}.`);
  return number;
}

/** A number of 64 bits that nobody has used. */
export const freshNumber: () => bigint = randomNonces();

/** The node's clock, in milliseconds since 1970, and its chain. */
export async function chainOf(client: Client): Promise<{ readonly nowMs: bigint; readonly chainId: Uint8Array }> {
  const { timeMs, chainId } = await client.status();
  return { nowMs: BigInt(timeMs), chainId: Uint8Array.from(Buffer.from(chainId.replace(/^0x/, ""), "hex")) };
}
