import type { VirtualMachine } from "@sycee/move-vm";
import { type Address, addressToBytes } from "@sycee/protocol/core";
import type { MoneyCounters, MoneySums } from "../laws/money-counter.ts";
import type { AccountView } from "../ledger.ts";
import type { LedgerStore } from "../ledger-store.ts";
import { valueToJson } from "./value-json.ts";

const RESOURCE = 0x01;

/** Everything stored at an address; `undefined` if there is nothing. Balances are the money found inside its resources. */
export function readAccount(
  vm: VirtualMachine,
  store: LedgerStore,
  counters: MoneyCounters | undefined,
  symbolOf: (instrument: number) => string,
  address: Address,
): AccountView | undefined {
  const prefix = new Uint8Array(33);
  prefix[0] = RESOURCE;
  prefix.set(addressToBytes(address), 1);
  const balances: AccountView["balances"][number][] = [];
  const resources: AccountView["resources"][number][] = [];
  for (const { key, value } of store.scan(prefix)) {
    const meaning = vm.describeKey(store, key);
    if (meaning === undefined) continue;
    const decoded = vm.decodeValue(meaning.type, value);
    resources.push({ type: meaning.type.key, value: valueToJson(meaning.type, decoded) });
    const sums: MoneySums = new Map();
    counters?.of(meaning.type)?.(decoded, 1n, sums);
    const place = placeOf(meaning.type.key);
    for (const [instrument, amountMinor] of [...sums].sort(([left], [right]) => left - right)) {
      const symbol = symbolOf(instrument);
      balances.push({ instrument, symbol, amountMinor, place });
    }
  }
  return resources.length === 0 ? undefined : { address, balances, resources };
}

/** Where money is kept, by the type of the resource that holds it. */
const PLACES: ReadonlyMap<string, string> = new Map([
  ["0x2::wallet::Wallet", "wallet"],
  ["0x4::settlement_account::SettlementAccount", "settlement"],
  ["0x4::settlement_account::CustomersReserve", "reserve"],
  ["0x4::settlement_account::OwnFunds", "own funds"],
  ["0x4::operator::Till", "till"],
  // The pools that customers' accounts claim.
  ["0x4::customer_accounts::CustomerAccounts", "customers"],
  ["0x4::institution::Customers", "customers"],
  ["0x4::first_mode::InstitutionsDeposits", "payment institutions"],
  ["0x4::notes::Vault", "vault"],
  ["0x4::notes::Circulation", "in circulation"],
]);

/** One of these places, or the printed type of the resource. */
export function placeOf(typeKey: string): string {
  return PLACES.get(typeKey) ?? typeKey;
}
