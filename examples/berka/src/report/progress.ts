import { Presets, SingleBar } from "cli-progress";

/** Shows how far a run is: a bar on a terminal, a line now and then elsewhere. */
export interface Progress {
  stage(text: string): void;
  orders(done: number, total: number): void;
  end(): void;
}

const LINE_EVERY_MS = 5000;

/** Progress on standard error, so that standard output has only the result. */
export function createProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  const bar = stream.isTTY
    ? new SingleBar(
        { stream, format: "orders [{bar}] {value}/{total}  {percentage}%  {eta_formatted} left", hideCursor: true },
        Presets.rect,
      )
    : undefined;
  let started = false;
  let lastLineMs: number | undefined;
  return {
    stage(text) {
      stream.write(`${text}\n`);
    },
    orders(done, total) {
      if (bar === undefined) {
        lastLineMs ??= performance.now();
        if (performance.now() - lastLineMs < LINE_EVERY_MS) return;
        lastLineMs = performance.now();
        stream.write(`${done} of ${total} orders\n`);
        return;
      }
      if (!started) bar.start(total, done);
      started = true;
      bar.update(done);
    },
    end() {
      if (started) bar?.stop();
      started = false;
    },
  };
}
