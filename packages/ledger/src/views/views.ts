import { type Address, describeCall, printTypeTag, publishedModuleKey } from "@sycee/protocol/core";
import type { InstrumentView, JsonValue, Ledger } from "../ledger.ts";
import type { LedgerStore } from "../ledger-store.ts";
import type { Machine } from "../machine.ts";
import { readAccount } from "./account.ts";
import { readCustomerAccounts } from "./customer-account.ts";
import { readClearingHouse } from "./clearing-house.ts";
import { readClearingHouses } from "./clearing-houses.ts";
import { createEconomyViews } from "./economy/economy-views.ts";
import { readInstruments } from "./instruments.ts";
import { movementsOf } from "./movements.ts";
import { readPackage, takesModules } from "./packages.ts";
import { readPaymentInstitution } from "./payment-institution.ts";
import { valueToJson } from "./value-json.ts";

type Views = Pick<
  Ledger,
  | "account"
  | "clearingHouse"
  | "clearingHouses"
  | "customerAccounts"
  | "economy"
  | "customerAccountsFrom"
  | "instruments"
  | "movements"
  | "eventJson"
  | "describeCall"
  | "modules"
  | "moduleBytes"
  | "paymentInstitution"
  | "takesModules"
  | "recountLaws"
  | "statistics"
  | "addPastTurnover"
>;

/** What can be read of a ledger, as of its last committed block, whose time `headTimeMs` tells in milliseconds since 1970. */
export function createViews(
  machine: Pick<Machine, "vm" | "laws" | "statistics" | "directory" | "genesisModule">,
  store: LedgerStore,
  headTimeMs: () => bigint,
): Views {
  // Symbols never change once an instrument is registered.
  const symbols = new Map<number, string>();
  const instruments = (): InstrumentView[] => readInstruments(machine.vm, store);
  const symbolOf = (instrument: number): string => {
    if (!symbols.has(instrument)) for (const view of instruments()) symbols.set(view.instrument, view.symbol);
    return symbols.get(instrument) ?? `instrument ${instrument}`;
  };
  const accountsOf = (institution: Address, first: number, count: number) =>
    readCustomerAccounts(machine.vm, store, machine.laws.customerBooks, institution, { first, count }, headTimeMs());
  return {
    account: (address) => readAccount(machine.vm, store, machine.laws.counters, symbolOf, address),
    clearingHouse: (address) => readClearingHouse(machine.vm, store, address),
    clearingHouses: () => readClearingHouses(machine.vm, store, instruments()),
    customerAccounts: (institution, account) => accountsOf(institution, account, 1).map(({ account: _, ...view }) => view),
    customerAccountsFrom: accountsOf,
    economy: createEconomyViews(machine, store, headTimeMs),
    instruments,
    paymentInstitution: (address) => readPaymentInstitution(machine.vm, store, address),
    movements: (events) => movementsOf(events, symbolOf),
    eventJson: (event) => {
      const type = machine.vm.resolveType(event.type);
      if (type === undefined) throw new Error(`an event has a type the ledger does not know: ${printTypeTag(event.type)}`);
      return valueToJson(type, machine.vm.decodeValue(type, event.data));
    },
    describeCall: (call) => describeCall(call, machine.vm.describeFunction(call.address, call.module, call.function)),
    modules: () =>
      machine.vm.modules().map((module) => ({
        package: readPackage(machine.vm, store, module.address),
        address: module.address,
        name: module.name,
        functions: module.functions.map((each): JsonValue => ({ ...each, typeParameters: [...each.typeParameters] })),
      })),
    moduleBytes: (address, name) => store.get(publishedModuleKey(address, name)) ?? machine.genesisModule(address, name),
    takesModules: () => takesModules(machine.vm, store),
    statistics: (height) => machine.statistics.at(height),
    addPastTurnover: (record) => machine.statistics.addPast(record),
    recountLaws: () => machine.laws.recount(store, instruments()),
  };
}
