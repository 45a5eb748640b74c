import type { Address, Call } from "@sycee/protocol";
import type { ActingSigner } from "./framework-call.ts";
import { genesis, unit } from "./generated/money.ts";

export interface UnitRegistration extends ActingSigner {
  /** e.g. `CZK`. */
  readonly code: string;
  readonly decimals: number;
  /** Minutes by which the zone in which the unit's days end is ahead of UTC; negative to the west. */
  readonly zoneOffsetMinutes: number;
}

/** `0x2::unit::register`: a unit of account; units are numbered from 1. */
export function registerUnit(registration: UnitRegistration): Call {
  const { signer: registrar = 0, code, decimals, zoneOffsetMinutes } = registration;
  return unit.register({
    registrar,
    code,
    decimals,
    zoneOffsetMinutes: Math.abs(zoneOffsetMinutes),
    zoneIsWest: zoneOffsetMinutes < 0,
  });
}

/** `0x2::unit::entrust`: gives the mandate for a unit to an address, which may then establish its central bank. Once for each unit. */
export function entrustUnit(mandate: ActingSigner & { readonly unit: number; readonly centralBank: Address }): Call {
  return unit.entrust({ registrar: mandate.signer ?? 0, unit: mandate.unit, centralBank: mandate.centralBank });
}

/** `0x2::genesis::initialise`: the money framework's own records; only in a genesis, signed by `FRAMEWORK.money`. */
export function initialiseMoney(acting: ActingSigner = {}): Call {
  return genesis.initialise({ framework: acting.signer ?? 0 });
}

/** `0x2::unit::appoint_registrar`: the signing registrar makes another address one too. */
export function appointRegistrar(appointment: ActingSigner & { readonly appointed: Address }): Call {
  return unit.appointRegistrar({ registrar: appointment.signer ?? 0, appointed: appointment.appointed });
}
