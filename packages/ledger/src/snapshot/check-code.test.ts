import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { decodeModule, encodeModule } from "@sycee/move-vm";
import { describe, expect, test } from "vitest";
import { encodeGenesis } from "../genesis-document.ts";
import { checkCode } from "./check-code.ts";

const STD = fileURLToPath(new URL("../../../../move/build/std/", import.meta.url));
const modules = readdirSync(STD).map((name) => new Uint8Array(readFileSync(STD + name)));
const genesis = encodeGenesis({ timeMs: 0n, modules, programs: [] });
const option = modules[readdirSync(STD).indexOf("option.mv")] ?? new Uint8Array();

/** The module with the first instruction of a function with code and results gone: something is missing on the stack. */
function unsound(bytes: Uint8Array): Uint8Array {
  const module = decodeModule(bytes);
  const functionDefinitions = module.functionDefinitions.map((definition) =>
    definition.code === undefined || definition.code.instructions[0]?.op !== "MoveLoc"
      ? definition
      : { ...definition, code: { ...definition.code, instructions: definition.code.instructions.slice(1) } },
  );
  return encodeModule({ ...module, functionDefinitions });
}

describe("code of a state that was made elsewhere", () => {
  test("may be what the chain began with, and upgrades of it", () => {
    expect(() => checkCode(genesis, [])).not.toThrow();
    expect(() => checkCode(genesis, [option])).not.toThrow();
  });

  test("is refused where a published module is unsound", () => {
    expect(() => checkCode(genesis, [unsound(option)])).toThrow(expect.objectContaining({ code: "snapshot_unsound_code" }));
  });

  test("is refused where a module of the genesis document is unsound", () => {
    const others = modules.filter((bytes) => bytes !== option);
    const forged = encodeGenesis({ timeMs: 0n, modules: [...others, unsound(option)], programs: [] });
    expect(() => checkCode(forged, [])).toThrow(expect.objectContaining({ code: "snapshot_unsound_code" }));
  });

  test("is refused where a module is missing that others need", () => {
    const others = encodeGenesis({ timeMs: 0n, modules: modules.filter((bytes) => bytes !== option), programs: [] });
    expect(() => checkCode(others, [])).toThrow(expect.objectContaining({ code: "snapshot_unsound_code" }));
  });

  test("is refused where bytes are no module", () => {
    expect(() => checkCode(genesis, [Uint8Array.of(1, 2, 3)])).toThrow(expect.objectContaining({ code: "snapshot_unsound_code" }));
  });
});
