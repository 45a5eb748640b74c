import { execFileSync, type SpawnSyncOptions, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const VERSIONS = "/usr/lib/postgresql";

/** A PostgreSQL server of a test's own. */
export interface PostgresServer {
  /** Makes an empty database and gives its URL. */
  database(name: string): string;
  stop(): void;
}

/** The programs of the newest PostgreSQL that is installed; `undefined` where there is none. */
export const postgresPrograms: string | undefined = existsSync(VERSIONS)
  ? readdirSync(VERSIONS)
      .map((version) => join(VERSIONS, version, "bin"))
      .findLast((bin) => existsSync(join(bin, "initdb")))
  : undefined;

/** Starts a server in a directory of its own. It refuses to run as root: then it runs as the user `postgres`. */
export async function startPostgres(programs: string): Promise<PostgresServer> {
  const directory = mkdtempSync(join(tmpdir(), "sycee-postgres-"));
  const owner = process.getuid?.() === 0 ? idsOf("postgres") : undefined;
  if (owner !== undefined) chownSync(directory, owner.uid, owner.gid);
  const port = await freePort();
  const run = (program: string, ...args: string[]): void => {
    const options: SpawnSyncOptions = {
      ...owner,
      cwd: directory,
      env: { PATH: process.env.PATH ?? "", LC_ALL: "C" },
      stdio: ["ignore", "ignore", "pipe"],
    };
    const { status, stderr } = spawnSync(join(programs, program), args, options);
    if (status !== 0) throw new Error(`${program} failed: ${String(stderr)}`);
  };
  const data = join(directory, "data");
  run("initdb", "-D", data, "-A", "trust", "-U", "sycee", "-E", "UTF8", "--locale=C");
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`;
  run("pg_ctl", "-D", data, "-o", settings, "-w", "-l", join(directory, "server.log"), "start");
  return {
    database(name) {
      run("createdb", "-h", "127.0.0.1", "-p", `${port}`, "-U", "sycee", name);
      return `postgres://sycee@127.0.0.1:${port}/${name}`;
    },
    stop() {
      run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop");
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function idsOf(user: string): { readonly uid: number; readonly gid: number } {
  const id = (flag: string) => Number(execFileSync("id", [flag, user], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}
