import type { Address } from "@sycee/protocol";
import { READ_UNTIL } from "../posting/incoming-feed.ts";
import { openOfficeStore } from "../store/office-store.ts";
import { OfficeStartError } from "./office-start-error.ts";

/** What a store is for. */
export interface StoreOwner {
  /** 64 hexadecimal digits. */
  readonly chainId: string;
  readonly institution: Address;
  /** Whose name errors say. */
  readonly nodeUrl: string;
}

/**
 * Makes a store one ledger's and one institution's, or checks that it is: blocks, accounts and transactions of another would be taken for its own.
 * A new store also remembers from which block on it reads, so that a start at a later block leaves none out. Throws `OfficeStartError`
 * `office_of_another_ledger`, `office_of_another_institution`.
 */
export async function beginStore(directory: string, owner: StoreOwner, fromHeight: bigint): Promise<void> {
  const store = openOfficeStore(directory);
  try {
    await store.change(() => {
      const chainId = store.owner.get("chain id");
      const institution = store.owner.get("institution");
      if (chainId !== undefined && chainId !== owner.chainId) {
        throw new OfficeStartError(
          "office_of_another_ledger",
          `The office in ${directory} is of another ledger than the one at ${owner.nodeUrl}: name another directory.`,
        );
      }
      if (institution !== undefined && institution !== owner.institution) {
        throw new OfficeStartError(
          "office_of_another_institution",
          `The office in ${directory} is of ${institution}, not of ${owner.institution}: name another directory.`,
        );
      }
      if (chainId === undefined) void store.owner.put("chain id", owner.chainId);
      if (institution === undefined) void store.owner.put("institution", owner.institution);
      if (store.numbers.get(READ_UNTIL) === undefined) void store.numbers.put(READ_UNTIL, Number(fromHeight) - 1);
    });
  } finally {
    await store.close();
  }
}
