import type { InstitutionJson, OperatorsJson } from "@sycee/protocol";
import type { Address, InstitutionKind } from "@sycee/protocol/core";
import type { JsonFields } from "../table-entries.ts";
import { fieldsOf, listOf, type StateReader, textOf } from "../state-reader.ts";
import { licenceStatusOf } from "./licences.ts";
import type { AddressPaging } from "./paging.ts";

/** Number of the kind of licence, and of institution, in `banking::institution`. */
const BANK = 2;
const NO_CENTRAL_BANK = null;

/** Everything that an address is established as: none where it is no institution. */
export function institutionsAt(state: StateReader, address: Address): InstitutionJson[] {
  const found: InstitutionJson[] = [];
  const add = (kind: InstitutionKind, fields: JsonFields | undefined, issues: readonly string[], centralBank?: string | null): void => {
    if (fields === undefined) return;
    const { code: unit, decimals } = state.unit(fields.unit);
    const instruments = state
      .instruments()
      .filter((each) => each.issuer === address && issues.includes(each.kind))
      .map(({ instrument, symbol, kind }) => ({ instrument, symbol, kind }));
    found.push({
      address,
      name: textOf(fields.name),
      kind,
      unit,
      decimals,
      centralBank: centralBank === undefined ? textOf(fields.central_bank) : centralBank,
      instruments,
      licence: licenceStatusOf(state, address, kind, unit),
    });
  };
  add(
    "centralBank",
    state.resource("banking", "central_bank", "CentralBank", address),
    ["settlement", "digital cash", "notes"],
    NO_CENTRAL_BANK,
  );
  const institution = state.resource("banking", "institution", "Institution", address);
  if (institution?.kind === BANK) add("bank", institution, ["deposit"]);
  else add("paymentInstitution", institution, ["e-money"]);
  add("operator", state.resource("banking", "operator", "Operator", address), []);
  add("clearingHouse", state.resource("banking", "clearing_house", "ClearingHouse", address), []);
  return found;
}

/** The operators that a central bank admitted; `undefined` where there is no central bank. */
export function operatorsOf(
  state: StateReader,
  centralBank: Address,
  { after, limit }: AddressPaging,
): Omit<OperatorsJson, "height"> | undefined {
  const bank = state.resource("banking", "central_bank", "CentralBank", centralBank);
  if (bank === undefined) return undefined;
  const deposits = state.resource("banking", "settlement_account", "Deposits", centralBank);
  const holders = deposits === undefined ? [] : listOf(deposits.holders).map((holder) => textOf(holder) as Address);
  const cash = state.nameOf(bank.cash);
  const operators: OperatorsJson["operators"] = [];
  let at = after === undefined ? 0 : holders.indexOf(after) + 1;
  // Holders are institutions, each admitted or licensed; who is no operator is passed over.
  for (; at < holders.length && operators.length < limit; at += 1) {
    const address = holders[at];
    const operator = address === undefined ? undefined : state.resource("banking", "operator", "Operator", address);
    if (address === undefined || operator === undefined || operator.central_bank !== centralBank) continue;
    const till = state.resource("banking", "operator", "Till", address);
    const settlement = state.resource("banking", "settlement_account", "SettlementAccount", address);
    operators.push({
      address,
      name: textOf(operator.name),
      licence: licenceStatusOf(state, address, "operator", cash.unit),
      tillMinor: till === undefined ? "0" : textOf(fieldsOf(till.money).value),
      settlementMinor: settlement === undefined ? "0" : textOf(fieldsOf(fieldsOf(settlement.account).money).value),
      isBank: state.resource("banking", "institution", "Institution", address)?.kind === BANK,
    });
  }
  return { centralBank, ...cash, operators, next: at < holders.length ? (holders[at - 1] ?? null) : null };
}
