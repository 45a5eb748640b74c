// Runs the bombs of a list on its standard input, one after another, and prints what became of each, the most memory
// there was and, with `--expose-gc`, what was alive before the first and after each.
import { createVm, decodeModule } from "../dist/index.js";

let text = "";
for await (const chunk of process.stdin) text += chunk;
const { bombs, modules } = JSON.parse(text, (key, value) => (key === "bytes" ? new Uint8Array(Buffer.from(value, "base64")) : value));
const sound = modules.map(({ bytes }) => bytes);
const vm = createVm({ modules: sound });

const liveBeforeMb = liveMb();
const results = bombs.map((bomb) => {
  const before = process.cpuUsage();
  const code = ignite(bomb);
  const { user, system } = process.cpuUsage(before);
  return { name: bomb.name, code, cpuMs: (user + system) / 1000, liveMb: liveMb() };
});
process.stdout.write(JSON.stringify({ results, liveBeforeMb, memoryMb: process.resourceUsage().maxRSS / 1024 }));

/** Megabytes of the heap and of buffers beside it that something still holds; `undefined` where garbage cannot be told apart. */
function liveMb() {
  if (globalThis.gc === undefined) return undefined;
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1024 ** 2;
}

function ignite(bomb) {
  try {
    if (bomb.kind === "call") {
      const result = vm.call(`0x42::bombs::${bomb.name}`);
      return result.status === "ok" ? "ok" : String(result.code);
    }
    const given = bomb.modules.map(({ bytes }) => bytes);
    if (bomb.kind === "decode") for (const bytes of given) decodeModule(bytes);
    createVm({ modules: given });
    return "ok";
  } catch (error) {
    return typeof error.code === "string" || typeof error.code === "number" ? `${error.name} ${error.fault ?? error.code}` : `CRASH ${error.stack}`;
  }
}
