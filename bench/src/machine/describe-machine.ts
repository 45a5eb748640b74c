import { readFileSync, statfsSync } from "node:fs";
import { availableParallelism, cpus, release, totalmem, type } from "node:os";

/** What the figures were seen on. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGib: number;
  readonly node: string;
  readonly kernel: string;
  /** File system type and device behind the chain's directory, where the system tells. */
  readonly disk: string;
}

/** The machine, and the disk that `directory` is on. */
export function describeMachine(directory: string): Machine {
  return {
    processor: cpus()[0]?.model ?? "unknown",
    cores: availableParallelism(),
    memoryGib: Number((totalmem() / 2 ** 30).toFixed(1)),
    node: process.versions.node,
    kernel: `${type()} ${release()}`,
    disk: describeDisk(directory),
  };
}

function describeDisk(directory: string): string {
  const { bsize, blocks } = statfsSync(directory);
  const size = `${Math.round((bsize * blocks) / 1e9)} GB`;
  const mount = process.platform === "linux" ? mountOf(directory) : undefined;
  return mount === undefined ? size : `${mount.fileSystem} on ${mount.device}, ${size}`;
}

function mountOf(directory: string): { readonly device: string; readonly fileSystem: string } | undefined {
  const mounts = readFileSync("/proc/mounts", "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.split(" "))
    .filter(([, at]) => at !== undefined && (at === "/" || `${directory}/`.startsWith(`${at}/`)))
    .sort(([, left = ""], [, right = ""]) => left.length - right.length);
  const [device, , fileSystem] = mounts.at(-1) ?? [];
  return device === undefined || fileSystem === undefined ? undefined : { device, fileSystem };
}
