import { readFileSync } from "node:fs";

/** Somebody that a server can run as. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root: then it runs as the user of its package or, without one, as nobody. `undefined` for the one who is here already. */
export function serverUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = new Map(
    readFileSync("/etc/passwd", "utf8")
      .split("\n")
      .map((line) => [line.split(":")[0], line.split(":")]),
  );
  const [, , uid, gid] = users.get("postgres") ?? users.get("nobody") ?? [];
  if (uid === undefined || gid === undefined) throw new Error("there is no user that a server could run as");
  return { uid: Number(uid), gid: Number(gid) };
}
