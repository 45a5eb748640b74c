import type { Address, Call } from "@sycee/protocol";
import type { ActingSigner } from "./framework-call.ts";
import { investigator, supervisor, supervisorChange } from "./generated/oversight.ts";

/** `0x3::supervisor::appoint`: the only supervisor appoints another. Aborts with `ESeveral` where there are several: see {@link proposeSupervisorChange}. */
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

/** Who is to leave office and who to take it up, why and from when on, in milliseconds since 1970: seven days away at least. */
export interface SupervisorChange extends ActingSigner {
  readonly dismissed?: Address | undefined;
  readonly appointed?: Address | undefined;
  /** 1 to 256 bytes. */
  readonly reason: string;
  readonly earliestMs: bigint;
}

type OfProposal = ActingSigner & { readonly number: bigint };

/** `0x3::supervisor_change::propose`: the signing supervisor proposes and approves. Aborts with `ENothingChanges`, `ENotInOffice`, `EProposesAlready`, `ETooEarly`. */
export function proposeSupervisorChange(change: SupervisorChange): Call {
  const { signer = 0, dismissed, appointed, reason, earliestMs } = change;
  return supervisorChange.propose({ supervisor: signer, dismissed, appointed, reason, earliestMs });
}

/** `0x3::supervisor_change::approve`: another supervisor approves. Aborts with `EUnknownProposal`, `EApprovedAlready`. */
export function approveSupervisorChange({ signer = 0, number }: OfProposal): Call {
  return supervisorChange.approve({ supervisor: signer, number });
}

/** `0x3::supervisor_change::object`: the supervisor to be dismissed objects, so that half of all are not enough. Aborts with `ENotDismissed`. */
export function objectToSupervisorChange({ signer = 0, number }: OfProposal): Call {
  return supervisorChange.object({ supervisor: signer, number });
}

/** `0x3::supervisor_change::execute`: any supervisor has the change made once its time has come. Aborts with `ETooFewApprove`, `ELocked`, `ELapsed`. */
export function executeSupervisorChange({ signer = 0, number }: OfProposal): Call {
  return supervisorChange.execute({ supervisor: signer, number });
}

/** `0x3::supervisor_change::cancel`: whoever proposed it takes it back. Aborts with `ENotProposer`. */
export function cancelSupervisorChange({ signer = 0, number }: OfProposal): Call {
  return supervisorChange.cancel({ supervisor: signer, number });
}
