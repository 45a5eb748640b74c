import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { BenchError } from "../../options/bench-error.ts";

const SOURCE = fileURLToPath(new URL("../../../erc20/Token.sol", import.meta.url));

interface CompilerOutput {
  readonly errors?: readonly { readonly severity: string; readonly formattedMessage: string }[];
  readonly contracts?: Readonly<
    Record<string, Readonly<Record<string, { readonly evm: { readonly bytecode: { readonly object: string } } }>>>
  >;
}

/** Bytecode that deploys `bench/erc20/Token.sol`, optimised for many calls, in hexadecimal with `0x`. */
export async function compileToken(): Promise<string> {
  // Nine megabytes that only this needs.
  const { default: solc } = await import("solc");
  const input = {
    language: "Solidity",
    sources: { "Token.sol": { content: readFileSync(SOURCE, "utf8") } },
    settings: {
      optimizer: { enabled: true, runs: 1_000_000 },
      viaIR: true,
      outputSelection: { "*": { "*": ["evm.bytecode.object"] } },
    },
  };
  const output = JSON.parse(solc.compile(JSON.stringify(input))) as CompilerOutput;
  const failure = output.errors?.find(({ severity }) => severity === "error");
  if (failure !== undefined) throw new BenchError("peer_failed", failure.formattedMessage);
  const code = output.contracts?.["Token.sol"]?.["Token"]?.evm.bytecode.object;
  if (code === undefined) throw new BenchError("peer_failed", "The Solidity compiler gave no bytecode.");
  return `0x${code}`;
}
