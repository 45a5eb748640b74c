import { ABILITY, decodeModule } from "@sycee/move-vm";
import { buildPackage } from "../compile/build-package.ts";
import { resolvePackageGraph } from "../package/package-graph.ts";
import { readMoveSources } from "../package/read-sources.ts";
import { namedAddresses } from "../source/named-addresses.ts";
import { readSourceModules, type SourceModule } from "../source/source-module.ts";
import { BindingTypes } from "./binding-types.ts";
import { PackageScope, shortAddress } from "./package-scope.ts";
import { eventsOf, writeDatatypes, writeEvents } from "./write-datatypes.ts";
import { writeModuleCalls } from "./write-functions.ts";

export interface BindingsOptions {
  /** From where the file imports types and codecs: `@sycee/sdk` if absent. */
  readonly sdk?: string;
}

/**
 * TypeScript for the Move package in `directory`: a typed function for each one that a transaction can call, interfaces
 * and codecs of the structs it keeps, and a reader of its events. Throws `MoveBuildError` if it does not compile.
 */
export async function writeBindings(directory: string, options: BindingsOptions = {}): Promise<string> {
  const graph = resolvePackageGraph(directory);
  const built = await Promise.all(graph.map((manifest) => buildPackage(manifest.directory)));
  const root = built.at(-1);
  const address = root?.modules[0]?.address;
  if (root === undefined || address === undefined) return "export {};\n";
  const addresses = namedAddresses(graph);
  const sources = new Map<string, SourceModule>();
  for (const manifest of graph) {
    for (const source of readMoveSources(manifest.directory, "sources")) {
      for (const module of readSourceModules(source, addresses)) sources.set(`${module.address}::${module.module}`, module);
    }
  }
  const scope = new PackageScope(
    built.flatMap(({ modules }) => modules.map(({ bytes }) => decodeModule(bytes))),
    sources,
  );
  const own = new Set(root.modules.map(({ name }) => name));
  const modules = scope.modulesAt(address).filter(({ name }) => own.has(name));
  modules.sort((a, b) => (a.name < b.name ? -1 : 1));

  const types = new BindingTypes(scope);
  for (const module of modules) {
    for (const datatype of scope.datatypesIn(module)) if ((datatype.abilities & ABILITY.store) !== 0) types.declare(datatype);
  }
  const events = modules.flatMap((module) => eventsOf(scope, types, module));
  const body = [
    ...modules.flatMap((module) => writeModuleCalls(scope, types, module)),
    ...writeDatatypes(types),
    ...writeEvents(types, root.name, events),
  ];
  return [...header(root.name, address, body.join("\n"), types, options.sdk ?? "@sycee/sdk"), ...body].join("\n");
}

function header(name: string, address: string, body: string, types: BindingTypes, sdk: string): string[] {
  const uses = (word: string): boolean => new RegExp(`\\b${word}\\b`).test(body);
  const protocolTypes = ["Address", "Call", "CallArgument", "TypeTag"].filter((type) => type === "Address" || uses(type));
  const sdkNames = [...types.imports, "Argument"].filter(uses).sort();
  const typeNames = ["Argument", "MoveType", "MoveVariant"];
  const imported = sdkNames.map((imported) => (typeNames.includes(imported) ? `type ${imported}` : imported));
  return [
    "// biome-ignore-all format: written by a program",
    `// Written by \`sycee move bindings\` from the Move package ${name}. Changes here are lost: change the package.`,
    `import type { ${protocolTypes.join(", ")} } from "@sycee/protocol";`,
    ...(imported.length === 0 ? [] : [`import { ${imported.join(", ")} } from "${sdk}";`]),
    "",
    `/** Address of the package ${name}, \`${shortAddress(address)}\`. */`,
    `const PACKAGE: Address = "${address}";`,
    "",
  ];
}
