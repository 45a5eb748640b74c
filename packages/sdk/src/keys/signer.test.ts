import { ed25519 } from "@noble/curves/ed25519.js";
import { addressOfKeys, bytesToHex, hexToBytes } from "@sycee/protocol";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { developmentSeed } from "./development-seed.ts";
import { keyFromSeed } from "./key-from-seed.ts";
import { nobleKey } from "./noble-key.ts";
import { signerOf, thresholdKeys, thresholdSigner } from "./signer.ts";
import { webCryptoKey } from "./web-crypto-key.ts";

// RFC 8032, section 7.1.
const RFC_8032 = [
  {
    seed: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
    publicKey: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    message: "",
    signature:
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
  },
  {
    seed: "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
    publicKey: "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
    message: "af82",
    signature:
      "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
  },
];

function bytes(hex: string): Uint8Array {
  const decoded = hexToBytes(hex);
  if (decoded === undefined) throw new Error(`not hexadecimal: ${hex}`);
  return decoded;
}

describe.each([
  ["WebCrypto", webCryptoKey],
  ["plain JavaScript", async (seed: Uint8Array) => nobleKey(seed)],
])("ed25519 by %s", (_, create) => {
  test.each(RFC_8032)("RFC 8032 vector $message", async ({ seed, publicKey, message, signature }) => {
    const key = await create(bytes(seed));
    if (key === undefined) throw new Error("not available");
    expect(bytesToHex(key.publicKey)).toBe(publicKey);
    expect(bytesToHex(await key.sign(bytes(message)))).toBe(signature);
  });

  test("a seed of another length is refused", async () => {
    await expect(async () => await create(new Uint8Array(31))).rejects.toThrow(RangeError);
  });
});

test("both implementations give the same key and signature for any seed and message", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.uint8Array({ maxLength: 300 }), async (seed, message) => {
      const [fast, plain] = [await keyFromSeed(seed), nobleKey(seed)];
      expect(fast.publicKey).toEqual(plain.publicKey);
      expect(await fast.sign(message)).toEqual(await plain.sign(message));
    }),
    { numRuns: 10 },
  );
});

test("addresses of known keys", async () => {
  const alice = signerOf(await keyFromSeed(developmentSeed("alice")));
  expect(alice.address).toBe("0x176897660da3f9d611e6e5507155b6ea8942fa59d50cbeb6aea7f2d8827ae613");
  const [first, second] = RFC_8032.map(({ publicKey }) => bytes(publicKey));
  if (first === undefined || second === undefined) throw new Error("two vectors are there");
  expect(addressOfKeys({ kind: "ed25519", publicKey: first })).toMatchInlineSnapshot(
    `"0xeaf17e2ad9a8bb99078f1f6dcaac1f7bb67722146496b90db8d6a9ecb71881e5"`,
  );
  expect(addressOfKeys(thresholdKeys(2, [first, second]))).toMatchInlineSnapshot(
    `"0xdf8b978877478b288e19ecf2e24061f4f2123e58430e984f37ce8c9cec4138f8"`,
  );
});

describe("k of n", () => {
  const keys = ["a", "b", "c"].map((name) => nobleKey(developmentSeed(name)));
  const publicKeys = keys.map(({ publicKey }) => publicKey);

  test("the address does not depend on the order in which keys are given, but on the threshold", () => {
    const signing = keys.slice(0, 2);
    const one = thresholdSigner({ threshold: 2, publicKeys, signing });
    expect(thresholdSigner({ threshold: 2, publicKeys: publicKeys.toReversed(), signing }).address).toBe(one.address);
    expect(thresholdSigner({ threshold: 1, publicKeys, signing }).address).not.toBe(one.address);
  });

  test("exactly k signatures, by ascending place, each valid", async () => {
    const signer = thresholdSigner({ threshold: 2, publicKeys, signing: keys.toReversed() });
    const message = Uint8Array.of(1, 2, 3);
    const proof = await signer.authenticate(message);
    if (proof.kind !== "k-of-n") throw new Error("another kind of proof");
    expect(proof.signatures.map(({ index }) => index)).toEqual([0, 1]);
    for (const { index, signature } of proof.signatures) {
      expect(ed25519.verify(signature, message, proof.publicKeys[index] ?? new Uint8Array())).toBe(true);
    }
  });

  test.each([
    ["a threshold of nothing", () => thresholdKeys(0, publicKeys)],
    ["a threshold above the number of keys", () => thresholdKeys(4, publicKeys)],
    ["the same key twice", () => thresholdKeys(1, [...publicKeys, ...publicKeys])],
    ["a key of another length", () => thresholdKeys(1, [new Uint8Array(31)])],
    ["too few that sign", () => thresholdSigner({ threshold: 2, publicKeys, signing: keys.slice(0, 1) })],
    ["somebody else's key", () => thresholdSigner({ threshold: 1, publicKeys, signing: [nobleKey(developmentSeed("other"))] })],
  ])("%s is refused", (_, make) => {
    expect(make).toThrow(RangeError);
  });
});
