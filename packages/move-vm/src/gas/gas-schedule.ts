import { CODE_GAS, type CodeGas } from "../compiler/gas-table.ts";
import { NATIVE_GAS, type NativeGas } from "../natives/native-gas.ts";
import { PUBLISHING_GAS, type PublishingGas } from "../publishing/publishing-gas.ts";
import { STATE_GAS, type StateGas } from "../state/state-gas.ts";

/**
 * What everything costs. Gas is part of results, so a schedule never changes: another price is another schedule with a
 * version of its own, and the one before stays, for whoever runs the same program again.
 */
export interface GasSchedule {
  /** From 1. */
  readonly version: number;
  readonly code: CodeGas;
  readonly natives: NativeGas;
  readonly state: StateGas;
  readonly publishing: PublishingGas;
}

/** The schedule that machines use unless they are told another. */
export const FIRST_GAS_SCHEDULE: GasSchedule = {
  version: 1,
  code: CODE_GAS,
  natives: NATIVE_GAS,
  state: STATE_GAS,
  publishing: PUBLISHING_GAS,
};

/** Every schedule that this machine knows. */
export const GAS_SCHEDULES: readonly GasSchedule[] = [FIRST_GAS_SCHEDULE];
