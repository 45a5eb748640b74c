import type { Address } from "@sycee/protocol/core";

/** Which page of a list in the order of addresses. */
export interface AddressPaging {
  readonly after: Address | undefined;
  readonly limit: number;
}

/** Which page of a list in the order of numbers. */
export interface NumberPaging {
  readonly after: bigint;
  readonly limit: number;
}
