import { createVirtualMachine } from "@sycee/move-vm";
import { gasScheduleOf } from "../chain-gas-schedule.ts";
import { decodeGenesis } from "../genesis-document.ts";
import { nameOfModule } from "../machine.ts";
import { SnapshotError } from "./snapshot-error.ts";

/**
 * Verifies and links the code of a chain whose state was not made here: its genesis document's modules, with those that were
 * published since in the place of those of the same name. Throws `SnapshotError` with `snapshot_unsound_code`.
 */
export function checkCode(genesis: Uint8Array, published: readonly Uint8Array[]): void {
  try {
    const modules = new Map<string, Uint8Array>();
    for (const bytes of [...decodeGenesis(genesis).modules, ...published]) modules.set(nameOfModule(bytes), bytes);
    createVirtualMachine({ modules: [...modules.values()], gasSchedule: gasScheduleOf(1, undefined) });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SnapshotError("snapshot_unsound_code", `The snapshot has Move modules that no chain would have taken: ${reason}`, {
      cause: error,
    });
  }
}
