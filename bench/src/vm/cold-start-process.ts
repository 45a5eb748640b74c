import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createVm } from "@sycee/move-vm";

// Loads the whole framework into a machine and makes a first call, in a process that has done neither: prints milliseconds.
// Whoever calls waits for one thread; those on which the engine compiles and collects meanwhile are told apart where they can be.
const build = fileURLToPath(new URL("../../../move/build", import.meta.url));
const modules = readdirSync(build, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(join(build, name)).map((file) => join(build, name, file)))
  .filter((file) => file.endsWith(".mv"))
  .map((file) => new Uint8Array(readFileSync(file)));
const before = process.cpuUsage();
const threadBefore = threadMs();
const start = performance.now();
const vm = createVm({ modules });
const result = vm.call("0x1::vector::empty", { typeArguments: ["u64"] });
const wallMs = performance.now() - start;
const callerMs = Math.min(wallMs, threadMs() - threadBefore);
const { user, system } = process.cpuUsage(before);
if (result.status !== "ok") throw new Error(`${result.code}: ${result.message}`);
process.stdout.write(`${JSON.stringify({ modules: modules.length, callerMs, wallMs, cpuMs: (user + system) / 1000 })}\n`);

/** Processor time of this thread in milliseconds, where the system tells (Linux); else the clock. */
function threadMs(): number {
  const path = `/proc/self/task/${process.pid}/schedstat`;
  return existsSync(path) ? Number(readFileSync(path, "utf8").split(" ")[0]) / 1e6 : performance.now();
}
