import { fileURLToPath } from "node:url";
import { bytesToHex, encodeProof } from "@sycee/protocol";
import { expect, it } from "vitest";
import { findChromium, NO_CHROMIUM } from "../browser/find-chromium.ts";
import { runInBrowser } from "../browser/run-in-browser.ts";
import { run } from "./check-page.ts";
import { Draw } from "./draw.ts";
import { mutateProof } from "./mutate-proof.ts";
import { createProofWorld } from "./proof-world.ts";

const chromium = findChromium();

it("proofs are checked in a browser as in Node", { timeout: 120_000 }, async ({ skip }) => {
  if (chromium === undefined) return skip(NO_CHROMIUM);
  const draw = new Draw(5);
  const world = createProofWorld(draw, 200);
  const trusted = bytesToHex(world.trusted);
  const proofs = world.documents.flatMap((document) => [
    { proof: bytesToHex(encodeProof(document)), trusted },
    { proof: bytesToHex(mutateProof(draw, document, world.documents)), trusted },
    { proof: bytesToHex(encodeProof(document)), trusted: bytesToHex(draw.bytes(32)) },
  ]);
  const inNode = run(proofs);
  expect(new Set(inNode)).toContain("malformed_proof");
  expect(inNode[0]).toMatch(/^block \d+: (?:resource|table-entry|module)$/);
  const { result } = await runInBrowser(chromium, fileURLToPath(new URL("check-page.ts", import.meta.url)), proofs);
  expect(result).toEqual(inNode);
});
