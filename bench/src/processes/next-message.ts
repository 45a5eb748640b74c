import type { ChildProcess } from "node:child_process";

/** The next message of a process. Rejects when the process ends first, and ends it when it says nothing for `timeoutMs`. */
export function nextMessage<T>(child: ChildProcess, timeoutMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const settle = (outcome: () => void): void => {
      clearTimeout(timer);
      child.off("message", told);
      child.off("exit", ended);
      outcome();
    };
    const told = (message: unknown): void => settle(() => resolve(message as T));
    const ended = (code: number | null, signal: string | null): void =>
      settle(() => reject(new Error(`a process of the benchmark ended with ${code === null ? `signal ${signal}` : `code ${code}`}`)));
    const timer = setTimeout(() => {
      settle(() => reject(new Error(`a process of the benchmark said nothing for ${timeoutMs / 1000} s`)));
      child.kill("SIGKILL");
    }, timeoutMs);
    child.once("message", told);
    child.once("exit", ended);
  });
}
