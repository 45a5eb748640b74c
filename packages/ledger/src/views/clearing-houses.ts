import type { VirtualMachine } from "@sycee/move-vm";
import type { ClearingHouseSummaryJson } from "@sycee/protocol";
import type { Address } from "@sycee/protocol/core";
import { PACKAGE, resolveStruct } from "../framework.ts";
import type { InstrumentView } from "../ledger.ts";
import type { LedgerStore } from "../ledger-store.ts";
import { fieldsOf, listOf, readBankingResource } from "./banking-resource.ts";
import { readUnits } from "./instruments.ts";
import { readTableEntries } from "./table-entries.ts";

const ACTIVE = 1;

/** Every clearing house, in the order in which they opened their accounts, central bank by central bank: each has one at its central bank. */
export function readClearingHouses(
  vm: VirtualMachine,
  store: LedgerStore,
  instruments: readonly InstrumentView[],
): ClearingHouseSummaryJson[] {
  const units = readUnits(vm, store);
  const centralBanks = new Set(instruments.flatMap(({ kind, issuer }) => (kind === "settlement" && issuer !== undefined ? [issuer] : [])));
  const holders = [...centralBanks].flatMap((at) => listOf(readBankingResource(vm, store, "settlement_account", "Deposits", at)?.holders));
  return holders.flatMap((holder) => {
    const address = String(holder) as Address;
    const house = readBankingResource(vm, store, "clearing_house", "ClearingHouse", address);
    const cycle = readBankingResource(vm, store, "clearing_house", "Cycle", address);
    const unit = units.get(Number(house?.unit));
    if (house === undefined || cycle === undefined || unit === undefined) return [];
    const { gross, net } = fieldsOf(house.queues);
    return [
      {
        address,
        name: String(house.name),
        unit: unit.code,
        decimals: unit.decimals,
        centralBank: String(house.central_bank),
        participants: activeParticipants(vm, store, String(fieldsOf(fieldsOf(house.participants).records).handle)),
        cycle: { number: String(cycle.number), closedAtMs: cycle.closed_at_ms === null ? null : String(cycle.closed_at_ms) },
        waiting: {
          gross: Number(fieldsOf(gross).length),
          net: Number(fieldsOf(net).length),
          closed: listOf(cycle.admitted).length,
        },
      },
    ];
  });
}

function activeParticipants(vm: VirtualMachine, store: LedgerStore, table: string): number {
  const type = resolveStruct(vm, PACKAGE.banking, "clearing_participants", "Participant");
  if (type === undefined) return 0;
  return readTableEntries(vm, store, type, table).filter(({ value }) => Number(value.status) === ACTIVE).length;
}
