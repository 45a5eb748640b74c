import { blake2b } from "@sycee/ledger";
import { type Signer, signerOf } from "@sycee/sdk";
import { sodiumKey } from "../economy/sodium-key.ts";

/** Who is in the economy of the clearing example besides the banks. */
export interface ClearingParties {
  readonly centralBank: Signer;
  readonly supervisor: Signer;
  readonly house: Signer;
  readonly custodian: Signer;
  readonly banks: ReadonlyMap<string, Signer>;
}

/** Keys computed from names: anybody has them. */
export function createClearingParties(banks: readonly string[]): ClearingParties {
  return {
    centralBank: signerNamed("central bank"),
    supervisor: signerNamed("supervisor"),
    house: signerNamed("clearing house"),
    custodian: signerNamed("custodian"),
    banks: new Map(banks.map((bank) => [bank, signerNamed(`bank ${bank}`)])),
  };
}

/** The bank of that name; throws an `Error` where there is none. */
export function bankNamed(parties: ClearingParties, bank: string): Signer {
  const found = parties.banks.get(bank);
  if (found === undefined) throw new Error(`there is no bank ${bank}`);
  return found;
}

function signerNamed(name: string): Signer {
  return signerOf(sodiumKey(blake2b(new TextEncoder().encode(`sycee berka clearing: ${name}`))));
}
