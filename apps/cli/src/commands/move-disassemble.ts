import { disassemblePath } from "@sycee/move-build";

/** Prints compiled modules as text: of a file, of a package (which it compiles), or of every `.mv` file below a directory. Throws `MoveBuildError`. */
export async function disassembleMove(path: string, options: { readonly json?: true }): Promise<void> {
  const modules = await disassemblePath(path);
  if (options.json) console.log(JSON.stringify({ modules }));
  else process.stdout.write(modules.map(({ text }) => text).join("\n"));
}
