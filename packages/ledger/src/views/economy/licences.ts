import type { LicenceJson, LicenceStatus } from "@sycee/protocol";
import { type Address, LICENCE_KINDS } from "@sycee/protocol/core";
import { fieldsOf, integerOf, listOf, type StateReader, textOrNull } from "../state-reader.ts";

const SUSPENDED = 2;
const REVOKED = 3;

/** The licences of an address, in the order in which they were granted. */
export function licencesOf(state: StateReader, holder: Address): LicenceJson[] {
  const held = state.resource("oversight", "licence", "Licences", holder);
  if (held === undefined) return [];
  return listOf(held.licences)
    .map(fieldsOf)
    .map((licence) => {
      const kind = LICENCE_KINDS[Number(licence.kind) - 1];
      if (kind === undefined) throw new Error(`${holder} has a licence of kind ${String(licence.kind)}`);
      const unit = licence.unit === 0 ? undefined : state.unit(licence.unit);
      return {
        holder,
        kind,
        unit: unit?.code ?? null,
        unitNumber: Number(licence.unit),
        decimals: unit?.decimals ?? null,
        status: statusAt(
          state.timeMs,
          Number(licence.status),
          licence.expires_at_ms === null ? undefined : integerOf(licence.expires_at_ms),
        ),
        limitMinor: textOrNull(licence.limit),
        expiresAtMs: textOrNull(licence.expires_at_ms),
      };
    });
}

/** How the licence of an address stands that is of a kind and for a unit of account; null where it has none. */
export function licenceStatusOf(state: StateReader, holder: Address, kind: LicenceJson["kind"], unit: string): LicenceStatus | null {
  return licencesOf(state, holder).find((licence) => licence.kind === kind && licence.unit === unit)?.status ?? null;
}

// As `oversight::licence::status_at` has it: what is revoked stays so when it would have expired.
function statusAt(nowMs: bigint, status: number, expiresAtMs: bigint | undefined): LicenceStatus {
  if (status === REVOKED) return "revoked";
  if (expiresAtMs !== undefined && expiresAtMs <= nowMs) return "expired";
  return status === SUSPENDED ? "suspended" : "inForce";
}
