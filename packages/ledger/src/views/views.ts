import type { VirtualMachine } from "@sycee/move-vm";
import { printTypeTag } from "@sycee/protocol";
import type { Laws } from "../laws/laws.ts";
import type { InstrumentView, JsonValue, Ledger } from "../ledger.ts";
import type { LedgerStore } from "../ledger-store.ts";
import { readAccount } from "./account.ts";
import { readCustomerAccounts } from "./customer-account.ts";
import { describeCall } from "./describe-call.ts";
import { readInstruments } from "./instruments.ts";
import { movementsOf } from "./movements.ts";
import { readPackage, takesModules } from "./packages.ts";
import { valueToJson } from "./value-json.ts";

type Views = Pick<
  Ledger,
  "account" | "customerAccounts" | "instruments" | "movements" | "eventJson" | "describeCall" | "modules" | "takesModules" | "recountLaws"
>;

/** What can be read of a ledger, as of its last committed block. */
export function createViews(vm: VirtualMachine, store: LedgerStore, laws: Laws): Views {
  // Symbols never change once an instrument is registered.
  const symbols = new Map<number, string>();
  const instruments = (): InstrumentView[] => readInstruments(vm, store);
  const symbolOf = (instrument: number): string => {
    if (!symbols.has(instrument)) for (const view of instruments()) symbols.set(view.instrument, view.symbol);
    return symbols.get(instrument) ?? `instrument ${instrument}`;
  };
  return {
    account: (address) => readAccount(vm, store, laws.counters, symbolOf, address),
    customerAccounts: (institution, account) => readCustomerAccounts(vm, store, laws.customerBooks, institution, account),
    instruments,
    movements: (events) => movementsOf(events, symbolOf),
    eventJson: (event) => {
      const type = vm.resolveType(event.type);
      if (type === undefined) throw new Error(`an event has a type the ledger does not know: ${printTypeTag(event.type)}`);
      return valueToJson(type, vm.decodeValue(type, event.data));
    },
    describeCall: (call) => describeCall(call, vm.describeFunction(call.address, call.module, call.function)),
    modules: () =>
      vm.modules().map((module) => ({
        package: readPackage(vm, store, module.address),
        address: module.address,
        name: module.name,
        functions: module.functions.map((each): JsonValue => ({ ...each, typeParameters: [...each.typeParameters] })),
      })),
    takesModules: () => takesModules(vm, store),
    recountLaws: () => laws.recount(store, instruments()),
  };
}
