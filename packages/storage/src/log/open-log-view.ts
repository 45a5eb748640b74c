import { systemFiles } from "../files/system-files.ts";
import { LogView } from "./log-view.ts";

export type { LogView } from "./log-view.ts";

/** Views the log in a directory of the system's files. Throws `StorageError` when it is damaged. */
export function openLogView(directory: string): LogView {
  return new LogView(systemFiles, directory);
}
