import { randomUUID } from "node:crypto";
import fs from "node:fs";
import { join } from "node:path";
import { StorageError } from "./storage-error.ts";

/** Holds a directory for this process alone until released. */
export interface DirectoryLock {
  release(): void;
}

/** Takes a directory. Throws {@link StorageError} when a living process, this one included, has it; a dead one's lock is taken over. */
export function lockDirectory(directory: string): DirectoryLock {
  const path = join(directory, "lock");
  const mine = `${process.pid} ${birthOf(process.pid) ?? "?"} ${randomUUID()}\n`;
  for (let attempt = 0; attempt < 10; attempt += 1) {
    if (tryCreate(path, mine)) return { release: () => releaseLock(path, mine) };
    const theirs = readIfThere(path);
    if (theirs === undefined) continue;
    const holder = livingHolder(theirs);
    if (holder !== undefined)
      throw new StorageError(`${directory} is in use by process ${holder}. Stop it first, or choose another directory`);
    takeAway(path, theirs);
  }
  throw new StorageError(`${path} cannot be taken: other processes are taking it at the same time`);
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

function livingHolder(text: string): number | undefined {
  const [pidText = "", birth = "?"] = text.trim().split(" ");
  const pid = Number(pidText);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) === "ESRCH") return undefined;
  }
  const now = birthOf(pid);
  return now !== undefined && birth !== "?" && now !== birth ? undefined : pid;
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
