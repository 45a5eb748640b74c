// What supervisors, investigating authorities and central banks decide.
export {
  grantLicence,
  LICENCE_KIND,
  type LicenceGrant,
  type LicenceKind,
  type LicenceName,
  limitLicence,
  resumeLicence,
  revokeLicence,
  suspendLicence,
} from "./licence.ts";
export {
  cancelPolicyChange,
  executePolicyChange,
  type PolicyProposal,
  proposeNotesLimit,
  proposeParameter,
  proposePolicyDelay,
  proposeTier,
  setFirstPolicyDelay,
} from "./policy-change.ts";
export {
  appointInvestigator,
  type CustomerAccountName,
  enableWarrants,
  freezeCustomer,
  freezeWallet,
  liftCustomer,
  liftWallet,
  type WarrantSigners,
  type WarrantTerms,
} from "./warrant.ts";
export {
  appointSupervisor,
  approveSupervisorChange,
  cancelSupervisorChange,
  executeSupervisorChange,
  objectToSupervisorChange,
  proposeSupervisorChange,
  resignAsInvestigator,
  resignAsSupervisor,
  type SupervisorChange,
} from "./supervisor.ts";
export { announceGasSchedule, withdrawGasSchedule } from "./gas-schedule.ts";
