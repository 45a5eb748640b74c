import { buildPackage, loadBuiltModules } from "@sycee/move-build";
import { MOVE_BUILD_DIRECTORY } from "../node/repository.ts";

/** The framework's modules and those of a package, which stand in for a package of the framework of the same name. Throws `MoveBuildError`. */
export async function modulesWith(directory: string): Promise<readonly Uint8Array[]> {
  const built = await buildPackage(directory);
  const framework = loadBuiltModules(MOVE_BUILD_DIRECTORY).filter((module) => module.package !== built.name);
  return [...framework, ...built.modules].map(({ bytes }) => bytes);
}
