/** What the ledger says of a party besides its payments. */
export type PartyRole = "institution" | "merchant";

/**
 * Looks up what is known of parties. It has to answer the same at the same height, else the same stream would not give the
 * same alerts.
 */
export interface PartyRegister {
  /** `institution`: holds a licence of the supervisor. `merchant`: registered as one with its institution. */
  roleOf(party: string): PartyRole | undefined;
  /** Whose the account is, where the ledger knows: payments between accounts of one holder are not watched. */
  holderOf(party: string): string | undefined;
}
