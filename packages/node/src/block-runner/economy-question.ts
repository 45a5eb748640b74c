import type { LicenceJson, SettledPaymentsJson } from "@sycee/protocol";
import type { Address, InstitutionKind } from "@sycee/protocol/core";

/** A page of a list in the order of addresses. */
interface AddressPage {
  readonly after: Address | undefined;
  readonly limit: number;
}

/** A page of a list in the order of numbers. */
interface NumberPage {
  readonly after: bigint;
  readonly limit: number;
}

/** A question about the payment economy; `address` is whose it is about. */
export type EconomyQuestion =
  | ({ readonly about: "institutions"; readonly kind: InstitutionKind | undefined } & AddressPage)
  | ({ readonly about: "operators"; readonly address: Address } & AddressPage)
  | { readonly about: "books" | "policy" | "walletLimits" | "paymentRequest"; readonly address: Address }
  | ({ readonly about: "loans" | "timeDeposits"; readonly address: Address; readonly account: number | undefined } & NumberPage)
  | {
      readonly about: "settledPayments";
      readonly address: Address;
      readonly house: Address;
      readonly before: bigint | undefined;
      readonly limit: number;
      readonly account: number | undefined;
      readonly state: SettledPaymentsJson["payments"][number]["state"] | undefined;
    }
  | ({
      readonly about: "licences";
      readonly holder: Address | undefined;
      readonly kind: LicenceJson["kind"] | undefined;
      readonly status: LicenceJson["status"] | undefined;
    } & AddressPage)
  | ({ readonly about: "warrants"; readonly address: Address } & NumberPage)
  | ({ readonly about: "proposals"; readonly authority: Address | undefined } & AddressPage)
  | ({ readonly about: "escrows" | "paymentRequests" | "redPackets" | "standingOrders"; readonly address: Address } & AddressPage);

/** Whether it is answered from lists that the node makes when it is first asked for one. */
export function needsLists(question: EconomyQuestion): boolean {
  switch (question.about) {
    case "institutions":
    case "escrows":
    case "paymentRequests":
    case "redPackets":
    case "standingOrders":
      return true;
    case "licences":
      return question.holder === undefined;
    case "proposals":
      return question.authority === undefined;
    default:
      return false;
  }
}
