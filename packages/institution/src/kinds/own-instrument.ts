import type { Address, InstrumentJson } from "@sycee/protocol";
import type { InstitutionKind } from "./institution-kind.ts";

/** What the accounts of an institution's customers are in; `undefined` if it issues nothing of its kind. What a bank's wallets hold is a later instrument of the same kind. */
export function ownInstrument(
  instruments: readonly InstrumentJson[],
  institution: Address,
  kind: InstitutionKind,
): InstrumentJson | undefined {
  const own = instruments.filter((each) => each.issuer === institution && each.kind === kind.instrument);
  return own.toSorted((left, right) => left.instrument - right.instrument)[0];
}
