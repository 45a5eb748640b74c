import { type BlockSession, GAS_SCHEDULES, type GasSchedule, type StructType, type VirtualMachine } from "@sycee/move-vm";
import { fieldOf, PACKAGE, resolveStruct } from "./framework.ts";

/** The schedule of a chain that has never announced another, and of its genesis. */
const FIRST_VERSION = 1;

/** The gas schedule of that version. Throws when this version of the machine does not know it: the node has to stop until it is updated. */
export function gasScheduleOf(version: number, known: readonly GasSchedule[] = GAS_SCHEDULES): GasSchedule {
  const schedule = known.find((each) => each.version === version);
  if (schedule !== undefined) return schedule;
  const versions = known.map((each) => each.version).join(", ");
  throw new Error(
    `the chain charges by gas schedule ${version}, and this node knows ${versions}: it needs a newer version of the software`,
  );
}

/**
 * The version of the gas schedule that the block at `height` is charged by, as `oversight::gas_schedule` has announced it
 * in an earlier block; 1 on a chain without that module or announcement.
 */
export function gasScheduleVersion(vm: VirtualMachine, session: BlockSession, height: bigint): number {
  const type = announcementType(vm);
  const announced = type === undefined ? undefined : session.readResource(type, PACKAGE.oversight);
  if (type === undefined || announced === undefined) return FIRST_VERSION;
  const isNext = BigInt(numberOf(type, announced, "next_from")) <= height;
  return Number(numberOf(type, announced, isNext ? "next" : "version"));
}

// Every block asks. A type stays what it is when its module is upgraded; one that is not there may come.
const types = new WeakMap<VirtualMachine, StructType>();

function announcementType(vm: VirtualMachine): StructType | undefined {
  const known = types.get(vm);
  if (known !== undefined) return known;
  const type = resolveStruct(vm, PACKAGE.oversight, "gas_schedule", "GasSchedule");
  if (type !== undefined) types.set(vm, type);
  return type;
}

function numberOf(type: StructType, value: ReturnType<BlockSession["readResource"]>, field: string): number | bigint {
  if (typeof value !== "object" || Array.isArray(value) || "t" in value) throw new Error("a gas schedule is not a struct");
  const number = value[fieldOf(type, field)];
  if (typeof number !== "number" && typeof number !== "bigint") throw new Error(`${field} of a gas schedule is not a number`);
  return number;
}
