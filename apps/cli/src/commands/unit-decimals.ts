import type { Address } from "@sycee/protocol";
import type { Client } from "@sycee/sdk";
import { CliError } from "../output/cli-error.ts";

/** The decimals of a unit of account, by its number on the ledger. Throws `CliError` `unknown_unit` where no central bank has it. */
export async function unitDecimals(client: Client, unit: number): Promise<number> {
  for (const { centralBank } of (await client.statistics()).units) {
    const { licences } = await client.economy.licences({ holder: centralBank as Address, kind: "centralBank" });
    const decimals = licences.find(({ unitNumber }) => unitNumber === unit)?.decimals;
    if (decimals !== undefined && decimals !== null) return decimals;
  }
  throw new CliError("unknown_unit", `No central bank of this ledger has the unit of account ${unit}.`);
}
