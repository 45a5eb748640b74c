/** Columns of every table. Amounts are minor units; times are block times in milliseconds since 1970; addresses print as `0x` and 64 digits. */
export interface Tables {
  /** One row: the block up to which the tables are true. */
  chain_position: { chain_id: string; height: bigint; hash: string; time_ms: bigint };
  /** The block whose state the tables begin with, from a snapshot; no row where they have every block. */
  history_beginning: { height: bigint; time_ms: bigint };
  /** Entries of the state that the reader of the chain goes on reading: `key` and `value` in hexadecimal. */
  kept_entries: { key: string; value: string };
  blocks: { height: bigint; time_ms: bigint; hash: string; transactions: number; payments: number; is_pruned: boolean };
  transactions: {
    height: bigint;
    position: number;
    id: string;
    status: "executed" | "aborted" | "failed";
    /** Why it was refused, or the name of the module's error. */
    code: string | null;
    signers: readonly string[];
    gas_used: bigint;
    calls: readonly { function: string; description: string }[];
  };
  /** What moved, as the money modules tell it; an institution's batch between its own customers is one row. */
  payments: {
    height: bigint;
    position: number;
    number: number;
    time_ms: bigint;
    kind: PaymentKind;
    instrument: number;
    amount: bigint;
    payer: string | null;
    payee: string | null;
    /** How many transfers it is the sum of. */
    transfers: number;
  };
  /**
   * Payments between customers' accounts that were let through to the rules of alerts. Their numbers go on behind those of `payments` of the same
   * transaction; `payer` and `payee` are named as `customerAccount` has it.
   */
  customer_payments: {
    height: bigint;
    position: number;
    number: number;
    time_ms: bigint;
    kind: "batch" | "clearing";
    instrument: number;
    amount: bigint;
    payer: string;
    payee: string;
    is_considerable: boolean;
  };
  /** How many customers' payments there was no room for, by the beginning of the part of time. */
  passed_over_payments: { part_ms: bigint; payments: bigint };
  /** Customers' accounts that are merchants', as payment institutions register them. */
  merchant_accounts: { account: string };
  accounts: { address: string; first_height: bigint; last_height: bigint; payments_in: bigint; payments_out: bigint };
  /** What lies where now; nothing that is zero. */
  holdings: { address: string; place: string; instrument: number; amount: bigint; height: bigint };
  /** The same after each block that changed it. */
  balances: { address: string; place: string; instrument: number; height: bigint; amount: bigint };
  instruments: { instrument: number; symbol: string; kind: string; unit: string; decimals: number; issuer: string | null };
  /** After each block that changed it. */
  instrument_supply: { instrument: number; height: bigint; time_ms: bigint; issued: bigint; redeemed: bigint };
  /** After each block that changed it. */
  money_supply: { unit: string; height: bigint; time_ms: bigint; base: bigint; m0: bigint; m1: bigint; m2: bigint };
  /** Payments of each stretch of {@link ACTIVITY_BUCKET_MS}. */
  payment_activity: { unit: string; bucket_ms: bigint; payments: bigint; real_value: bigint; financial_value: bigint };
  block_activity: { bucket_ms: bigint; blocks: bigint; executed: bigint; refused: bigint };
  /** Lines of balance sheets after each block that changed them. */
  statement_lines: {
    institution: string;
    side: "asset" | "liability" | "equity" | "income" | "expense";
    line: string;
    height: bigint;
    time_ms: bigint;
    amount: bigint;
  };
  institutions: { address: string; role: string; name: string; unit: string | null; height: bigint };
  licences: {
    address: string;
    kind: number;
    unit: number;
    status: number;
    amount_limit: bigint | null;
    expires_at_ms: bigint | null;
  };
  /** What modules told, without movements of money and entries of books. */
  events: {
    height: bigint;
    position: number;
    number: number;
    time_ms: bigint;
    type: string;
    fields: unknown;
    /** Whether it speaks of institutions and rules alone. */
    is_public: boolean;
  };
}

export type PaymentKind = "paid" | "issued" | "redeemed" | "transfers";

/** Payments and blocks are counted in stretches of so many milliseconds. */
export const ACTIVITY_BUCKET_MS = 10_000n;
