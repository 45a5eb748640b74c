import { describe, expect, it } from "vitest";
import { type CodeCase, load, outcomeOf, ret } from "../../test-data/hostile-code.ts";
import { faultOfParts, type ModuleCase } from "../../test-data/hostile-modules.ts";
import { bool, borrowed, mutable, vector } from "../../test-data/module-editor.ts";
import type { TypeToken } from "../format/compiled-module.ts";
import { ABILITY } from "../runtime/runtime-type.ts";

const signer: TypeToken = { kind: "signer" };

/** A signer can be dropped, but neither copied nor stored, by itself and inside others. */
const SIGNERS: readonly CodeCase[] = [
  [
    "lacks_copy",
    "a signer copied",
    () => ({ parameters: [signer], results: [signer, signer], code: [["CopyLoc", 0], ["MoveLoc", 0], ret] }),
  ],
  ["lacks_copy", "a signer read", () => ({ parameters: [borrowed(signer)], results: [signer], code: [["MoveLoc", 0], ["ReadRef"], ret] })],
  [
    "lacks_copy",
    "a box of a signer copied",
    (m) => ({
      parameters: [m.type("Box", signer)],
      results: [m.type("Box", signer), m.type("Box", signer)],
      code: [["CopyLoc", 0], ["MoveLoc", 0], ret],
    }),
  ],
  [
    "lacks_copy",
    "a signer in a box read",
    (m) => ({
      parameters: [borrowed(m.type("Box", signer))],
      results: [m.type("Box", signer)],
      code: [["MoveLoc", 0], ["ReadRef"], ret],
    }),
  ],
  [
    "lacks_copy",
    "a vector of signers copied",
    () => ({
      parameters: [vector(signer)],
      results: [vector(signer), vector(signer)],
      code: [["CopyLoc", 0], ["MoveLoc", 0], ret],
    }),
  ],
  [
    "constraint_not_satisfied",
    "a signer where copy is asked",
    (m) => ({ parameters: [signer], code: [["MoveLoc", 0], ["CallGeneric", m.functionInstance("picky", signer)], ["Pop"], ret] }),
  ],
  ["accepted", "a signer left at a return", () => ({ parameters: [signer], code: [ret] })],
  ["accepted", "a signer stored over", () => ({ parameters: [signer, signer], code: [["MoveLoc", 0], ["StLoc", 1], ret] })],
  [
    "accepted",
    "a signer left on one way only",
    () => ({ parameters: [signer, bool], code: [["MoveLoc", 1], ["BrTrue", 4], ["MoveLoc", 0], ["Pop"], ret] }),
  ],
  [
    "accepted",
    "a signer written over",
    () => ({ parameters: [signer, mutable(signer)], code: [["MoveLoc", 0], ["MoveLoc", 1], ["WriteRef"], ret] }),
  ],
  [
    "accepted",
    "signers compared",
    () => ({ parameters: [signer, signer], results: [bool], code: [["MoveLoc", 0], ["MoveLoc", 1], ["Eq"], ret] }),
  ],
  [
    "type_mismatch",
    "an address for a signer",
    () => ({ parameters: [{ kind: "address" }], results: [signer], code: [["MoveLoc", 0], ret] }),
  ],
  ["type_mismatch", "a number for a signer", () => ({ results: [signer], code: [load(), ret] })],
];

const HOLDERS: readonly ModuleCase[] = [
  ["field_lacks_ability", "a signer in what can be stored", (m) => m.addStruct("Holder", [signer], ABILITY.store)],
  ["field_lacks_ability", "a signer in what can be copied", (m) => m.addStruct("Holder", [signer], ABILITY.copy)],
  ["field_lacks_ability", "signers in what can be stored", (m) => m.addStruct("Holder", [vector(signer)], ABILITY.store)],
  [
    "field_lacks_ability",
    "a signer further down in what can be stored",
    (m) => m.addStruct("Outer", [m.addStruct("Inner", [signer], ABILITY.drop)], ABILITY.store),
  ],
  ["accepted", "a signer in what can be dropped", (m) => m.addStruct("Holder", [signer], ABILITY.drop)],
];

describe("signers", () => {
  it.each(SIGNERS)("%s: %s", (fault, _what, make) => {
    expect(outcomeOf(make)).toBe(fault);
  });
  it.each(HOLDERS)("%s: %s", (fault, _what, edit) => {
    expect(faultOfParts(edit)).toBe(fault);
  });
});
