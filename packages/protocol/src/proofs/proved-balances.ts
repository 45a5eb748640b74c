import { BcsReader } from "@sycee/bcs";
import { type Address, addressFromBytes } from "../address.ts";
import { PAGE_ELEMENTS } from "./page-element.ts";
import { ProofError } from "./proof-error.ts";
import type { Statement } from "./statement.ts";

/** The type of wallets. */
export const WALLET_TYPE = "0x2::wallet::Wallet";
/** The types of books of customers' accounts: of a bank or payment institution, in its own money, and of an operator, in digital cash. */
export const CUSTOMER_BOOK_TYPES: readonly string[] = ["0x4::institution::Customers", "0x4::customer_accounts::CustomerAccounts"];
/** Accounts of a book that can be under warrants at once. */
const MAX_FREEZES = 1024;
const FROZEN = 0x8000_0000_0000_0000n;
const CLOSED = 0xffff_ffff_ffff_ffffn;

/** Money in a wallet: the number of its instrument and minor units. */
export interface WalletBalance {
  readonly instrument: number;
  readonly amountMinor: bigint;
}

/** What a proved wallet holds, or `undefined` when the statement is not about a wallet. An address that has none holds nothing. Throws `BcsError`. */
export function walletBalances(statement: Statement): readonly WalletBalance[] | undefined {
  if (statement.kind !== "resource" || statement.type !== WALLET_TYPE) return undefined;
  if (statement.value === undefined) return [];
  const reader = new BcsReader(statement.value);
  // holder, operator, admitted_for, tier
  reader.skip(32 + 32 + 4 + 1);
  // moved_to, frozen_until_ms
  reader.option((inner) => inner.fixedBytes(32));
  reader.u64();
  const balances = reader.vector((inner) => ({ instrument: inner.u32(), amountMinor: inner.u64() }), 12);
  reader.finish();
  return balances;
}

/** An institution's book: where its accounts are. */
export interface CustomerBook {
  readonly instrument: number;
  readonly handle: Address;
  readonly accounts: bigint;
  /** Accounts under a warrant, until a block time in milliseconds since 1970. */
  readonly freezes: readonly { readonly account: number; readonly untilMs: bigint }[];
}

/** The book in the BCS of one of {@link CUSTOMER_BOOK_TYPES}, which hold a `money::customer_book::Book` and nothing else. Throws `BcsError`. */
export function readCustomerBook(value: Uint8Array): CustomerBook {
  const reader = new BcsReader(value);
  reader.skip(32);
  const instrument = reader.u32();
  reader.u64();
  const handle = addressFromBytes(reader.fixedBytes(32));
  const accounts = reader.u64();
  const freezes = reader.vector((inner) => ({ account: inner.u32(), untilMs: inner.u64() }), 12, MAX_FREEZES);
  // next_release_ms
  reader.u64();
  reader.finish();
  return { instrument, handle, accounts, freezes };
}

/** A customer's account as it was proved. */
export interface CustomerBalance {
  readonly institution: Address;
  readonly account: number;
  readonly instrument: number;
  readonly amountMinor: bigint;
  /** At the block's time: the mark of a freeze stays with an account until the next act after its end. */
  readonly isFrozen: boolean;
  readonly isClosed: boolean;
}

/**
 * The customer's account that two statements, of an institution's book and of an element of its accounts, prove together as of
 * their block's time in milliseconds since 1970; `undefined` when they are not these. Throws {@link ProofError} when the element is not one of that book, `BcsError`.
 */
export function customerBalance(statements: readonly Statement[], timeMs: bigint): CustomerBalance | undefined {
  const [book, element] = statements;
  if (statements.length !== 2 || book?.kind !== "resource" || !CUSTOMER_BOOK_TYPES.includes(book.type) || element?.kind !== "element") {
    return undefined;
  }
  if (book.value === undefined || element.value === undefined) return undefined;
  const { handle, instrument, accounts, freezes } = readCustomerBook(book.value);
  if (handle !== element.handle || element.type !== "u64" || BigInt(element.index) >= accounts) {
    throw new ProofError("wrong_claim", "The account is not one of the book that is proved with it.");
  }
  const stored = new BcsReader(element.value).u64();
  const isClosed = stored === CLOSED;
  const hasEnded = freezes.some(({ account, untilMs }) => account === element.index && untilMs <= timeMs);
  const isFrozen = !isClosed && stored >= FROZEN && !hasEnded;
  const amountMinor = isClosed ? 0n : stored & (FROZEN - 1n);
  return { institution: book.address, account: element.index, instrument, amountMinor, isFrozen, isClosed };
}

/** The page that an element of a paged vector is in. */
export function pageOfElement(index: number): number {
  return Math.floor(index / PAGE_ELEMENTS);
}
