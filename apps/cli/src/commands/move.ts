import type { Command } from "commander";
import { withExample } from "./options.ts";

/** Options of `sycee move build` and `sycee move test`. */
export interface MoveOptions {
  readonly json?: true;
  readonly filter?: string;
}

/** `sycee move build|test`. */
export function addMoveCommand(program: Command): void {
  const move = withExample(program.command("move").description("Compile and test Move packages"), "sycee move test move/money");
  const build = move
    .command("build [directory]")
    .description("Compile a package, or every package in a directory (the system's own if absent)")
    .option("--json", "print JSON, for programs");
  withExample(build, "sycee move build move/money").action(async (directory: string | undefined, options: MoveOptions) => {
    // The compiler is loaded only where it is used.
    const { buildMove } = await import("./run-move.ts");
    await buildMove(directory, options);
  });
  const test = move
    .command("test [directory]")
    .description("Run the unit tests of a package, or of every package in a directory (the system's own if absent)")
    .option("--filter <text>", "only tests whose address::module::name has this in it")
    .option("--json", "print JSON, for programs");
  withExample(test, "sycee move test move/money --filter wallet").action(async (directory: string | undefined, options: MoveOptions) => {
    const { testMove } = await import("./run-move.ts");
    await testMove(directory, options);
  });
}
