import fs from "node:fs";

const PIECE_BYTES = 4 * 1024 * 1024;

/** Copies the first `bytes` bytes of a file; the copy is durable and whole when it has its name. Throws when the file is shorter. */
export async function copyPart(source: string, target: string, bytes: number): Promise<void> {
  const partial = `${target}.partial`;
  const from = await fs.promises.open(source, "r");
  try {
    const to = await fs.promises.open(partial, "w");
    try {
      const buffer = Buffer.allocUnsafe(Math.min(PIECE_BYTES, Math.max(bytes, 1)));
      for (let offset = 0; offset < bytes; ) {
        const { bytesRead } = await from.read(buffer, 0, Math.min(buffer.length, bytes - offset), offset);
        if (bytesRead === 0) throw new Error(`${source} ends at byte ${offset}, not at ${bytes}`);
        await to.writeFile(buffer.subarray(0, bytesRead));
        offset += bytesRead;
      }
      await to.sync();
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
  await fs.promises.rename(partial, target);
}
