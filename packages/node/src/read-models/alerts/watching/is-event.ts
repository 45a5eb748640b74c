import type { EventRecord } from "@sycee/protocol/core";

/** Addresses of the packages whose events are watched. */
export const PACKAGES = { money: `0x${"2".padStart(64, "0")}`, banking: `0x${"4".padStart(64, "0")}` } as const;

/** Whether an event is of that type of a package's module. */
export function isEvent({ type }: EventRecord, address: string, module: string, name: string): boolean {
  return type.kind === "struct" && type.name === name && type.module === module && type.address === address;
}
