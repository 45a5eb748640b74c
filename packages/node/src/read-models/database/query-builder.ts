import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from "kysely";
import type { SqlConnection } from "./sql-database.ts";
import type { Tables } from "./tables.ts";

/** Builds and runs questions to the tables, with the types of their columns. */
export function queryBuilder(database: SqlConnection): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new ReadingDriver(database),
      createIntrospector: (kysely) => new PostgresIntrospector(kysely),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}

const NO_TRANSACTIONS = "questions are asked one by one, outside of transactions";

/** The port as Kysely wants it. What is written goes to the port itself, in its transactions. */
class ReadingDriver implements Driver {
  private readonly connection: DatabaseConnection;

  constructor(database: SqlConnection) {
    this.connection = {
      async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
        const rows: object[] = await database.query(sql, parameters);
        return { rows: rows as R[] };
      },
      streamQuery: () => {
        throw new Error("answers are bounded and not streamed");
      },
    };
  }

  init(): Promise<void> {
    return Promise.resolve();
  }

  acquireConnection(): Promise<DatabaseConnection> {
    return Promise.resolve(this.connection);
  }

  releaseConnection(): Promise<void> {
    return Promise.resolve();
  }

  beginTransaction(): Promise<void> {
    return Promise.reject(new Error(NO_TRANSACTIONS));
  }

  commitTransaction(): Promise<void> {
    return Promise.reject(new Error(NO_TRANSACTIONS));
  }

  rollbackTransaction(): Promise<void> {
    return Promise.reject(new Error(NO_TRANSACTIONS));
  }

  destroy(): Promise<void> {
    return Promise.resolve();
  }
}
