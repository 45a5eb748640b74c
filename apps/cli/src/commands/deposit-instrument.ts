import type { Address, InstrumentJson } from "@sycee/protocol";
import type { Client } from "@sycee/sdk";
import { CliError } from "../output/cli-error.ts";

/** The deposits that a bank of that name takes. Throws `CliError` `unknown_instrument`. */
export async function depositInstrument(client: Client, bank: Address, name: string): Promise<InstrumentJson> {
  const found = (await client.instruments()).find(({ issuer, kind }) => issuer === bank && kind === "deposit");
  if (found === undefined) throw new CliError("unknown_instrument", `${name} takes no deposits on this ledger: it is no bank.`);
  return found;
}
