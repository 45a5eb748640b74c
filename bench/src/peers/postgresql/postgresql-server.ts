import { type ChildProcess, execFile, spawn } from "node:child_process";
import { chmodSync, chownSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { BenchError } from "../../options/bench-error.ts";
import type { Postgresql } from "./find-postgresql.ts";
import { serverUser } from "./server-user.ts";

const START_TIMEOUT_MS = 30_000;
const run = promisify(execFile);

/** Every commit is on disk before its answer; beyond that the server has memory and log enough that nothing else slows it. */
const SETTINGS = {
  listen_addresses: "",
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
  shared_buffers: "512MB",
  max_wal_size: "8GB",
  checkpoint_timeout: "30min",
  max_connections: "200",
};

/** A server of its own in an empty directory, reached only by a socket in the file system. */
export class PostgresqlServer {
  readonly #programs: string;
  readonly #process: ChildProcess;
  /** Short: the path of a socket has about a hundred bytes. */
  readonly #socket: string;

  static async start({ programs }: Postgresql, directory: string): Promise<PostgresqlServer> {
    const user = serverUser();
    const socket = mkdtempSync(join(tmpdir(), "sycee-bench-"));
    if (user !== undefined) for (const path of [directory, socket]) chownSync(path, user.uid, user.gid);
    chmodSync(directory, 0o700);
    const options = { ...user, cwd: directory, env: { ...process.env, LC_ALL: "C" } };
    await run(join(programs, "initdb"), ["-D", directory, "-U", "bench", "--auth", "trust", "-E", "UTF8"], options);
    const settings = Object.entries({ ...SETTINGS, unix_socket_directories: socket }).flatMap(([name, value]) => [
      "-c",
      `${name}=${value}`,
    ]);
    const child = spawn(join(programs, "postgres"), ["-D", directory, ...settings], { ...options, stdio: ["ignore", "ignore", "ignore"] });
    const server = new PostgresqlServer(programs, child, socket);
    try {
      await server.#untilItServes();
    } catch (error) {
      server.stop();
      throw error;
    }
    return server;
  }

  private constructor(programs: string, child: ChildProcess, socket: string) {
    this.#programs = programs;
    this.#process = child;
    this.#socket = socket;
  }

  /** What `psql` answers, without headings. */
  async query(sql: string): Promise<string> {
    return await this.#psql(["-c", sql]);
  }

  async runFile(path: string): Promise<void> {
    await this.#psql(["-f", path]);
  }

  /** Runs `pgbench` and gives what it prints. */
  async bench(args: readonly string[]): Promise<string> {
    return (await run(join(this.#programs, "pgbench"), ["-h", this.#socket, "-U", "bench", ...args, "postgres"])).stdout;
  }

  /** Ends it at once. Nothing in it is needed any more. */
  stop(): void {
    this.#process.kill("SIGQUIT");
    rmSync(this.#socket, { recursive: true, force: true });
  }

  /** Ends it and waits until it has ended. */
  async end(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    this.stop();
    await ended;
  }

  async #psql(args: readonly string[]): Promise<string> {
    const all = ["-h", this.#socket, "-U", "bench", "-d", "postgres", "-v", "ON_ERROR_STOP=1", "-qAt", ...args];
    return (await run(join(this.#programs, "psql"), all)).stdout.trim();
  }

  async #untilItServes(): Promise<void> {
    const deadlineMs = performance.now() + START_TIMEOUT_MS;
    for (;;) {
      if (this.#process.exitCode !== null) throw new BenchError("peer_failed", `The server ended with code ${this.#process.exitCode}.`);
      try {
        await this.query("SELECT 1");
        return;
      } catch (error) {
        if (performance.now() > deadlineMs) throw new BenchError("peer_failed", "PostgreSQL does not answer.", { cause: error });
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }
}
