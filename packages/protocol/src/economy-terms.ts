/** Classes of accounts in books, by number from 1. */
export const ACCOUNT_CLASSES = ["asset", "liability", "equity", "income", "expense"] as const;

/** What an address can be established as. */
export const INSTITUTION_KINDS = ["centralBank", "bank", "paymentInstitution", "operator", "clearingHouse"] as const;
export type InstitutionKind = (typeof INSTITUTION_KINDS)[number];

/** What a licence lets its holder act as; the number on the ledger is the place in this list, from 1. */
export const LICENCE_KINDS = [
  "centralBank",
  "bank",
  "paymentInstitution",
  "operator",
  "clearingHouse",
  "custodian",
  "reseller",
  "broker",
  "exchange",
  "investmentBank",
  "ratingAgency",
  "certifier",
  "publisher",
] as const;

/** Parameters of monetary policy; the number on the ledger is the place in this list, from 1. */
export const POLICY_PARAMETERS = [
  "reserveRatio",
  "requiredReservesRate",
  "excessReservesRate",
  "shortfallRate",
  "lendingFacilityRate",
  "depositFacilityRate",
  "collateralHaircut",
  "capitalRatio",
  "insurancePremium",
  "insuranceCap",
] as const;
