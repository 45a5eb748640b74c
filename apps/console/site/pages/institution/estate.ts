import { banking, readResource } from "@sycee/sdk";
import { client } from "../../app/client.ts";
import type { Identity } from "../../identity/identity.ts";
import { type BankPositions, bankPositions } from "./bank-positions.ts";

/** Steps of a winding-up, by the number that the ledger has, from 1. */
export const ESTATE_STAGES = ["losses", "counting", "cutting", "borne", "restoring"] as const;

/** A failed bank's winding-up as it stands. Amounts in minor units. */
export interface Estate {
  readonly administrator: Identity["address"];
  readonly stage: (typeof ESTATE_STAGES)[number];
  /** Block time of the declaration, in milliseconds since 1970. */
  readonly declaredAtMs: bigint;
  /** The next account to be counted, cut or restored. */
  readonly cursor: bigint;
  /** What each class of creditors has borne so far. */
  readonly borne: { readonly insurer: bigint; readonly customers: bigint; readonly lenders: bigint };
  readonly positions: BankPositions;
}

/** Reads it from the ledger with proofs; `undefined` for a bank whose insolvency is not declared. Throws `SyceeError`. */
export async function estateOf(address: Identity["address"]): Promise<Estate | undefined> {
  const [insolvency, losses, positions] = await Promise.all([
    readResource(client, address, banking.insolvencyType),
    readResource(client, address, banking.lossesBorneType),
    bankPositions(address),
  ]);
  if (insolvency === undefined || positions === undefined) return undefined;
  const stage = ESTATE_STAGES[insolvency.stage - 1];
  if (stage === undefined) throw new RangeError(`a winding-up has no step ${insolvency.stage}`);
  const { insurer = 0n, customers = 0n, lenders = [] } = losses ?? {};
  return {
    administrator: insolvency.administrator,
    stage,
    declaredAtMs: insolvency.declaredAtMs,
    cursor: insolvency.cursor,
    borne: { insurer, customers, lenders: lenders.reduce((sum, { amount }) => sum + amount, 0n) },
    positions,
  };
}
