import { historyBeginning, SnapshotError } from "@sycee/ledger";
import { type BlockHeader, compareBytes, encodeBlockHeader } from "@sycee/protocol/core";
import { restoreCheckpoint } from "@sycee/storage";
import { type RetainedSnapshot, retainedSnapshots } from "./retained-snapshots.ts";
import { SnapshotFile } from "./snapshot-file.ts";
import { snapshotEntries } from "./state-at-height.ts";
import { StateLoader } from "./state-loader.ts";

/**
 * Makes the checkpoint of a chain that has lost it anew from the newest sound snapshot beside it. `headerAt` gives the log's
 * header of a height, `undefined` where the log has none. Resolves to whether there was such a snapshot.
 */
export async function restoreState(dataDirectory: string, headerAt: (height: bigint) => BlockHeader | undefined): Promise<boolean> {
  for (const snapshot of retainedSnapshots(dataDirectory).toReversed()) {
    const header = headerAt(BigInt(snapshot.height));
    if (header === undefined) continue;
    try {
      await restoreCheckpoint(dataDirectory, header.height, (put) => load(snapshot, header, put));
      return true;
    } catch (error) {
      // An older one, or the log from its beginning, may do.
      if (!(error instanceof SnapshotError)) throw error;
    }
  }
  return false;
}

function load({ path }: RetainedSnapshot, header: BlockHeader, put: ConstructorParameters<typeof StateLoader>[0]["put"]): void {
  const file = new SnapshotFile(path);
  file.close();
  if (compareBytes(encodeBlockHeader(file.manifest.header), encodeBlockHeader(header)) !== 0) {
    throw new SnapshotError("snapshot_wrong_chain", `${path} is not of block ${header.height} of this chain.`);
  }
  put(historyBeginning(header));
  const loader = new StateLoader({ put });
  for (const entries of snapshotEntries(path)) for (const entry of entries) loader.add(entry);
  if (compareBytes(loader.finish(), header.stateRoot) !== 0) {
    throw new SnapshotError("snapshot_wrong_state", `The entries of ${path} do not make up the state of block ${header.height}.`);
  }
}
