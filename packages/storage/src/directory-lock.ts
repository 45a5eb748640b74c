import { randomUUID } from "node:crypto";
import fs from "node:fs";
import net from "node:net";
import { join } from "node:path";
import { StorageError } from "./storage-error.ts";

/** Holds a directory for this process alone until released. */
export interface DirectoryLock {
  release(): void;
}

/** Longest path of a socket that every system takes, in bytes. */
const MAX_SOCKET_PATH_BYTES = 100;
const CONNECT_TIMEOUT_MS = 2_000;
/** In place of a socket's name where the file system has no sockets. */
const NO_SOCKET = "-";

/**
 * Takes a directory. Rejects with {@link StorageError} when a living process, this one included, has it; a dead one's lock is taken over.
 *
 * The lock names a socket in the directory on which its holder listens: the system closes it with the process, and whoever shares the
 * directory can ask it, from another container too, where the number of a process says nothing. Where the file system has no sockets, the
 * process's number and start decide, which holds within one container or machine.
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  const path = join(directory, "lock");
  const token = randomUUID();
  const socket = await listen(directory, `lock.${token}`);
  const mine = `${process.pid} ${birthOf(process.pid) ?? "?"} ${token} ${socket === undefined ? NO_SOCKET : `lock.${token}`}\n`;
  try {
    await takeLock(directory, path, mine);
  } catch (error) {
    socket?.close();
    throw error;
  }
  return {
    release() {
      releaseLock(path, mine);
      // The system removes its file with it.
      socket?.close();
    },
  };
}

async function takeLock(directory: string, path: string, mine: string): Promise<void> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    if (tryCreate(path, mine)) return;
    const theirs = readIfThere(path);
    if (theirs === undefined) continue;
    const holder = await livingHolder(directory, theirs);
    if (holder !== undefined)
      throw new StorageError(`${directory} is in use by process ${holder}. Stop it first, or choose another directory`);
    takeAway(path, theirs);
    const name = socketOf(theirs);
    if (name !== undefined) fs.rmSync(join(directory, name), { force: true });
  }
  throw new StorageError(`${path} cannot be taken: other processes are taking it at the same time`);
}

/** Listens on a socket of that name in a directory; `undefined` where the file system takes none. */
function listen(directory: string, name: string): Promise<net.Server | undefined> {
  return new Promise((resolve) => {
    const server = net.createServer((caller) => caller.destroy());
    const place = openPlace(directory, name);
    server.once("error", () => {
      place.close();
      resolve(undefined);
    });
    server.listen(place.path, () => {
      server.unref();
      server.once("close", () => {
        // Where it was made by way of a descriptor, its file has to go by its own name.
        fs.rmSync(join(directory, name), { force: true });
        place.close();
      });
      resolve(server);
    });
  });
}

/** Whether somebody listens on a socket; `undefined` when there is no such file. */
function isAnswered(directory: string, name: string): Promise<boolean | undefined> {
  return new Promise((resolve) => {
    const place = openPlace(directory, name);
    const caller = net.connect(place.path);
    const settle = (answer: boolean | undefined): void => {
      caller.destroy();
      place.close();
      resolve(answer);
    };
    // A holder with too much to do to take the call is alive; so is one that this process may not call.
    caller.setTimeout(CONNECT_TIMEOUT_MS, () => settle(true));
    caller.once("connect", () => settle(true));
    caller.once("error", (error) => {
      const code = codeOf(error);
      settle(code === "ENOENT" ? undefined : code !== "ECONNREFUSED");
    });
  });
}

// A path too long for a socket is reached by way of the directory's descriptor, where the system has such paths.
function openPlace(directory: string, name: string): { readonly path: string; close(): void } {
  const path = join(directory, name);
  if (Buffer.byteLength(path) <= MAX_SOCKET_PATH_BYTES || !fs.existsSync("/proc/self/fd")) return { path, close: () => undefined };
  const descriptor = fs.openSync(directory, "r");
  let open = true;
  return {
    path: `/proc/self/fd/${descriptor}/${name}`,
    close() {
      if (open) fs.closeSync(descriptor);
      open = false;
    },
  };
}

// Written aside and linked, so that nobody ever sees it half written.
function tryCreate(path: string, text: string): boolean {
  const temporary = `${path}.${randomUUID()}`;
  fs.writeFileSync(temporary, text, { flag: "wx" });
  try {
    fs.linkSync(temporary, path);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  } finally {
    fs.unlinkSync(temporary);
  }
}

// The number of the process that has it; `undefined` when that is dead.
async function livingHolder(directory: string, text: string): Promise<number | undefined> {
  const [pidText = "", birth = "?"] = text.trim().split(" ");
  const pid = Number(pidText);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  const name = socketOf(text);
  const answered = name === undefined ? undefined : await isAnswered(directory, name);
  if (answered !== undefined) return answered ? pid : undefined;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) === "ESRCH") return undefined;
  }
  const now = birthOf(pid);
  return now !== undefined && birth !== "?" && now !== birth ? undefined : pid;
}

function socketOf(text: string): string | undefined {
  const [, , , name] = text.trim().split(" ");
  return name !== undefined && /^lock\.[0-9a-f-]{36}$/.test(name) ? name : undefined;
}

// A process's start tells it from a later one of the same number: the machine's boot and the tick it began at.
function birthOf(pid: number): string | undefined {
  try {
    const fields = fs.readFileSync(`/proc/${pid}/stat`, "latin1").split(") ").at(-1)?.split(" ");
    const boot = fs.readFileSync("/proc/sys/kernel/random/boot_id", "latin1").trim();
    return fields?.[19] === undefined ? undefined : `${boot}/${fields[19]}`;
  } catch {
    // Not every system tells: then the number alone decides.
    return undefined;
  }
}

// Two processes may find the same dead lock: the one that renamed another's fresh lock puts it back.
function takeAway(path: string, expected: string): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    fs.renameSync(path, aside);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return;
    throw error;
  }
  if (readIfThere(aside) !== expected) fs.linkSync(aside, path);
  fs.unlinkSync(aside);
}

function releaseLock(path: string, mine: string): void {
  if (readIfThere(path) === mine) fs.unlinkSync(path);
}

function readIfThere(path: string): string | undefined {
  try {
    return fs.readFileSync(path, "latin1");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
