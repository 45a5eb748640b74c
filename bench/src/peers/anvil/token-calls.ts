import { keccak_256 } from "@noble/hashes/sha3.js";

/** `issue(address[],uint256)` */
export function issueCall(owners: readonly string[], value: bigint): string {
  return `${selector("issue(address[],uint256)")}${word(64n)}${word(value)}${word(BigInt(owners.length))}${owners.map(addressWord).join("")}`;
}

/** `transfer(address,uint256)` */
export function transferCall(to: string, value: bigint): string {
  return `${TRANSFER}${addressWord(to)}${word(value)}`;
}

/** `balanceOf(address)` */
export function balanceCall(owner: string): string {
  return `${selector("balanceOf(address)")}${addressWord(owner)}`;
}

/** `totalSupply()` */
export function supplyCall(): string {
  return selector("totalSupply()");
}

const TRANSFER = selector("transfer(address,uint256)");

function selector(signature: string): string {
  return `0x${Buffer.from(keccak_256(new TextEncoder().encode(signature)).subarray(0, 4)).toString("hex")}`;
}

function word(value: bigint): string {
  return value.toString(16).padStart(64, "0");
}

function addressWord(address: string): string {
  return address.slice(2).toLowerCase().padStart(64, "0");
}
