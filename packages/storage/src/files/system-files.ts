import fs from "node:fs";
import { promisify } from "node:util";
import type { FileLayer, OpenFile } from "./file-layer.ts";

const fdatasync = promisify(fs.fdatasync);
const fsync = promisify(fs.fsync);
const ftruncate = promisify(fs.ftruncate);

/** The operating system's files. */
export const systemFiles: FileLayer = {
  makeDirectory: (path) => void fs.mkdirSync(path, { recursive: true }),
  list: (directory) => fs.readdirSync(directory),
  open: (path, mode) => openFile(fs.openSync(path, mode === "read" ? "r" : mode === "write" ? "r+" : "wx+")),
  rename: (from, to) => fs.promises.rename(from, to),
  remove: (path) => fs.promises.rm(path, { force: true }),
  async syncDirectory(path) {
    const descriptor = fs.openSync(path, "r");
    try {
      await fsync(descriptor);
    } finally {
      fs.closeSync(descriptor);
    }
  },
};

function openFile(descriptor: number): OpenFile {
  return {
    size: () => fs.fstatSync(descriptor).size,
    readAt(target, offset) {
      let done = 0;
      while (done < target.length) {
        const count = fs.readSync(descriptor, target, done, target.length - done, offset + done);
        if (count === 0) break;
        done += count;
      }
      return done;
    },
    write(bytes, offset) {
      return new Promise((resolve, reject) => {
        fs.write(descriptor, bytes, 0, bytes.length, offset, (error, written) => (error === null ? resolve(written) : reject(error)));
      });
    },
    dataSync: () => fdatasync(descriptor),
    truncate: (length) => ftruncate(descriptor, length),
    close: () => fs.closeSync(descriptor),
  };
}
