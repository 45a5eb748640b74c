/**
 * Entry of `npm run build`: compiles `move/*` of this repository into `move/build`. Prints a line per compiled package,
 * and nothing but a summary when all is up to date.
 */
import { fileURLToPath } from "node:url";
import { MoveBuildError } from "./move-build-error.ts";
import { buildWorkspace } from "./workspace/build-workspace.ts";

const moveDirectory = fileURLToPath(new URL("../../../move", import.meta.url));

try {
  const startedMs = performance.now();
  const { steps, pruned } = await buildWorkspace(moveDirectory, `${moveDirectory}/build`, (step) => {
    if (step.warnings !== "") process.stderr.write(`warnings in move/${step.package}:\n${step.warnings}`);
    if (step.action === "compiled")
      console.log(`compiled move/${step.package}: ${step.moduleCount} modules in ${Math.round(step.elapsedMs)} ms`);
  });
  for (const file of pruned) console.log(`removed move/build/${file}`);
  const moduleCount = steps.reduce((sum, step) => sum + step.moduleCount, 0);
  const unchanged = steps.filter((step) => step.action === "unchanged").length;
  console.log(
    `move: ${steps.length} packages, ${moduleCount} modules, ${unchanged} unchanged, ${Math.round(performance.now() - startedMs)} ms`,
  );
} catch (error) {
  if (!(error instanceof MoveBuildError)) throw error;
  process.stderr.write(`move: ${error.directory}\n${error.message.trimEnd()}\n`);
  process.exitCode = 1;
}
