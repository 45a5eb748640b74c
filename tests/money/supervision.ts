import type { Address, Call } from "@sycee/protocol";
import { enableWarrants, FRAMEWORK, grantLicence, initialiseOversight, type LicenceGrant } from "@sycee/sdk";
import { actor } from "./actor.ts";

/** Who licenses the institutions of the tests' economies. */
export const supervisor = actor("supervisor");

/** Who asks for warrants there. */
export const investigator = actor("investigator");

/** The genesis programs that begin oversight and grant licences; they come after the units are registered. */
export function supervision(
  grants: readonly LicenceGrant[],
): readonly { readonly signers: readonly Address[]; readonly calls: readonly Call[] }[] {
  return [
    { signers: [FRAMEWORK.oversight, FRAMEWORK.std], calls: [initialiseOversight({ supervisor: supervisor.address })] },
    { signers: [FRAMEWORK.oversight, FRAMEWORK.money], calls: [enableWarrants({ investigator: investigator.address })] },
    { signers: [supervisor.address], calls: grants.map((grant) => grantLicence(grant)) },
  ];
}

/** The licences of a central bank and its operators for unit 1. */
export function bankingLicences(centralBank: Address, operators: readonly Address[]): LicenceGrant[] {
  return [
    { kind: "centralBank", unit: 1, holder: centralBank },
    ...operators.map((holder): LicenceGrant => ({ kind: "operator", unit: 1, holder })),
  ];
}
