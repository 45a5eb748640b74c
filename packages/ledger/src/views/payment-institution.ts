import type { VirtualMachine } from "@sycee/move-vm";
import type { PaymentInstitutionJson } from "@sycee/protocol";
import type { Address } from "@sycee/protocol/core";
import { PACKAGE, resolveStruct } from "../framework.ts";
import type { JsonValue } from "../ledger.ts";
import type { LedgerStore } from "../ledger-store.ts";
import { readInstruments } from "./instruments.ts";
import type { JsonFields as Fields } from "./table-entries.ts";
import { valueToJson } from "./value-json.ts";

const WHOLE_BPS = 10_000n;

/** A payment institution's e-money and what stands behind it; `undefined` if there is none at the address. */
export function readPaymentInstitution(vm: VirtualMachine, store: LedgerStore, address: Address): PaymentInstitutionJson | undefined {
  const read = (module: string, name: string, at = address): Fields | undefined => {
    const type = resolveStruct(vm, PACKAGE.banking, module, name);
    const bytes = type === undefined ? undefined : store.get(vm.resourceKey(type, at));
    return type === undefined || bytes === undefined ? undefined : fields(valueToJson(type, vm.decodeValue(type, bytes)));
  };
  const rule = read("customers_reserve", "ReserveRule");
  const institution = read("institution", "Institution");
  if (rule === undefined || institution === undefined) return undefined;
  const instrument = readInstruments(vm, store).find((each) => each.instrument === Number(rule.instrument));
  if (instrument === undefined)
    throw new Error(`payment institution ${address} issues instrument ${String(rule.instrument)}, which does not exist`);
  const eMoneyMinor = instrument.outstandingMinor;
  const centralBank = String(institution.central_bank) as Address;
  const reserveMinor = heldIn(read("settlement_account", "CustomersReserve"));
  const book = fields(read("institution", "Customers")?.book);
  const steps = read("reserve_schedule", "Schedule", centralBank)?.steps;
  const merchants = read("merchant", "Merchants");
  return {
    address,
    name: String(institution.name),
    unit: instrument.unit,
    decimals: instrument.decimals,
    centralBank,
    instrument: instrument.instrument,
    mode: rule.second_mode === true ? "second" : "first",
    eMoneyMinor: `${eMoneyMinor}`,
    customersMinor: String(fields(book.pool).value),
    accounts: Number(fields(book.accounts).length),
    reserveMinor: `${reserveMinor}`,
    ownFundsMinor: `${heldIn(read("settlement_account", "OwnFunds"))}`,
    coverBps: eMoneyMinor === 0n ? null : Number((reserveMinor * WHOLE_BPS) / eMoneyMinor),
    schedule: (Array.isArray(steps) ? steps : [])
      .map(fields)
      .map((step) => ({ fromMs: String(step.from_ms), shareBps: Number(step.share_bps) })),
    collections: merchants === undefined ? "0" : String(fields(merchants.parties).length),
    report: reportOf(read("first_mode", "Report")),
  };
}

function reportOf(report: Fields | undefined): PaymentInstitutionJson["report"] {
  if (report === undefined) return null;
  const shortfall = BigInt(String(report.e_money)) - BigInt(String(report.reserve)) - BigInt(String(report.at_banks));
  return {
    atMs: String(report.at_ms),
    eMoneyMinor: String(report.e_money),
    reserveMinor: String(report.reserve),
    atBanksMinor: String(report.at_banks),
    shortfallMinor: `${shortfall > 0n ? shortfall : 0n}`,
  };
}

/** What a settlement account holds, in minor units. */
function heldIn(account: Fields | undefined): bigint {
  return account === undefined ? 0n : BigInt(String(fields(fields(account.account).money).value));
}

function fields(value: JsonValue | undefined): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error("a struct was expected in the state");
  return value as Fields;
}
