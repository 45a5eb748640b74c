import type { Address, Call, ReceiptJson } from "@sycee/protocol";
import { parseAddress } from "@sycee/protocol";
import type { Client, Signer } from "@sycee/sdk";
import { CliError } from "../output/cli-error.ts";
import type { NodeAccess } from "./options.ts";

/** What somebody does, and how it is told. */
export interface Act {
  readonly signers: readonly Signer[];
  readonly calls: readonly Call[];
  readonly gasLimit?: bigint;
  /** What was done, for people. */
  readonly said: string;
  /** The same for programs, beside the transaction's id and place. */
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** Sends an act's calls, waits until they are final and says so. */
export async function sendAct(client: Client, options: NodeAccess, act: Act): Promise<ReceiptJson> {
  const { signers, calls, gasLimit, said, facts = {} } = act;
  const receipt = await client.send({ signers, calls, ...(gasLimit === undefined ? {} : { gasLimit }) });
  const { id, height, index } = receipt;
  if (options.json) console.log(JSON.stringify({ id, height, index, ...facts }));
  else console.log(`${said}, final in block ${height}\ntransaction ${id}`);
  return receipt;
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
export function freshNumber(): bigint {
  const [number = 0n] = crypto.getRandomValues(new BigUint64Array(1));
  return number;
}

/** The node's clock, in milliseconds since 1970, and its chain. */
export async function chainOf(client: Client): Promise<{ readonly nowMs: bigint; readonly chainId: Uint8Array }> {
  const { timeMs, chainId } = await client.status();
  return { nowMs: BigInt(timeMs), chainId: Uint8Array.from(Buffer.from(chainId.replace(/^0x/, ""), "hex")) };
}
