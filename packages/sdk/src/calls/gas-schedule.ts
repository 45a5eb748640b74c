import type { Call } from "@sycee/protocol";
import type { ActingSigner } from "./framework-call.ts";
import { gasSchedule } from "./generated/oversight.ts";

/** `0x3::gas_schedule::announce`: the signing supervisor announces by which version of the gas schedule blocks are charged from a height on. */
export function announceGasSchedule(announcement: ActingSigner & { readonly version: bigint; readonly fromHeight: bigint }): Call {
  const { signer = 0, version, fromHeight } = announcement;
  return gasSchedule.announce({ supervisor: signer, version, fromHeight });
}

/** `0x3::gas_schedule::withdraw`: takes back what was announced and has not taken effect. */
export function withdrawGasSchedule(acting: ActingSigner = {}): Call {
  return gasSchedule.withdraw({ supervisor: acting.signer ?? 0 });
}
