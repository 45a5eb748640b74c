import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const NAME = "virtual:framework";

interface Manifest {
  readonly packages: readonly { readonly package: string; readonly address: string; readonly modules: readonly string[] }[];
}

/** Gives the console the digest of every compiled module of the framework, so that it can say whether a source is what runs. */
export function frameworkDigests(moveDirectory: string): Plugin {
  return {
    name: "framework-digests",
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load(id) {
      if (id !== `\0${NAME}`) return undefined;
      const build = join(moveDirectory, "build");
      const { packages } = JSON.parse(readFileSync(join(build, "manifest.json"), "utf8")) as Manifest;
      const digests = packages.flatMap(({ package: name, address, modules }) =>
        modules.map((module) => {
          const sha256 = createHash("sha256")
            .update(readFileSync(join(build, name, `${module}.mv`)))
            .digest("hex");
          return [`${address.replace(/^0x0*/, "0x")}::${module}`, { package: name, sha256 }];
        }),
      );
      return `export const frameworkDigests = ${JSON.stringify(Object.fromEntries(digests))};`;
    },
  };
}
