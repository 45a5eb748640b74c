import type { Address } from "@sycee/protocol";
import type { Client } from "@sycee/sdk";
import { CliError } from "../output/cli-error.ts";

/** A unit of account that a central bank has. */
export interface Unit {
  /** Its number on the ledger. */
  readonly number: number;
  /** Its code, such as `CNY`. */
  readonly code: string;
  readonly decimals: number;
}

/** The units of account of a ledger's central banks. */
export async function unitsOf(client: Client): Promise<Unit[]> {
  const { units } = await client.statistics();
  const found = await Promise.all(
    units.map(async ({ unit, centralBank, decimals }) => {
      const { licences } = await client.economy.licences({ holder: centralBank as Address, kind: "centralBank" });
      return licences.flatMap(({ unitNumber, unit: code }) => (code !== unit ? [] : [{ number: unitNumber, code: unit, decimals }]));
    }),
  );
  return found.flat();
}

/** The unit that a text names, by its code or its number. Throws `CliError` `unknown_unit` where no central bank has it. */
export async function unitNamed(client: Client, text: string): Promise<Unit> {
  const found = (await unitsOf(client)).find(({ code, number }) => code === text || `${number}` === text);
  if (found === undefined) throw new CliError("unknown_unit", `No central bank of this ledger has the unit of account ${text}.`);
  return found;
}

/** The decimals of a unit of account, by its number on the ledger. Throws `CliError` `unknown_unit` where no central bank has it. */
export async function unitDecimals(client: Client, unit: number): Promise<number> {
  return (await unitNamed(client, `${unit}`)).decimals;
}
