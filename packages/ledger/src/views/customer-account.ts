import { pagedVectorKey, type VirtualMachine } from "@sycee/move-vm";
import { type Address, addressToBytes } from "@sycee/protocol/core";
import { readAccount } from "../laws/account-balance.ts";
import type { CustomerBookLaw } from "../laws/customer-books.ts";
import type { CustomerAccountView } from "../ledger.ts";
import type { LedgerStore } from "../ledger-store.ts";
import { placeOf } from "./account.ts";

const RESOURCE = 0x01;
/** Elements of a page of a paged vector. */
const PAGE = 64;

/** An account of a book, with its number. */
export type NumberedAccountView = CustomerAccountView & { readonly account: number };

/**
 * The accounts from a number on, at most `count` of them, in each book of an institution, as of a block time in milliseconds since 1970; by number. None
 * where it keeps no books, or none with so many accounts.
 * Modules can put books at an address that is not theirs: only those that the institution signed for are its own.
 */
export function readCustomerAccounts(
  vm: VirtualMachine,
  store: LedgerStore,
  books: CustomerBookLaw | undefined,
  institution: Address,
  { first, count }: { readonly first: number; readonly count: number },
  timeMs: bigint,
): NumberedAccountView[] {
  const page = vm.resolveType({ kind: "vector", element: { kind: "u64" } });
  if (books === undefined || page === undefined) return [];
  const prefix = new Uint8Array(33);
  prefix[0] = RESOURCE;
  prefix.set(addressToBytes(institution), 1);
  const views: NumberedAccountView[] = [];
  for (const { key, value } of store.scan(prefix)) {
    const type = vm.describeKey(store, key)?.type;
    if (type === undefined) continue;
    books.visit(
      type,
      () => vm.decodeValue(type, value),
      (book) => {
        const { handle, instrument, institution: owner } = book;
        if (owner !== institution) return;
        for (let index = Math.floor(first / PAGE); index * PAGE < first + count; index++) {
          const bytes = store.get(pagedVectorKey(handle, page, index));
          const accounts = bytes === undefined ? undefined : vm.decodeValue(page, bytes);
          if (!Array.isArray(accounts)) return;
          const begin = Math.max(first, index * PAGE);
          for (let account = begin; account < Math.min(first + count, index * PAGE + accounts.length); account++) {
            const state = accounts[account % PAGE];
            if (state === undefined) return;
            const stored = readAccount(state);
            // The mark of a freeze stays with an account until the next act after its end.
            const isOver = stored.state === "frozen" && books.hasEnded(book, account, timeMs);
            views.push({ account, place: placeOf(type.key), instrument, ...stored, ...(isOver ? { state: "open" } : {}) });
          }
        }
      },
    );
  }
  return views.sort(
    (left, right) => left.account - right.account || left.instrument - right.instrument || (left.place < right.place ? -1 : 1),
  );
}
