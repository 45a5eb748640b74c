import type { CallArgument } from "@sycee/protocol";
import { ArgumentTextError, argumentFromText, type ResolveAddress } from "@sycee/sdk";
import { CliError } from "../output/cli-error.ts";

/** The argument that `text` says for a parameter of the printed type `type`. Throws `CliError`. */
export async function readArgument(type: string, text: string, resolve: ResolveAddress): Promise<CallArgument> {
  try {
    return await argumentFromText(type, text, resolve);
  } catch (error) {
    if (error instanceof ArgumentTextError) throw new CliError("invalid_argument", error.message);
    throw error;
  }
}
