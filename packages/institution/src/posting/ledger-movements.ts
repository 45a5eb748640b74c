import { type Address, hexToBytes, type ReceiptJson } from "@sycee/protocol";
import { banking, decode, type MoveType } from "@sycee/sdk";
import type { Movement } from "../statements/journal.ts";

/** A movement on an account of the institution, as an event of the ledger tells it. */
export interface LedgerMovement {
  readonly account: number;
  readonly movement: Movement;
}

interface Told {
  readonly institution: Address;
  readonly account: number;
  readonly amountMinor: bigint;
  readonly kind: Movement["kind"];
}

/** How an event of one type tells of an account. */
interface Reader {
  readonly name: string;
  read(bytes: Uint8Array): readonly Told[];
}

function reader<T>(type: MoveType<T>, told: (event: T) => readonly Told[]): Reader {
  return { name: type.name, read: (bytes) => told(decode(type, bytes)) };
}

type OfAccount = MoveType<{ readonly institution: Address; readonly account: number; readonly amount: bigint }>;

const ofAccount = (type: OfAccount, sign: 1n | -1n, kind: Movement["kind"]): Reader =>
  reader(type, ({ institution, account, amount }) => [{ institution, account, amountMinor: sign * amount, kind }]);

const READERS: readonly Reader[] = [
  ofAccount(banking.eMoneyExchangeToppedUpType, 1n, "top_up"),
  ofAccount(banking.eMoneyExchangePaidOutType, -1n, "withdrawal"),
  ofAccount(banking.paymentInstitutionGrantedType, 1n, "grant"),
  ofAccount(banking.firstModeIssuedAgainstDepositType, 1n, "top_up"),
  ofAccount(banking.firstModeRedeemedFromDepositType, -1n, "withdrawal"),
  // What goes into a red packet, and what of it comes to accounts here: also of packets that another institution made.
  reader(banking.customerRedPacketPacketGivenType, ({ institution, giver, amount }) => [
    { institution, account: giver, amountMinor: -amount, kind: "sent" },
  ]),
  reader(banking.customerRedPacketShareTakenType, ({ institution, taker, amount }) => [
    { institution, account: taker, amountMinor: amount, kind: "received" },
  ]),
  reader(banking.customerRedPacketPacketReturnedType, ({ home, account, amount }) => [
    { institution: home, account, amountMinor: amount, kind: "returned" },
  ]),
  // A payment leaves its account when it enters clearing, and reaches the payee's when it settles.
  reader(banking.clearingEntryPaymentEnteredType, ({ payer, fromAccount, amount }) => [
    { institution: payer, account: fromAccount, amountMinor: -amount, kind: "sent" },
  ]),
  reader(banking.clearingSettlementPaymentSettledType, ({ payee, toAccount, amount }) => [
    { institution: payee, account: toAccount, amountMinor: amount, kind: "received" },
  ]),
  reader(banking.clearingReturnsPaymentReturnedType, ({ payer, fromAccount, amount, unclaimed }) =>
    unclaimed ? [] : [{ institution: payer, account: fromAccount, amountMinor: amount, kind: "returned" }],
  ),
];

/** What a receipt's events tell of accounts of an institution, other than batches between them. */
export function ledgerMovements(receipt: ReceiptJson, institution: Address): LedgerMovement[] {
  const { blockTimeMs, height } = receipt;
  return receipt.events.flatMap(({ type, data }) => {
    const known = READERS.find(({ name }) => name === type);
    const bytes = known === undefined ? undefined : hexToBytes(data);
    if (known === undefined || bytes === undefined) return [];
    return known.read(bytes).flatMap((told) => {
      if (told.institution !== institution) return [];
      const { kind, amountMinor } = told;
      return [{ account: told.account, movement: { atMs: Number(blockTimeMs), height, kind, amountMinor } }];
    });
  });
}
