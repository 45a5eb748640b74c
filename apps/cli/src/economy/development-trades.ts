import type { GenesisProgram } from "@sycee/ledger";
import type { Address } from "@sycee/protocol";
import {
  escrowAddress,
  giveRedPacket,
  handOut,
  openEscrow,
  openPaymentRequest,
  orderPayments,
  paymentRequestAddress,
  redPacketAddress,
  standingOrderAddress,
} from "@sycee/sdk";
import { addressNamed, type DevelopmentAccount } from "./development-accounts.ts";

const CASH = 2;
const DAY_MS = 86_400_000n;
/** Days of the yuan end at midnight in Shanghai. */
const ZONE_MS = 28_800_000n;
const BOOKS_MINOR = 38_000n;
const RED_PACKET_MINOR = 8_800n;
/** What is handed out for the trades: cash besides what wallets begin with. */
export const TRADES_MINOR = BOOKS_MINOR + RED_PACKET_MINOR;

/** Something that is under way when the economy begins. */
export interface DevelopmentTrade {
  readonly what: string;
  readonly address: Address;
  /** What to try with it. */
  readonly command: string;
}

/** Dan buys books through escrow with alice as arbiter, gives a red packet and pays for tea every month; the tea house asks for a payment. What dan needs for it comes on top of what he begins with. */
export function tradePrograms(accounts: readonly DevelopmentAccount[], timeMs: bigint): GenesisProgram[] {
  const [dan, alice] = [addressNamed(accounts, "dan"), addressNamed(accounts, "alice")];
  const [bookshop, teaHouse] = [addressNamed(accounts, "bookshop"), addressNamed(accounts, "tea-house")];
  const bank = addressNamed(accounts, "valley-bank");
  const windows = { shipWithinMs: 7n * DAY_MS, inspectWithinMs: 7n * DAY_MS, decideWithinMs: 14n * DAY_MS };
  const books = { seller: bookshop, arbiter: alice, amountMinor: BOOKS_MINOR, ...windows, silentShareBasisPoints: 5_000n };
  const packet = { amountMinor: RED_PACKET_MINOR, shares: 8n, seed: new Uint8Array(32).fill(8), expiresMs: timeMs + 31n * DAY_MS };
  const tea = { payee: teaHouse, amountMinor: 4_500n, period: "months", every: 1n, firstDay: (timeMs + ZONE_MS) / DAY_MS } as const;
  const table = { amountMinor: 2_580n, expiresMs: timeMs + 31n * DAY_MS, reference: "Table 7" };
  const common = { number: 1n, instrument: CASH };
  return [
    { signers: [bank], calls: [handOut({ to: dan, amountMinor: TRADES_MINOR })] },
    {
      signers: [dan],
      calls: [openEscrow({ ...common, ...books }), giveRedPacket({ ...common, ...packet }), orderPayments({ ...common, ...tea })],
    },
    { signers: [teaHouse], calls: [openPaymentRequest({ ...common, ...table })] },
  ];
}

/** Where these are, and what to try with them. */
export function developmentTrades(accounts: readonly DevelopmentAccount[]): DevelopmentTrade[] {
  const dan = addressNamed(accounts, "dan");
  const [escrow, packet, order] = [escrowAddress(dan, 1n), redPacketAddress(dan, 1n), standingOrderAddress(dan, 1n)];
  const request = paymentRequestAddress(addressNamed(accounts, "tea-house"), 1n);
  return [
    { what: "escrow, dan buys books", address: escrow, command: `escrow ship ${escrow} --from bookshop` },
    { what: "red packet of dan", address: packet, command: `red-packet take ${packet} --to bob` },
    { what: "standing order, dan's tea", address: order, command: `standing-order trigger ${order} --from tea-house` },
    { what: "request of the tea house", address: request, command: `account ${request}` },
  ];
}
