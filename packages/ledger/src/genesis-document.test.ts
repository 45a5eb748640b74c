import { BcsError } from "@sycee/bcs";
import { expect, test } from "vitest";
import { chainIdOf, decodeGenesis, encodeGenesis, type GenesisDocument } from "./genesis-document.ts";

const document: GenesisDocument = {
  timeMs: 1_700_000_000_000n,
  modules: [Uint8Array.of(1, 2, 3)],
  programs: [
    {
      signers: [`0x${"0".repeat(63)}2`],
      calls: [
        {
          address: `0x${"0".repeat(63)}2`,
          module: "genesis",
          function: "initialise",
          typeArguments: [],
          arguments: [{ kind: "signer", index: 0 }],
        },
      ],
    },
  ],
};

test("a genesis document reads back as it was written, and its hash names the chain", () => {
  const bytes = encodeGenesis(document);
  expect(decodeGenesis(bytes)).toEqual(document);
  expect(chainIdOf(bytes)).toHaveLength(32);
  expect(chainIdOf(encodeGenesis({ ...document, timeMs: 5n }))).not.toEqual(chainIdOf(bytes));
});

test("other bytes, and bytes after the end, are refused", () => {
  const bytes = encodeGenesis(document);
  expect(() => decodeGenesis(Buffer.concat([bytes, Uint8Array.of(0)]))).toThrow(BcsError);
  expect(() => decodeGenesis(bytes.map((byte, index) => (index === 0 ? byte ^ 1 : byte)))).toThrow("not a genesis document");
  for (let length = 0; length < bytes.length; length++) expect(() => decodeGenesis(bytes.subarray(0, length))).toThrow(BcsError);
});
