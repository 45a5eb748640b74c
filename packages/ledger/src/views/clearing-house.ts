import type { VirtualMachine } from "@sycee/move-vm";
import type { ClearingHouseJson } from "@sycee/protocol";
import type { Address } from "@sycee/protocol/core";
import { PACKAGE, resolveStruct } from "../framework.ts";
import type { JsonValue } from "../ledger.ts";
import type { LedgerStore } from "../ledger-store.ts";
import { fieldsOf as fields, listOf as list, readBankingResource } from "./banking-resource.ts";
import { keptPayments } from "./clearing-records.ts";
import { readUnits } from "./instruments.ts";
import { StateReader } from "./state-reader.ts";
import { type JsonFields as Fields, readTableEntries, type TableEntry } from "./table-entries.ts";

type Payment = ClearingHouseJson["queues"]["net"][number];
type Measures = ClearingHouseJson["measures"]["net"];

const STATUSES = ["invited", "active", "failed", "left"] as const;
const PRIORITIES = ["highlyUrgent", "urgent", "normal"] as const;
const GROSS = 1;
const WHOLE_BPS = 10_000n;

/** What a clearing house has under way and has done; `undefined` if there is none at the address. */
export function readClearingHouse(vm: VirtualMachine, store: LedgerStore, address: Address): ClearingHouseJson | undefined {
  const read = (module: string, name: string): Fields | undefined => readBankingResource(vm, store, module, name, address);
  const house = read("clearing_house", "ClearingHouse");
  const cycle = read("clearing_house", "Cycle");
  if (house === undefined || cycle === undefined) return undefined;
  const entriesOf = (module: string, name: string, table: JsonValue | undefined): TableEntry[] => {
    const type = resolveStruct(vm, PACKAGE.banking, module, name);
    return type === undefined ? [] : readTableEntries(vm, store, type, String(fields(table).handle));
  };
  const state = fields(house.participants);
  const participants = entriesOf("clearing_participants", "Participant", state.records)
    .map(({ keyBytes, value }) => ({ place: Number(Buffer.from(keyBytes).readBigUInt64LE()), ...participantOf(value) }))
    .sort((left, right) => left.place - right.place);
  const institution = (place: JsonValue | undefined): Address => {
    const found = participants[Number(place)];
    if (found === undefined) throw new Error(`clearing house ${address} has no participant ${String(place)}`);
    return found.institution as Address;
  };
  const items = entriesOf("clearing_queue", "Item", fields(house.queues).items)
    .map(({ value }) => value)
    .sort((left, right) => Number(left.priority) - Number(right.priority) || Number(left.number) - Number(right.number));
  const payments = (belongs: (item: Fields) => boolean): Payment[] => items.filter(belongs).map((item) => paymentOf(item, institution));
  const unit = readUnits(vm, store).get(Number(house.unit));
  if (unit === undefined) throw new Error(`clearing house ${address} is in unit ${String(house.unit)}, which does not exist`);
  const rules = fields(house.rules);
  const ofPayees = read("clearing_membership", "PairLimits")?.of_payees;
  const limits =
    ofPayees === undefined ? [] : entriesOf("clearing_membership", "LimitsOfPayee", ofPayees).flatMap(({ value }) => list(value.limits));
  return {
    address,
    name: String(house.name),
    unit: unit.code,
    decimals: unit.decimals,
    centralBank: String(house.central_bank),
    rules: {
      mostWaiting: String(rules.most_waiting),
      longestWaitMs: String(rules.longest_wait_ms),
      graceMs: String(rules.grace_ms),
      recallMs: String(rules.recall_ms),
    },
    cycle: { number: String(cycle.number), closedAtMs: cycle.closed_at_ms === null ? null : String(cycle.closed_at_ms) },
    capitalMinor: String(state.capital),
    fundMinor: String(state.fund),
    participants,
    limits: limits
      .map(fields)
      .sort((left, right) => Number(left.payer) - Number(right.payer) || Number(left.payee) - Number(right.payee))
      .map((limit) => ({
        payer: institution(limit.payer),
        payee: institution(limit.payee),
        limitMinor: String(limit.amount),
      })),
    queues: {
      gross: payments(({ mode }) => mode === GROSS),
      net: payments(({ mode, admitted }) => mode !== GROSS && admitted === false),
      closed: payments(({ admitted }) => admitted === true),
    },
    settled: keptPayments(new StateReader(vm, store, 0n), house, new Set(items.map(({ number }) => String(number)))),
    measures: { gross: measuresOf(fields(house.gross)), net: measuresOf(fields(house.net)) },
  };
}

function participantOf(record: Fields): Omit<ClearingHouseJson["participants"][number], "place"> {
  const status = STATUSES[Number(record.status)];
  if (status === undefined) throw new Error(`a participant has status ${String(record.status)}`);
  const owed = list(record.owed_survivors).reduce<bigint>((sum, each) => sum + BigInt(String(each)), BigInt(String(record.owed_capital)));
  const announced = record.announced === null ? undefined : fields(record.announced);
  return {
    institution: String(record.institution),
    status,
    capMinor: String(record.cap),
    announcedCap: announced === undefined ? null : { capMinor: String(announced.cap), fromMs: String(announced.from_ms) },
    collateralMinor: String(record.collateral),
    fundShareMinor: String(record.fund_share),
    owedMinor: owed.toString(),
  };
}

function paymentOf(item: Fields, institution: (place: JsonValue | undefined) => Address): Payment {
  const priority = PRIORITIES[Number(item.priority) - 1];
  if (priority === undefined) throw new Error(`a payment has priority ${String(item.priority)}`);
  return {
    number: String(item.number),
    payer: institution(item.payer),
    fromAccount: Number(item.from_account),
    payee: institution(item.payee),
    toAccount: Number(item.to_account),
    amountMinor: String(fields(item.money).value),
    priority,
    enteredMs: String(item.entered_ms),
  };
}

function measuresOf(measures: Fields): Measures {
  const sum = (name: string): bigint => BigInt(String(measures[name]));
  const value = sum("value");
  const payments = sum("payments");
  const saved = (moved: bigint): number | null => (value === 0n ? null : Number(((value - moved) * WHOLE_BPS) / value));
  return {
    payments: `${payments}`,
    valueMinor: `${value}`,
    liquidityMinor: `${sum("liquidity")}`,
    nettingRatioBps: saved(sum("liquidity")),
    bilateralRatioBps: saved(sum("bilateral")),
    meanDelayMs: payments === 0n ? null : `${sum("waited_ms") / payments}`,
    valueWeightedDelayMs: value === 0n ? null : `${sum("value_waited_ms") / value}`,
    longestDelayMs: `${sum("longest_ms")}`,
    revoked: `${sum("revoked")}`,
    returned: `${sum("returned")}`,
  };
}
