import type { Address, Call } from "@sycee/protocol";
import type { ActingSigner } from "./framework-call.ts";
import { investigator, supervisor } from "./generated/oversight.ts";

/** `0x3::supervisor::appoint`: the signing supervisor appoints another. */
export function appointSupervisor(appointment: ActingSigner & { readonly appointed: Address }): Call {
  return supervisor.appoint({ supervisor: appointment.signer ?? 0, appointed: appointment.appointed });
}

/** `0x3::supervisor::resign`: the signer is a supervisor no more. */
export function resignAsSupervisor(acting: ActingSigner = {}): Call {
  return supervisor.resign({ supervisor: acting.signer ?? 0 });
}

/** `0x3::investigator::resign`: the signer is an investigating authority no more. */
export function resignAsInvestigator(acting: ActingSigner = {}): Call {
  return investigator.resign({ investigator: acting.signer ?? 0 });
}
