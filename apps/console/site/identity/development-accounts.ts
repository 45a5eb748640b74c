import { bytesToHex, hexToBytes, type ROUTES, type RouteAnswerBody } from "@sycee/protocol";
import { keyFromSeed, SyceeError } from "@sycee/sdk";
import { client } from "../app/client.ts";
import type { Identity } from "./identity.ts";

type Account = RouteAnswerBody<typeof ROUTES.listDevelopmentAccounts>["accounts"][number];

/** Everybody in the development economy; nobody where the ledger is another. */
export async function developmentIdentities(): Promise<readonly Identity[]> {
  try {
    return (await Promise.all((await client.developmentAccounts()).map(identityOf))).flatMap(withMembers);
  } catch (error) {
    if (error instanceof SyceeError && error.code === "not_found") return [];
    throw error;
  }
}

async function identityOf({ name, role, address, threshold, keys }: Account): Promise<Identity> {
  const withPublic = keys.map(async (key) => {
    const seed = hexToBytes(key.privateKey);
    if (seed === undefined) throw new Error(`the private key of ${key.name} is not hexadecimal`);
    return { name: key.name, seed: bytesToHex(seed), publicKey: bytesToHex((await keyFromSeed(seed)).publicKey) };
  });
  return { name, role, address: address as Identity["address"], threshold, keys: await Promise.all(withPublic) };
}

/** Of a board, the whole of it and each of its members alone. */
function withMembers(identity: Identity): readonly Identity[] {
  const { keys } = identity;
  if (keys.length === 1) return [identity];
  const members = keys.map(({ name }) => ({
    ...identity,
    name,
    keys: keys.map((key) => (key.name === name ? key : { ...key, seed: undefined })),
  }));
  return [identity, ...members];
}
