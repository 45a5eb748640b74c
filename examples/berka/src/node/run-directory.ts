import { join } from "node:path";

/** The genesis that the chain in a directory began with. The node's own files lie beside the folder that this is in. */
export function genesisFile(directory: string): string {
  return join(directory, "berka", "genesis.bcs");
}

/** The client's journal of a run in a directory. */
export function journalFile(directory: string): string {
  return join(directory, "berka", "journal.ndjson");
}
