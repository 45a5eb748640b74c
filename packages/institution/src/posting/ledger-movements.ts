import { type Call, hexToBytes, type ReceiptJson } from "@sycee/protocol";
import { decode, money } from "@sycee/sdk";
import type { OwnBook } from "../kinds/own-book.ts";
import type { Movement } from "../statements/journal.ts";
import { creditsOf } from "./credit-events.ts";
import { debitKind } from "./debit-kinds.ts";
import { creditsOfCall, isTransferBatch, namesByArguments, type ToldByArguments, transfersOfCall } from "./told-by-arguments.ts";

/** A movement on an account of the institution, as the ledger tells it. */
export interface LedgerMovement {
  readonly account: number;
  /** The account at the other end, where it is one of the institution's too. */
  readonly other?: number;
  readonly movement: Movement;
}

type Event = ReceiptJson["events"][number];

/**
 * What a receipt tells of the accounts of an institution's customers. What leaves an account the book itself tells; what comes onto one, events of
 * whoever put it there, or the arguments of the call that did: `calls`, those of the transaction, are needed where `needsCalls` says so. Payments of
 * standing orders are not among them, nor those that merchants collect.
 */
export function ledgerMovements(receipt: ReceiptJson, book: OwnBook, calls: readonly Call[] = []): LedgerMovement[] {
  const { blockTimeMs, height } = receipt;
  return receipt.events.flatMap((event) =>
    toldBy(event, functionOf(receipt, event), book, calls[event.call]).map(({ account, other, amountMinor, kind }) => ({
      account,
      ...(other === undefined ? {} : { other }),
      movement: { atMs: Number(blockTimeMs), height, kind, amountMinor },
    })),
  );
}

/** Whether only the calls of a transaction tell which accounts of the institution's customers it changed. */
export function needsCalls(receipt: ReceiptJson, book: OwnBook): boolean {
  return receipt.events.some((event) => {
    const ofFunction = functionOf(receipt, event);
    if (event.type === DEPOSITED.name) return namesByArguments(ofFunction) && isOf(book, decode(DEPOSITED, bytesOf(event)));
    if (event.type !== POSTED.name || !isTransferBatch(ofFunction)) return false;
    const posted = decode(POSTED, bytesOf(event));
    return isOf(book, posted) && posted.accepted > 0n;
  });
}

const DEPOSITED = money.customerBookDepositedType;
const WITHDRAWN = money.customerBookWithdrawnType;
const POSTED = money.customerBookTransfersPostedType;

function toldBy(event: Event, ofFunction: string, book: OwnBook, call: Call | undefined): readonly ToldByArguments[] {
  switch (event.type) {
    case WITHDRAWN.name: {
      const withdrawn = decode(WITHDRAWN, bytesOf(event));
      const kind = debitKind(ofFunction);
      if (kind === undefined || !isOf(book, withdrawn)) return [];
      return [{ account: withdrawn.account, amountMinor: -withdrawn.amount, kind }];
    }
    case DEPOSITED.name: {
      const deposited = decode(DEPOSITED, bytesOf(event));
      return call !== undefined && isOf(book, deposited) ? creditsOfCall(call, ofFunction, deposited.amount) : [];
    }
    case POSTED.name:
      if (call === undefined || !isTransferBatch(ofFunction) || !isOf(book, decode(POSTED, bytesOf(event)))) return [];
      return transfersOfCall(call, event);
    default:
      return creditsOf(event.type, bytesOf(event)).filter(({ institution }) => institution === book.institution);
  }
}

function isOf(book: OwnBook, told: OwnBook): boolean {
  return told.institution === book.institution && told.instrument === book.instrument;
}

/** The function whose call told of an event. */
function functionOf({ calls }: ReceiptJson, { call }: Event): string {
  return calls[call]?.function ?? "";
}

function bytesOf({ type, data }: Event): Uint8Array {
  const bytes = hexToBytes(data);
  if (bytes === undefined) throw new Error(`the data of an event ${type} are not hexadecimal`);
  return bytes;
}
