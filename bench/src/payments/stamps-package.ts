import { fileURLToPath } from "node:url";
import { buildPackage } from "@sycee/move-build";
import { type Address, addressToBytes, packageAddress } from "@sycee/protocol";

const DIRECTORY = fileURLToPath(new URL("../../stamps", import.meta.url));

/** A contract in bytecode, for any address. */
export interface PlaceablePackage {
  at(address: Address): Uint8Array[];
}

/** Compiles `bench/stamps` once; its own address is 32 bytes of the bytecode's table of addresses and is exchanged for each publication. */
export async function compileStamps(publisher: Address): Promise<PlaceablePackage> {
  const compiledFor = packageAddress(publisher, "stamps");
  const { modules } = await buildPackage(DIRECTORY, { addressOf: ({ isRoot, stated }) => (isRoot ? compiledFor : stated) });
  const before = Buffer.from(addressToBytes(compiledFor));
  return {
    at: (address) =>
      modules.map(({ bytes }) => {
        const moved = Buffer.from(bytes);
        const found = moved.indexOf(before);
        if (found < 0 || moved.indexOf(before, found + 1) >= 0)
          throw new Error("the module's own address is not in its bytecode just once");
        moved.set(addressToBytes(address), found);
        return moved;
      }),
  };
}
