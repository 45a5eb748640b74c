import type { Address } from "@sycee/protocol";
import type { Client } from "@sycee/sdk";

/** One thing that waits for a holder or for others towards it. */
export interface UnderWay {
  readonly at: string;
  readonly kind: "request" | "escrow" | "packet" | "order";
  /** The other party; `null` where anybody may be it. */
  readonly counterparty: string | null;
  readonly symbol: string;
  readonly unit: string;
  readonly decimals: number;
  /** `null` where the payer says how much. */
  readonly amountMinor: string | null;
  readonly state:
    | { readonly kind: "named"; readonly name: "open" | "paid" | "expired" | "shipped" | "disputed" | "decided" }
    | { readonly kind: "shares"; readonly shares: string }
    | { readonly kind: "payments"; readonly paid: string; readonly missed: string };
  /** Milliseconds since 1970, or a day `YYYY-MM-DD`; `null` where it is over. */
  readonly until: { readonly kind: "time"; readonly ms: string } | { readonly kind: "day"; readonly day: string } | null;
}

const LIMIT = 100;

/** Requests, escrows, red packets and standing orders of an address, at most 100 of each. */
export async function readUnderWay(client: Client, address: Address): Promise<readonly UnderWay[]> {
  const page = { limit: LIMIT };
  const [{ requests }, { escrows }, { packets }, { orders }] = await Promise.all([
    client.economy.paymentRequests(address, page),
    client.economy.escrows(address, page),
    client.economy.redPackets(address, page),
    client.economy.standingOrders(address, page),
  ]);
  return [
    ...requests.map(
      ({ request: at, state: name, expiresMs: ms, payment, ...rest }): UnderWay => ({
        ...rest,
        at,
        kind: "request",
        counterparty: payment?.payer ?? null,
        state: { kind: "named", name },
        until: { kind: "time", ms },
      }),
    ),
    ...escrows.map(
      ({ escrow: at, state: name, untilMs: ms, buyer, seller, ...rest }): UnderWay => ({
        ...rest,
        at,
        kind: "escrow",
        counterparty: buyer === address ? seller : buyer,
        state: { kind: "named", name },
        until: { kind: "time", ms },
      }),
    ),
    ...packets.map(
      ({ packet: at, sharesLeft: shares, expiresMs: ms, ...rest }): UnderWay => ({
        ...rest,
        at,
        kind: "packet",
        counterparty: null,
        state: { kind: "shares", shares },
        until: { kind: "time", ms },
      }),
    ),
    ...orders.map(
      ({ order: at, payer, payee, paid, missed, nextOn, ...rest }): UnderWay => ({
        ...rest,
        at,
        kind: "order",
        counterparty: payer === address ? payee : payer,
        state: { kind: "payments", paid, missed },
        until: nextOn === null ? null : { kind: "day", day: nextOn },
      }),
    ),
  ];
}
