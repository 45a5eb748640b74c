import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { BenchError } from "../../options/bench-error.ts";
import type { Contender } from "../../rounds/contender.ts";
import type { BenchRun } from "../../run/bench-run.ts";
import type { Postgresql } from "./find-postgresql.ts";
import { PostgresqlServer } from "./postgresql-server.ts";

/** Figures of PostgreSQL beside ours. It verifies no signatures and keeps no hashes. */
export interface PostgresqlFigures {
  readonly version: string;
  /** Median of the rounds. */
  readonly transfersPerSecond: number;
  readonly transfersPerSecondMin: number;
  readonly transfersPerSecondMax: number;
  /** All to one account, median of the rounds. */
  readonly hotAccountPerSecond: number;
}

const FOLDER = fileURLToPath(new URL("../../../postgresql/", import.meta.url));
/** So many that one sync of the disk serves several commits. */
const CLIENTS = 64;
const BALANCE = 1_000_000_000;

/** A transfer function by `pgbench`: prepared statements, a socket of the file system, each commit synced before its answer. */
export class PostgresqlContender implements Contender {
  readonly name = "postgresql";
  /** All to one account, of each round. */
  readonly hot: number[] = [];
  readonly #postgresql: Postgresql;
  readonly #run: BenchRun;
  #server: PostgresqlServer | undefined;
  #entries = 0;

  constructor(postgresql: Postgresql, run: BenchRun) {
    this.#postgresql = postgresql;
    this.#run = run;
  }

  async prepare(): Promise<void> {
    const { accounts, say, workplace } = this.#run;
    say(`PostgreSQL ${this.#postgresql.version}: ${accounts} accounts`);
    const server = await PostgresqlServer.start(this.#postgresql, workplace.makeDirectory("postgresql"));
    this.#server = server;
    workplace.onEnd(() => server.stop());
    await server.runFile(`${FOLDER}schema.sql`);
    await server.query(`INSERT INTO account SELECT id, ${BALANCE} FROM generate_series(1, ${accounts}) AS id`);
    await server.query("VACUUM ANALYZE account");
    await server.query("CHECKPOINT");
  }

  async measure(): Promise<number> {
    const uniform = await this.#bench("uniform.sql");
    this.hot.push(await this.#bench("hot.sql"));
    await this.#check();
    return uniform;
  }

  async finish(): Promise<void> {}

  async end(): Promise<void> {
    await this.#server?.end();
  }

  async #bench(script: string): Promise<number> {
    const seconds = Math.max(1, Math.round(this.#run.seconds));
    const args = ["-n", "-M", "prepared", "-c", `${CLIENTS}`, "-j", `${availableParallelism()}`, "-T", `${seconds}`];
    const printed = await this.#started().bench([...args, "-D", `accounts=${this.#run.accounts}`, "-f", `${FOLDER}${script}`]);
    const processed = /number of transactions actually processed: (\d+)/.exec(printed)?.[1];
    const failed = /number of failed transactions: (\d+)/.exec(printed)?.[1];
    const perSecond = /tps = ([\d.]+) \(without initial connection time\)/.exec(printed)?.[1];
    if (processed === undefined || perSecond === undefined || Number(failed ?? 0) !== 0) {
      throw new BenchError("peer_failed", `pgbench printed what is no result:\n${printed}`);
    }
    this.#entries += Number(processed);
    return Number(perSecond);
  }

  async #check(): Promise<void> {
    const sums = await this.#started().query("SELECT (SELECT sum(balance) FROM account), (SELECT count(*) FROM entry)");
    const expected = `${BALANCE * this.#run.accounts}|${this.#entries}`;
    if (sums !== expected) throw new BenchError("peer_failed", `PostgreSQL has ${sums} as sum and entries, not ${expected}.`);
  }

  #started(): PostgresqlServer {
    if (this.#server === undefined) throw new Error("PostgreSQL was not prepared");
    return this.#server;
  }
}
