import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createVm } from "@sycee/move-vm";

// Loads the whole framework into a machine and makes a first call, in a process that has done neither: prints milliseconds.
const build = fileURLToPath(new URL("../../../move/build", import.meta.url));
const modules = readdirSync(build, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(join(build, name)).map((file) => join(build, name, file)))
  .filter((file) => file.endsWith(".mv"))
  .map((file) => new Uint8Array(readFileSync(file)));
const before = process.cpuUsage();
const start = performance.now();
const vm = createVm({ modules });
const result = vm.call("0x1::vector::empty", { typeArguments: ["u64"] });
const wallMs = performance.now() - start;
const { user, system } = process.cpuUsage(before);
if (result.status !== "ok") throw new Error(`${result.code}: ${result.message}`);
process.stdout.write(`${JSON.stringify({ modules: modules.length, wallMs, cpuMs: (user + system) / 1000 })}\n`);
