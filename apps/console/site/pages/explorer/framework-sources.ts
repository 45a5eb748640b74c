import { frameworkDigests } from "virtual:framework";

const SOURCES = import.meta.glob<string>("../../../../../move/*/sources/**/*.move", { query: "?raw", import: "default" });

/** Source of a module of the framework, and the SHA-256 (hexadecimal) of what it compiles to; `undefined` for other modules. */
export async function frameworkSource(
  address: string,
  name: string,
): Promise<{ readonly text: string; readonly sha256: string } | undefined> {
  const known = frameworkDigests[`${address}::${name}`];
  if (known === undefined) return undefined;
  const path = Object.keys(SOURCES).find((candidate) => candidate.endsWith(`/move/${known.package}/sources/${name}.move`));
  const load = path === undefined ? undefined : SOURCES[path];
  return load === undefined ? undefined : { text: await load(), sha256: known.sha256 };
}
