import type { Address, InstrumentJson } from "@sycee/protocol";
import { COMMERCIAL_BANK } from "./commercial-bank.ts";
import type { InstitutionKind } from "./institution-kind.ts";
import { ownInstrument } from "./own-instrument.ts";
import { PAYMENT_INSTITUTION } from "./payment-institution.ts";

/** What an address is on a ledger with these instruments, and what its customers' accounts are in; `undefined` if it issues neither e-money nor deposits. */
export function kindOnLedger(
  instruments: readonly InstrumentJson[],
  institution: Address,
): { readonly kind: InstitutionKind; readonly instrument: InstrumentJson } | undefined {
  for (const kind of [PAYMENT_INSTITUTION, COMMERCIAL_BANK]) {
    const instrument = ownInstrument(instruments, institution, kind);
    if (instrument !== undefined) return { kind, instrument };
  }
  return undefined;
}
