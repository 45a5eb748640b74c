// Runs the bombs of a list on its standard input, one after another, and prints what became of each and the most memory there was.
import { createVm, decodeModule } from "../dist/index.js";

let text = "";
for await (const chunk of process.stdin) text += chunk;
const { bombs, modules } = JSON.parse(text, (key, value) => (key === "bytes" ? new Uint8Array(Buffer.from(value, "base64")) : value));
const sound = modules.map(({ bytes }) => bytes);
const vm = createVm({ modules: sound });

const results = bombs.map((bomb) => {
  const before = process.cpuUsage();
  const code = ignite(bomb);
  const { user, system } = process.cpuUsage(before);
  return { name: bomb.name, code, cpuMs: (user + system) / 1000 };
});
process.stdout.write(JSON.stringify({ results, memoryMb: process.resourceUsage().maxRSS / 1024 }));

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
