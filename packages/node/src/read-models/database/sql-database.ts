/** One statement after another, on one connection. Numbers of 64 bits and `numeric` come as `bigint`. */
export interface SqlConnection {
  /** Rows of a statement with `$1`, `$2` … in it. Rejects with the database's own error. */
  query<Row extends object>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** A PostgreSQL, embedded or a server's. */
export interface SqlDatabase extends SqlConnection {
  /** Runs `act` in one transaction: all of it, or nothing when it rejects. */
  transaction<T>(act: (connection: SqlConnection) => Promise<T>): Promise<T>;
  /** Runs questions that see one and the same state, whatever is written meanwhile. */
  snapshot<T>(act: (connection: SqlConnection) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Object identifiers of the types that are read as `bigint`. */
export const BIGINT_TYPES = { int8: 20, numeric: 1700 } as const;

/** The schema in which everything lies. */
export const SCHEMA = "sycee";
