import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildPackage, buildWorkspace } from "@sycee/move-build";
import { checkHasPackages, chosenDirectory } from "./move-packages.ts";

/** Compiles a package, or every package of a directory. Throws `MoveBuildError`, `CliError`. */
export async function buildMove(directory: string | undefined, options: { readonly json?: true }): Promise<void> {
  const target = chosenDirectory(directory);
  if (existsSync(join(target, "Move.toml"))) {
    const built = await buildPackage(target, { colour: options.json !== true && process.stderr.isTTY });
    if (built.warnings !== "") process.stderr.write(built.warnings);
    const modules = built.modules.map(({ name, address, bytes }) => ({ name, address, bytes: bytes.length }));
    if (options.json) console.log(JSON.stringify({ packages: [{ package: built.name, modules }] }));
    else console.log(`compiled ${built.name}: ${modules.map(({ name }) => name).join(", ")}`);
    return;
  }
  checkHasPackages(target);
  const { steps } = await buildWorkspace(target, join(target, "build"), (step) => {
    if (step.warnings !== "") process.stderr.write(step.warnings);
    if (options.json !== true)
      console.log(`${step.action} ${step.package}: ${step.moduleCount} modules in ${Math.round(step.elapsedMs)} ms`);
  });
  if (options.json)
    console.log(
      JSON.stringify({ packages: steps.map(({ package: name, action, moduleCount }) => ({ package: name, action, moduleCount })) }),
    );
}
