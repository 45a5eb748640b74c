import type { WarrantJson, WarrantsJson } from "@sycee/protocol";
import type { Address } from "@sycee/protocol/core";
import type { JsonValue } from "../../ledger.ts";
import { fieldsOf, integerOf, listOf, type StateReader, textOf } from "../state-reader.ts";
import type { NumberPaging } from "./paging.ts";

/** The warrants that a wallet at an address, and customers' accounts of an institution there, are or were under. */
export function warrantsAt(state: StateReader, address: Address, { after, limit }: NumberPaging): Omit<WarrantsJson, "height"> {
  const ofWallet = state.resource("oversight", "warrant", "WalletWarrants", address);
  const ofCustomers = state.resource("oversight", "warrant", "CustomerWarrants", address);
  const all = [
    ...(ofWallet === undefined ? [] : listOf(ofWallet.warrants).map((warrant) => warrantOf(state, warrant, null))),
    ...(ofCustomers === undefined ? [] : listOf(ofCustomers.warrants).map((each) => customerWarrantOf(state, each))),
  ]
    .filter(({ number }) => BigInt(number) > after)
    .sort((left, right) => (BigInt(left.number) < BigInt(right.number) ? -1 : 1));
  const warrants = all.slice(0, limit);
  const frozenUntil = state.resource("money", "wallet", "Wallet", address)?.frozen_until_ms;
  const isFrozen = frozenUntil !== undefined && integerOf(frozenUntil) > state.timeMs;
  return {
    address,
    walletFrozenUntilMs: isFrozen ? textOf(frozenUntil) : null,
    warrants,
    next: warrants.length < all.length ? (warrants.at(-1)?.number ?? null) : null,
  };
}

function customerWarrantOf(state: StateReader, value: JsonValue): WarrantJson {
  const { instrument, account, warrant } = fieldsOf(value);
  const { symbol } = state.instrument(instrument);
  return warrantOf(state, warrant, { instrument: Number(instrument), symbol, account: Number(account) });
}

function warrantOf(state: StateReader, value: JsonValue | undefined, account: WarrantJson["account"]): WarrantJson {
  const warrant = fieldsOf(value);
  const isOver = integerOf(warrant.until_ms) <= state.timeMs;
  return {
    number: textOf(warrant.number),
    account,
    requester: textOf(warrant.requester),
    approver: textOf(warrant.approver),
    reason: textOf(warrant.reason),
    issuedAtMs: textOf(warrant.issued_at_ms),
    untilMs: textOf(warrant.until_ms),
    state: warrant.lifted === true ? "lifted" : isOver ? "ended" : "standing",
  };
}
