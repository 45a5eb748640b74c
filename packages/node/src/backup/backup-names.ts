const LOG = /^log\/\d{16}\.(log|pruned)$/;
const SNAPSHOT = /^snapshots\/\d{16}\.snapshot$/;
/** What is made again from the log, belongs to a process, or is the backup's own. */
const DERIVED = /^(log|snapshots|read-models.*|state.*|lock.*|backup\.json.*)$/;
const SECRET = /key/i;

/**
 * Whether a backup takes, and a restore gives, the file of that name below the data directory: the log, snapshots, and what
 * lies beside them or one folder deeper. Never what is derived, which a restore could not check, and nothing that is called after keys.
 */
export function belongsInBackup(name: string): boolean {
  if (LOG.test(name) || SNAPSHOT.test(name)) return true;
  const parts = name.split("/");
  const [first = ""] = parts;
  if (parts.length > 2 || DERIVED.test(first) || /[\\\0]/.test(name)) return false;
  return parts.every((part) => part !== "" && part !== "." && part !== ".." && !SECRET.test(part));
}
