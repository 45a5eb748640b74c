import { ALERT_TABLES } from "../alerts/storing/alert-tables.ts";

/** A step from one form of the tables to the next. Steps are never changed once they were released. */
export interface Migration {
  readonly number: number;
  readonly sql: readonly string[];
}

// Texts are compared byte by byte: addresses and ids have no language.
const TEXT = 'text COLLATE "C"';

/** Every step, in order. */
export const MIGRATIONS: readonly Migration[] = [
  {
    number: 1,
    sql: [
      `CREATE TABLE chain_position (is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only), chain_id ${TEXT} NOT NULL, height bigint NOT NULL, hash ${TEXT} NOT NULL, time_ms bigint NOT NULL)`,
      `CREATE TABLE kept_entries (key ${TEXT} PRIMARY KEY, value ${TEXT} NOT NULL)`,
      `CREATE TABLE blocks (height bigint PRIMARY KEY, time_ms bigint NOT NULL, hash ${TEXT} NOT NULL, transactions integer NOT NULL, payments integer NOT NULL, is_pruned boolean NOT NULL)`,
      `CREATE TABLE transactions (height bigint, position integer, id ${TEXT} NOT NULL, status ${TEXT} NOT NULL, code ${TEXT}, signers json NOT NULL, gas_used numeric NOT NULL, calls json NOT NULL, PRIMARY KEY (height, position))`,
      "CREATE INDEX transactions_by_id ON transactions (id)",
      `CREATE TABLE payments (height bigint, position integer, number integer, time_ms bigint NOT NULL, kind ${TEXT} NOT NULL, instrument integer NOT NULL, amount numeric NOT NULL, payer ${TEXT}, payee ${TEXT}, transfers integer NOT NULL, PRIMARY KEY (height, position, number))`,
      "CREATE INDEX payments_by_payer ON payments (payer, height, position, number) WHERE payer IS NOT NULL",
      "CREATE INDEX payments_by_payee ON payments (payee, height, position, number) WHERE payee IS NOT NULL",
      `CREATE TABLE accounts (address ${TEXT} PRIMARY KEY, first_height bigint NOT NULL, last_height bigint NOT NULL, payments_in bigint NOT NULL, payments_out bigint NOT NULL)`,
      `CREATE TABLE holdings (address ${TEXT}, place ${TEXT}, instrument integer, amount numeric NOT NULL, height bigint NOT NULL, PRIMARY KEY (address, place, instrument))`,
      "CREATE INDEX holdings_by_instrument ON holdings (instrument, amount)",
      `CREATE TABLE balances (address ${TEXT}, place ${TEXT}, instrument integer, height bigint, amount numeric NOT NULL, PRIMARY KEY (address, place, instrument, height))`,
      `CREATE TABLE instruments (instrument integer PRIMARY KEY, symbol ${TEXT} NOT NULL, kind ${TEXT} NOT NULL, unit ${TEXT} NOT NULL, decimals integer NOT NULL, issuer ${TEXT})`,
      "CREATE TABLE instrument_supply (instrument integer, height bigint, time_ms bigint NOT NULL, issued numeric NOT NULL, redeemed numeric NOT NULL, PRIMARY KEY (instrument, height))",
      `CREATE TABLE money_supply (unit ${TEXT}, height bigint, time_ms bigint NOT NULL, base numeric NOT NULL, m0 numeric NOT NULL, m1 numeric NOT NULL, m2 numeric NOT NULL, PRIMARY KEY (unit, height))`,
      "CREATE INDEX money_supply_by_time ON money_supply (unit, time_ms)",
      `CREATE TABLE payment_activity (unit ${TEXT}, bucket_ms bigint, payments bigint NOT NULL, real_value numeric NOT NULL, financial_value numeric NOT NULL, PRIMARY KEY (unit, bucket_ms))`,
      "CREATE TABLE block_activity (bucket_ms bigint PRIMARY KEY, blocks bigint NOT NULL, executed bigint NOT NULL, refused bigint NOT NULL)",
      `CREATE TABLE statement_lines (institution ${TEXT}, side ${TEXT}, line ${TEXT}, height bigint, time_ms bigint NOT NULL, amount numeric NOT NULL, PRIMARY KEY (institution, side, line, height))`,
      `CREATE TABLE institutions (address ${TEXT}, role ${TEXT}, name ${TEXT} NOT NULL, unit ${TEXT}, height bigint NOT NULL, PRIMARY KEY (address, role))`,
      `CREATE TABLE licences (address ${TEXT}, kind integer, unit integer, status integer NOT NULL, amount_limit numeric, expires_at_ms numeric, PRIMARY KEY (address, kind, unit))`,
      `CREATE TABLE events (height bigint, position integer, number integer, time_ms bigint NOT NULL, type ${TEXT} NOT NULL, fields json NOT NULL, is_public boolean NOT NULL, PRIMARY KEY (height, position, number))`,
      "CREATE INDEX events_public ON events (height, position, number) WHERE is_public",
    ],
  },
  { number: 2, sql: ALERT_TABLES },
  { number: 3, sql: ["CREATE INDEX blocks_by_time ON blocks (time_ms)"] },
  {
    number: 4,
    sql: [
      `CREATE TABLE customer_payments (height bigint, position integer, number integer, time_ms bigint NOT NULL, kind ${TEXT} NOT NULL, instrument integer NOT NULL, amount numeric NOT NULL, payer ${TEXT} NOT NULL, payee ${TEXT} NOT NULL, is_considerable boolean NOT NULL, PRIMARY KEY (height, position, number))`,
      "CREATE TABLE passed_over_payments (part_ms bigint PRIMARY KEY, payments bigint NOT NULL)",
      `CREATE TABLE merchant_accounts (account ${TEXT} PRIMARY KEY)`,
    ],
  },
  {
    number: 5,
    sql: [
      "CREATE TABLE history_beginning (is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only), height bigint NOT NULL, time_ms bigint NOT NULL)",
      // Customers' digital cash has a place of its own in them, and supervisors who were dismissed are none: they are made again from the log.
      "TRUNCATE chain_position, kept_entries, blocks, transactions, payments, accounts, holdings, balances, instruments, instrument_supply, money_supply, payment_activity, block_activity, statement_lines, institutions, licences, events, alerts, alert_memory, customer_payments, passed_over_payments, merchant_accounts",
    ],
  },
];
