import { type Address, type Call, type CallArgument, parseAddress } from "@sycee/protocol";

/** Addresses of the framework's Move packages. */
export const FRAMEWORK = {
  std: packageAddress("0x1"),
  money: packageAddress("0x2"),
  oversight: packageAddress("0x3"),
  banking: packageAddress("0x4"),
} as const;

/** A call of an entry function of the framework that has no type parameters. */
export function frameworkCall(package_: keyof typeof FRAMEWORK, module: string, name: string, args: readonly CallArgument[]): Call {
  return { address: FRAMEWORK[package_], module, function: name, typeArguments: [], arguments: args };
}

/** Which of the transaction's signers acts in a call: its position, 0 (the first) if absent. */
export interface ActingSigner {
  readonly signer?: number;
}

function packageAddress(text: string): Address {
  const address = parseAddress(text);
  if (address === undefined) throw new Error(`not an address: ${text}`);
  return address;
}
