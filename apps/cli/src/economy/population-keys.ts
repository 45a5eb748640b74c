import type { Address } from "@sycee/protocol";
import { developmentSeed, keyFromSeed, type Signer, signerOf } from "@sycee/sdk";
import { developmentPopulation, residents } from "./population.ts";

let signers: Promise<ReadonlyMap<string, Signer>> | undefined;

/** Who can sign for the population's wallets, by name: keys computed from names, as all of the development economy. */
export function populationSigners(): Promise<ReadonlyMap<string, Signer>> {
  signers ??= makeSigners();
  return signers;
}

/** The addresses of the population's wallets, by name. */
export async function populationAddresses(): Promise<ReadonlyMap<string, Address>> {
  return new Map([...(await populationSigners())].map(([name, { address }]) => [name, address]));
}

async function makeSigners(): Promise<ReadonlyMap<string, Signer>> {
  const names = residents(developmentPopulation()).flatMap(({ wallet }) => (wallet === undefined ? [] : [wallet.name]));
  return new Map(await Promise.all(names.map(async (name) => [name, signerOf(await keyFromSeed(developmentSeed(name)))] as const)));
}
