import type { Address, Call } from "@sycee/protocol";
import type { ActingSigner } from "./framework-call.ts";
import { licence } from "./generated/oversight.ts";

/** What a licence lets its holder act as. The numbers are permanent. */
export const LICENCE_KIND = {
  centralBank: 1,
  bank: 2,
  paymentInstitution: 3,
  operator: 4,
  clearingHouse: 5,
  custodian: 6,
  reseller: 7,
  broker: 8,
  exchange: 9,
  investmentBank: 10,
  ratingAgency: 11,
  certifier: 12,
  publisher: 13,
} as const;

export type LicenceKind = keyof typeof LICENCE_KIND;

/** Which licence: an address holds at most one for each kind and unit. */
export interface LicenceName extends ActingSigner {
  readonly holder: Address;
  readonly kind: LicenceKind;
  /** Number of the unit; 0, which is what is taken if absent, for a publisher and where the kind has to do with no unit. */
  readonly unit?: number;
}

export interface LicenceGrant extends LicenceName {
  /** What the holder may have outstanding, in minor units; absent means without limit. */
  readonly limitMinor?: bigint | undefined;
  /** When it ends by itself, in milliseconds since 1970; absent means never. */
  readonly expiresAtMs?: bigint | undefined;
}

/** `0x3::licence::grant`: a supervisor lets an address act as an institution. Aborts with `EAlreadyLicensed` unless what the address had was revoked or has expired. */
export function grantLicence(grant: LicenceGrant): Call {
  return licence.grant({ ...named(grant), limit: grant.limitMinor, expiresAtMs: grant.expiresAtMs });
}

/** `0x3::licence::limit`: a supervisor changes what the holder may have outstanding, in minor units; absent means without limit. */
export function limitLicence(change: LicenceName & { readonly limitMinor?: bigint | undefined }): Call {
  return licence.limit({ ...named(change), limit: change.limitMinor });
}

/** `0x3::licence::suspend`: until a supervisor resumes it, the holder may not act by it. The reason has 1 to 256 bytes. */
export function suspendLicence(suspension: LicenceName & { readonly reason: string }): Call {
  return licence.suspend({ ...named(suspension), reason: suspension.reason });
}

/** `0x3::licence::resume`: ends a suspension. */
export function resumeLicence(name: LicenceName): Call {
  return licence.resume(named(name));
}

/** `0x3::licence::revoke`: for good; only a new licence can follow. The reason has 1 to 256 bytes. */
export function revokeLicence(revocation: LicenceName & { readonly reason: string }): Call {
  return licence.revoke({ ...named(revocation), reason: revocation.reason });
}

function named({ signer: supervisor = 0, holder, kind, unit = 0 }: LicenceName) {
  return { supervisor, holder, kind: LICENCE_KIND[kind], unit };
}
