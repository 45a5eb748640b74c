import { printTypeTag, type TypeTag } from "@sycee/protocol/core";

/** Told in the table of payments, or so often and at such length that nobody reads them singly: the log has them. */
const NOT_KEPT: ReadonlySet<string> = new Set([
  "0x2::money::Paid",
  "0x2::money::Issued",
  "0x2::money::Redeemed",
  "0x2::customer_book::TransfersPosted",
  "0x4::books::Posted",
]);

/** Modules whose events speak of institutions and rules, never of what one customer did. */
const PUBLIC_MODULES: ReadonlySet<string> = new Set([
  "0x2::instrument",
  "0x2::policy",
  "0x2::unit",
  "0x3::gas_schedule",
  "0x3::investigator",
  "0x3::licence",
  "0x3::publishing",
  "0x3::supervisor",
  "0x4::central_bank",
  "0x4::central_bank_credit",
  "0x4::clearing_cycle",
  "0x4::clearing_funds",
  "0x4::clearing_house",
  "0x4::clearing_membership",
  "0x4::deposit_insurance",
  "0x4::insolvency",
  "0x4::institution",
  "0x4::interbank",
  "0x4::monetary_policy",
  "0x4::operator",
  "0x4::reserve_schedule",
  "0x4::reserves",
  "0x4::standing_facilities",
  "0x4::wallet_deposits",
]);
/** Of these modules, what speaks of customers all the same. */
const PRIVATE_EVENTS: ReadonlySet<string> = new Set(["0x4::insolvency::InsuredPaid"]);

/** What becomes of an event: its printed type and who may read it; `undefined` where it is not kept by itself. */
export function keptEvent(type: TypeTag): { readonly type: string; readonly isPublic: boolean } | undefined {
  const printed = printTypeTag(type);
  if (type.kind !== "struct" || NOT_KEPT.has(printed)) return undefined;
  const module = printed.split("::", 2).join("::");
  return { type: printed, isPublic: PUBLIC_MODULES.has(module) && !PRIVATE_EVENTS.has(printed) };
}
