import { BcsReader } from "@sycee/bcs";
import { addressFromBytes, type EventRecord } from "@sycee/protocol/core";
import { PACKAGE } from "../framework.ts";
import type { Movement } from "../ledger.ts";

/** The movements that the events of `money::money` tell; only that module can emit them. `symbolOf` names an instrument. */
export function movementsOf(events: readonly EventRecord[], symbolOf: (instrument: number) => string): Movement[] {
  const movements: Movement[] = [];
  for (const event of events) {
    const { type } = event;
    if (type.kind !== "struct" || type.address !== PACKAGE.money || type.module !== "money") continue;
    const reader = new BcsReader(event.data);
    if (type.name !== "Issued" && type.name !== "Redeemed" && type.name !== "Paid") continue;
    const instrument = reader.u32();
    const amountMinor = reader.u64();
    const first = addressFromBytes(reader.fixedBytes(32));
    const common = { call: event.call, instrument, symbol: symbolOf(instrument), amountMinor };
    if (type.name === "Issued") movements.push({ kind: "issued", ...common, from: undefined, to: first });
    else if (type.name === "Redeemed") movements.push({ kind: "redeemed", ...common, from: first, to: undefined });
    else movements.push({ kind: "paid", ...common, from: first, to: addressFromBytes(reader.fixedBytes(32)) });
  }
  return movements;
}
