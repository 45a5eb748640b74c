import { type Database, open } from "lmdb";

const MAP_BYTES = 64 * 2 ** 30;

/** A thread's own handle of the LMDB environment in a directory; handles of one process share the environment. */
export function openCheckpointDatabase(path: string, readOnly = false): Database<Buffer, Buffer> {
  return open<Buffer, Buffer>({
    path,
    readOnly,
    keyEncoding: "binary",
    encoding: "binary",
    // A failed commit must stay failed, also after a kill.
    overlappingSync: false,
    // Writes come in explicit transactions only; batching by turn would add a promise that nobody can catch.
    eventTurnBatching: false,
    mapSize: MAP_BYTES,
    maxDbs: 1,
    noMemInit: true,
  });
}
