export { createMemoryStore } from "./api/memory-store.ts";
export { createVm } from "./api/create-vm.ts";
export { verifyPackage } from "./api/verify-package.ts";
export type * from "./api/vm.ts";
export { VmOptionError } from "./api/vm-option-error.ts";
export type * from "./format/compiled-module.ts";
export { type CleverCode, readCleverCode } from "./format/clever-code.ts";
export { decodeModule } from "./format/decode-module.ts";
export { disassemble } from "./format/disassemble.ts";
export { encodeModule } from "./format/encode-module.ts";
export { ModuleFormatError, type ModuleFormatFault } from "./format/module-format-error.ts";
export { FIRST_GAS_SCHEDULE, GAS_SCHEDULES, type GasSchedule } from "./gas/gas-schedule.ts";
export { hashesReady } from "./natives/hash-natives.ts";
export { createVirtualMachine } from "./runtime/create-virtual-machine.ts";
export { ExecutionError, type ExecutionErrorCode, type MoveLocation } from "./runtime/execution-error.ts";
export { ModuleLinkError, type ModuleLinkFault } from "./runtime/module-link-error.ts";
export {
  ABILITY,
  type EnumType,
  type EnumValue,
  type MoveValue,
  type RuntimeType,
  type StructType,
  type StructValue,
} from "./runtime/runtime-type.ts";
export { runUnitTest, UNIT_TEST_GAS, unitTestParameters, type UnitTestOptions, type UnitTestResult } from "./runtime/unit-test.ts";
export type * from "./runtime/virtual-machine.ts";
export { applyPagePatch } from "./state/page-patch.ts";
export { pagedVectorKey, STATE_KEY_TAG } from "./state/state-key.ts";
export type { StateStore } from "./state/state-store.ts";
export type { ElementChanges, EmittedEvent, StateChange } from "./state/transaction-state.ts";
export { UPGRADE_FAULTS, type UpgradeFault } from "./publishing/check-upgrade.ts";
export {
  VERIFICATION_FAULTS,
  VerificationError,
  type VerificationFault,
  type VerificationPlace,
  type VerificationStage,
} from "./verifier/verification-error.ts";
export { PACKAGE_VERIFICATION_LIMIT, VERIFICATION_LIMIT, VerificationMeter } from "./verifier/verification-meter.ts";
export { verifyModule } from "./verifier/verify-package.ts";
