import { developmentSeed, keyFromSeed, type Signer, thresholdKeys, thresholdSigner } from "@sycee/sdk";

/** The development economy's supervisor: a board of which two sign. */
export async function boardOfSupervisors(): Promise<Signer> {
  const keys = await Promise.all(["chair", "deputy", "secretary"].map((name) => keyFromSeed(developmentSeed(`supervisor-${name}`))));
  const set = thresholdKeys(
    2,
    keys.map(({ publicKey }) => publicKey),
  );
  return thresholdSigner({ ...set, signing: keys.slice(0, 2) });
}
