import type { ChildProcess } from "node:child_process";

/** The next message of a process. Rejects when the process ends first. */
export function nextMessage<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null, signal: string | null): void => {
      child.off("message", told);
      reject(new Error(`a process of the benchmark ended with ${code === null ? `signal ${signal}` : `code ${code}`}`));
    };
    const told = (message: unknown): void => {
      child.off("exit", ended);
      resolve(message as T);
    };
    child.once("message", told);
    child.once("exit", ended);
  });
}
