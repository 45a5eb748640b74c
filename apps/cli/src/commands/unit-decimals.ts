import type { Address } from "@sycee/protocol";
import type { Client } from "@sycee/sdk";
import { CliError } from "../output/cli-error.ts";
import { resourceOf } from "./resource.ts";

interface CentralBankBooks {
  readonly books: { readonly unit: number };
}

/** The decimals of a unit of account, by its number on the ledger. Throws `CliError` `unknown_unit` where no central bank has it. */
export async function unitDecimals(client: Client, unit: number): Promise<number> {
  for (const { centralBank, decimals } of (await client.statistics()).units) {
    const found = resourceOf<CentralBankBooks>(await client.account(centralBank as Address), "0x4::central_bank_books::CentralBankBooks");
    if (found?.books.unit === unit) return decimals;
  }
  throw new CliError("unknown_unit", `No central bank of this ledger has the unit of account ${unit}.`);
}
