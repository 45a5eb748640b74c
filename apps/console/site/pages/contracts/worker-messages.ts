import type { PackageFiles, TestReport } from "@sycee/move-build/in-memory";
import type { Address } from "@sycee/protocol";

/** What the page asks of the worker that compiles and tests. */
export type WorkerQuestion =
  | {
      readonly kind: "compile";
      readonly files: PackageFiles /** Who is to publish it: the package's address follows. */;
      readonly publisher: Address | undefined;
    }
  | { readonly kind: "test"; readonly files: PackageFiles };

/** A package compiled in the browser. */
export interface CompiledPackage {
  readonly name: string;
  /** `0x` and 64 hexadecimal digits, one for all its modules. */
  readonly address: Address;
  readonly modules: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** The compiler's warnings as it prints them; empty if there are none. */
  readonly warnings: string;
}

export type WorkerAnswer =
  | { readonly kind: "compiled"; readonly compiled: CompiledPackage }
  | { readonly kind: "tested"; readonly report: TestReport }
  /** The package does not compile: the compiler's own words. */
  | { readonly kind: "refused"; readonly text: string };
