import type { Address, Call } from "@sycee/protocol";
import { address, bool, literal, signer, string, u16, u32, u8 } from "../arguments/move-type.ts";
import { type ActingSigner, frameworkCall } from "./framework-call.ts";

export interface UnitRegistration extends ActingSigner {
  /** e.g. `CZK`. */
  readonly code: string;
  readonly decimals: number;
  /** Minutes by which the zone in which the unit's days end is ahead of UTC; negative to the west. */
  readonly zoneOffsetMinutes: number;
}

/** `0x2::unit::register`: a unit of account; units are numbered from 1. */
export function registerUnit(unit: UnitRegistration): Call {
  return frameworkCall("money", "unit", "register", [
    signer(unit.signer ?? 0),
    literal(string, unit.code),
    literal(u8, unit.decimals),
    literal(u16, Math.abs(unit.zoneOffsetMinutes)),
    literal(bool, unit.zoneOffsetMinutes < 0),
  ]);
}

/** `0x2::unit::entrust`: gives the mandate for a unit to an address, which may then establish its central bank. Once for each unit. */
export function entrustUnit(mandate: ActingSigner & { readonly unit: number; readonly centralBank: Address }): Call {
  return frameworkCall("money", "unit", "entrust", [
    signer(mandate.signer ?? 0),
    literal(u32, mandate.unit),
    literal(address, mandate.centralBank),
  ]);
}

/** `0x2::genesis::initialise`: the money framework's own records; only in a genesis, signed by `FRAMEWORK.money`. */
export function initialiseMoney(acting: ActingSigner = {}): Call {
  return frameworkCall("money", "genesis", "initialise", [signer(acting.signer ?? 0)]);
}
