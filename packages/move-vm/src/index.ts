export {
  ABILITY,
  type EnumType,
  type EnumValue,
  type MoveValue,
  type RuntimeType,
  type StructType,
  type StructValue,
} from "./runtime/runtime-type.ts";
export type { StateStore } from "./state/state-store.ts";
export type { EmittedEvent, StateChange } from "./state/transaction-state.ts";
export type * from "./runtime/virtual-machine.ts";
export { ExecutionError, type ExecutionErrorCode, type MoveLocation } from "./runtime/execution-error.ts";
export { runUnitTest, UNIT_TEST_GAS, type UnitTestOptions, type UnitTestResult } from "./runtime/unit-test.ts";
