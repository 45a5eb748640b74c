import { createVm, hashesReady, type VmCallOptions } from "@sycee/move-vm";

/**
 * Loads modules (base64) into a machine and calls some of their functions, each with other means of the engine or of the
 * package: prints what each answers.
 */
export async function run(modules: readonly string[]): Promise<string[]> {
  await hashesReady;
  const vm = createVm({ modules: modules.map((text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0))) });
  const bytes = Uint8Array.from({ length: 1000 }, (_, index) => (index * 7) % 256);
  const signature = new Uint8Array(64).fill(1);
  const calls: [name: string, values: NonNullable<VmCallOptions["arguments"]>, typeArguments?: readonly string[]][] = [
    ["hash::blake2b_256", [bytes]],
    ["hash::sha2_256", [bytes]],
    ["hash::sha3_256", [bytes]],
    ["crypto::merkle_root", [[bytes, bytes.slice(1), bytes.slice(2)]]],
    ["crypto::ed25519_verify", [signature, new Uint8Array(32).fill(1), bytes]],
    ["u64::sqrt", [18_446_744_073_709_551_615n]],
    ["u64::pow", [3n, 41]],
    ["u256::to_string", [2n ** 255n + 1n]],
    ["ascii::string", [Uint8Array.of(200)]],
    ["type_name::with_defining_ids", [], ["vector<0x1::ascii::String>"]],
    ["bcs::to_bytes", [Array.from({ length: 200 }, (_, index) => BigInt(index) ** 20n % 2n ** 100n)], ["vector<u128>"]],
    ["table::new", [], ["u64", "u64"]],
  ];
  return calls.map(([name, values, typeArguments = []]) => {
    const result = vm.call(`0x1::${name}`, { arguments: values, typeArguments });
    return `${name}: ${JSON.stringify(result, (_, value: unknown) => (typeof value === "bigint" ? `${value}n` : value))}`;
  });
}
