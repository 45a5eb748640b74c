import { type Command, Option } from "commander";
import type { MoveBindingsOptions } from "./move-bindings.ts";
import type { MoveCallOptions } from "./move-call.ts";
import type { MoveNewOptions } from "./move-new.ts";
import type { MovePublishOptions } from "./move-publish.ts";
import type { MoveTestOptions } from "./move-test.ts";
import { withExample, withNodeAccess } from "./options.ts";

interface PlainOptions {
  readonly json?: true;
}

/** `sycee move new|build|test|disassemble|bindings|call|publish`. What does the work, the compiler above all, is loaded only where it is used. */
export function addMoveCommand(program: Command): void {
  const move = withExample(
    program.command("move").description("Write, compile, test and call Move packages"),
    "sycee move test move/money",
  );
  addNew(move);
  addBuild(move);
  addTest(move);
  addDisassemble(move);
  addBindings(move);
  addCall(move);
  addPublish(move);
}

function addNew(move: Command): void {
  const command = withJson(move.command("new <name>"))
    .description("Make a package with a module and its tests")
    .option("--address <address>", "where its modules are to be", "0x42");
  withExample(command, "sycee move new savings").action(async (name: string, options: MoveNewOptions) => {
    const { newMove } = await import("./move-new.ts");
    newMove(name, options);
  });
}

function addBuild(move: Command): void {
  const command = withJson(move.command("build [directory]")).description(
    "Compile a package, or every package in a directory (if absent: the package you are in, else the system's own)",
  );
  withExample(command, "sycee move build move/money").action(async (directory: string | undefined, options: PlainOptions) => {
    const { buildMove } = await import("./move-build.ts");
    await buildMove(directory, options);
  });
}

function addTest(move: Command): void {
  const command = withJson(move.command("test [directory]"))
    .description(
      "Run the unit tests of a package, or of every package in a directory (if absent: the package you are in, else the system's own)",
    )
    .option("--filter <text>", "only tests whose address::module::name has this in it")
    .option("--seed <number>", "seed of the arguments of random tests (another on every run if absent)")
    .option("--edges", "arguments of random tests near the edges of their types (each value as likely as another if absent)")
    .option("--gas-limit <gas>", "gas that a test may use")
    .option("--coverage", "show the lines that no test reaches")
    .option("--watch", "stay, and on every save test what it affects");
  withExample(command, "sycee move test move/money --filter wallet", "sycee move test move/money --coverage").action(
    async (directory: string | undefined, options: MoveTestOptions) => {
      const { testMove } = await import("./move-test.ts");
      await testMove(directory, options);
    },
  );
}

function addDisassemble(move: Command): void {
  const command = withJson(move.command("disassemble <path>")).description(
    "Print compiled modules as text: of a .mv file, a package, or a directory of .mv files",
  );
  withExample(command, "sycee move disassemble move/build/money/wallet.mv").action(async (path: string, options: PlainOptions) => {
    const { disassembleMove } = await import("./move-disassemble.ts");
    await disassembleMove(path, options);
  });
}

function addBindings(move: Command): void {
  const command = withJson(move.command("bindings <directory>"))
    .description("Write TypeScript for a package: its calls, structs and events")
    .option("--out <file>", "where to; standard output if absent")
    .option("--sdk <module>", "from where the file imports what it needs (@sycee/sdk if absent)");
  withExample(command, "sycee move bindings savings --out src/savings.ts").action(
    async (directory: string, options: MoveBindingsOptions) => {
      const { bindMove } = await import("./move-bindings.ts");
      await bindMove(directory, options);
    },
  );
}

function addCall(move: Command): void {
  const command = withNodeAccess(move.command("call <function> [arguments...]"))
    .description("Call a function of a package on the ledger, wait until it is final, and print the receipt")
    .option("--signer <name>", "who signs, in the order of the function's signers", append, [])
    .option("--type <type>", "a type argument, e.g. u64", append, [])
    .option("--local <directory>", "call on a fresh ledger that ends afterwards, with the package of this directory");
  withExample(
    command,
    "sycee move call money::wallet::pay bob 2 1250 --signer alice",
    "sycee move call 0x42::counter::begin --signer alice --local savings",
  ).action(async (name: string, values: readonly string[], options: MoveCallOptions) => {
    const { callMove } = await import("./move-call.ts");
    await callMove(name, values, options);
  });
}

function addPublish(move: Command): void {
  const command = withNodeAccess(move.command("publish <directory>"))
    .description("Publish a package, or a new version of it, and wait until it is final")
    .option("--signer <name>", "the publisher, who holds a licence and whose key you have", "developer")
    .option("--upgrade", "put a new version in place of the package")
    .addOption(
      new Option("--policy <policy>", "what later versions have to keep (compatible if absent)").choices([
        "compatible",
        "additive",
        "immutable",
      ]),
    );
  withExample(command, "sycee move publish savings", "sycee move publish savings --upgrade --policy immutable").action(
    async (directory: string, options: MovePublishOptions) => {
      const { publishMove } = await import("./move-publish.ts");
      await publishMove(directory, options);
    },
  );
}

function withJson(command: Command): Command {
  return command.option("--json", "print JSON, for programs");
}

function append(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
