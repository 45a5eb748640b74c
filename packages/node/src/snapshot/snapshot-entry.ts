import { EntryChunkReader, type StateEntry } from "@sycee/ledger";
import { compareBytes } from "@sycee/protocol/core";
import { SnapshotFile } from "./snapshot-file.ts";

/** The value of an entry of the state in a snapshot's file, found in a few reads; `undefined` where there is none. Throws `SnapshotError`. */
export function snapshotEntry(path: string, key: Uint8Array): Uint8Array | undefined {
  const file = new SnapshotFile(path);
  try {
    const chunks = [...file.manifest.chunks.entries()].filter(([, { kind }]) => kind === "entries");
    const read = (place: number): StateEntry[] => {
      const [index, { count }] = chunks[place] ?? [0, { count: 0 }];
      return new EntryChunkReader().read(index, file.read(index), count);
    };
    // The last chunk that does not begin behind the key, between `low` and `high`.
    let [low, high] = [0, chunks.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      const [first] = read(middle);
      if (first !== undefined && compareBytes(first.key, key) <= 0) low = middle;
      else high = middle - 1;
    }
    return chunks.length === 0 ? undefined : read(low).find((entry) => compareBytes(entry.key, key) === 0)?.value;
  } finally {
    file.close();
  }
}
