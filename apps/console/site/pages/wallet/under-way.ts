import type { Address } from "@sycee/protocol";
import type { Client } from "@sycee/sdk";

/** One thing that waits for a holder or for others towards it. */
export interface UnderWay {
  readonly at: Address;
  readonly kind: "request" | "escrow" | "packet" | "order";
  /** That its owner gave it. */
  readonly number: string;
  /** What the address is in it. */
  readonly role: "payee" | "buyer" | "seller" | "arbiter" | "giver" | "payer";
  /** Whether its time limit has passed, so that anybody can have it go on. */
  readonly isDue: boolean;
  /** The other party; `null` where anybody may be it. */
  readonly counterparty: Address | null;
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
        at: at as Address,
        kind: "request",
        role: "payee",
        isDue: name === "expired",
        counterparty: (payment?.payer ?? null) as Address | null,
        state: { kind: "named", name },
        until: { kind: "time", ms },
      }),
    ),
    ...escrows.map(
      ({ escrow: at, state: name, untilMs: ms, buyer, seller, ...rest }): UnderWay => ({
        ...rest,
        at: at as Address,
        kind: "escrow",
        role: buyer === address ? "buyer" : seller === address ? "seller" : "arbiter",
        counterparty: (buyer === address ? seller : buyer) as Address,
        state: { kind: "named", name },
        until: { kind: "time", ms },
      }),
    ),
    ...packets.map(
      ({ packet: at, sharesLeft: shares, expiresMs: ms, ...rest }): UnderWay => ({
        ...rest,
        at: at as Address,
        kind: "packet",
        role: "giver",
        counterparty: null,
        state: { kind: "shares", shares },
        until: { kind: "time", ms },
      }),
    ),
    ...orders.map(
      ({ order: at, payer, payee, paid, missed, nextOn, ...rest }): UnderWay => ({
        ...rest,
        at: at as Address,
        kind: "order",
        role: payer === address ? "payer" : "payee",
        isDue: false,
        counterparty: (payer === address ? payee : payer) as Address,
        state: { kind: "payments", paid, missed },
        until: nextOn === null ? null : { kind: "day", day: nextOn },
      }),
    ),
  ];
}
