import type { CompiledModule } from "../format/compiled-module.ts";
import { decodeModule } from "../format/decode-module.ts";
import type { VerificationMeter } from "../verifier/verification-meter.ts";
import { verifyPackage as verifyDecoded } from "../verifier/verify-package.ts";

/**
 * Checks modules that belong together against each other and against `dependencies`, which have been verified before;
 * each is bytecode or what `decodeModule` made of it. Throws `VerificationError` for the first fault, `ModuleFormatError`
 * if bytes are no module. Without `meter` the package may cost `PACKAGE_VERIFICATION_LIMIT` units.
 */
export function verifyPackage(
  modules: readonly (CompiledModule | Uint8Array)[],
  dependencies: readonly (CompiledModule | Uint8Array)[] = [],
  meter?: VerificationMeter,
): void {
  verifyDecoded(modules.map(decoded), dependencies.map(decoded), meter);
}

function decoded(module: CompiledModule | Uint8Array): CompiledModule {
  return module instanceof Uint8Array ? decodeModule(module) : module;
}
