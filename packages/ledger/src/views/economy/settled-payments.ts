import type { SettledPaymentsJson } from "@sycee/protocol";
import type { Address } from "@sycee/protocol/core";
import { PACKAGE, resolveStruct } from "../../framework.ts";
import { fieldsOf, integerOf, type StateReader, textOf } from "../state-reader.ts";
import { type JsonFields, readTableEntries } from "../table-entries.ts";

/** Numbers that one page looks at: most may be of others, or forgotten. */
const MAX_LOOKED_AT = 1_000n;
/** What waits to be claimed is looked at, and told, up to so many. */
const MAX_UNCLAIMED_LOOKED_AT = 1_000;
const MAX_UNCLAIMED = 100;
const STATES = ["settled", "recalled", "refused", "returned"] as const;

/** Which settled payments of an institution, the last first. */
export interface SettledPaymentsQuestion {
  readonly house: Address;
  /** Those with lower numbers; all if absent. */
  readonly before: bigint | undefined;
  readonly limit: number;
  /** Those of one account of the institution only, if given. */
  readonly account: number | undefined;
  /** Those in one state only, if given. */
  readonly state: Payment["state"] | undefined;
}

type Payment = SettledPaymentsJson["payments"][number];
type Answer = Omit<SettledPaymentsJson, "height">;

/** What a clearing house keeps of an institution's settled payments, and what waits to be claimed; `undefined` where the institution takes no part in one. */
export function settledPaymentsOf(state: StateReader, institution: Address, question: SettledPaymentsQuestion): Answer | undefined {
  const house = state.resource("banking", "clearing_house", "ClearingHouse", question.house);
  if (house === undefined) return undefined;
  const participants = participantsOf(state, house);
  const own = participants.find((each) => each.institution === institution)?.place;
  if (own === undefined) return undefined;
  const { code: unit, decimals } = state.unit(house.unit);
  const institutions = new Map(participants.map((each) => [each.place, each.institution]));
  return {
    institution,
    house: question.house,
    unit,
    decimals,
    ...pageOf(state, house, institutions, { institution, ...question }),
    unclaimed: unclaimedOf(state, house, own),
  };
}

function pageOf(
  state: StateReader,
  house: JsonFields,
  institutions: ReadonlyMap<bigint, string>,
  { institution, before, limit, account, state: wanted }: SettledPaymentsQuestion & { readonly institution: Address },
): Pick<Answer, "payments" | "next"> {
  const records = fieldsOf(house.records);
  // Chains that began with earlier modules do not say which is the first.
  const first = records.first === undefined ? 1n : integerOf(records.first);
  const last = integerOf(fieldsOf(house.queues).last);
  const keptMs = integerOf(fieldsOf(house.rules).recall_ms);
  const isOf = (at: string, number: number) => at === institution && (account === undefined || number === account);
  const payments: Payment[] = [];
  let end = before === undefined || before > last ? last + 1n : before;
  const floor = end - MAX_LOOKED_AT;
  while (end > first && end > floor && payments.length < limit) {
    end -= 1n;
    const settled = state.entry("banking", "clearing_records", "Settled", records.settled, end, 8);
    if (settled === undefined) continue;
    const payment = paymentOf(end, settled, institutions, keptMs);
    const isAsked = isOf(payment.payer, payment.fromAccount) || isOf(payment.payee, payment.toAccount);
    if (isAsked && (wanted === undefined || payment.state === wanted)) payments.push(payment);
  }
  return { payments, next: end > first ? `${end}` : null };
}

function paymentOf(number: bigint, settled: JsonFields, institutions: ReadonlyMap<bigint, string>, keptMs: bigint): Payment {
  const [payer, payee] = [institutions.get(integerOf(settled.payer)), institutions.get(integerOf(settled.payee))];
  const status = STATES[Number(settled.state)];
  if (payer === undefined || payee === undefined || status === undefined) throw new Error(`payment ${number} is of nobody or in no state`);
  const settledMs = integerOf(settled.settled_ms);
  return {
    number: `${number}`,
    payer,
    fromAccount: Number(settled.from_account),
    payee,
    toAccount: Number(settled.to_account),
    amountMinor: textOf(settled.amount),
    settledMs: `${settledMs}`,
    recallableUntilMs: `${settledMs + keptMs}`,
    state: status,
  };
}

/** Its participants, of which there are 64 at most. */
function participantsOf(state: StateReader, house: JsonFields): readonly { readonly place: bigint; readonly institution: string }[] {
  const records = fieldsOf(fieldsOf(house.participants).records);
  return Array.from({ length: Number(integerOf(records.length)) }, (_, index) => {
    const place = BigInt(index);
    const participant = state.entry("banking", "clearing_participants", "Participant", records, place, 8);
    if (participant === undefined) throw new Error(`a clearing house has no participant ${place}`);
    return { place, institution: textOf(participant.institution) };
  });
}

function unclaimedOf(state: StateReader, house: JsonFields, own: bigint): Answer["unclaimed"] {
  const table = fieldsOf(fieldsOf(house.records).unclaimed);
  const type = resolveStruct(state.vm, PACKAGE.banking, "clearing_records", "Unclaimed");
  if (type === undefined || integerOf(table.length) === 0n) return [];
  return readTableEntries(state.vm, state.store, type, textOf(table.handle), MAX_UNCLAIMED_LOOKED_AT)
    .filter(({ value }) => integerOf(value.payer) === own)
    .map(({ keyBytes, value }) => ({ number: Buffer.from(keyBytes).readBigUInt64LE(), amountMinor: textOf(fieldsOf(value.money).value) }))
    .sort((left, right) => (left.number < right.number ? -1 : 1))
    .slice(0, MAX_UNCLAIMED)
    .map(({ number, amountMinor }) => ({ number: `${number}`, amountMinor }));
}
