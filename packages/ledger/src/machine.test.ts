import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { VirtualMachine } from "@sycee/move-vm";
import { expect, test } from "vitest";
import { openStateCommitment } from "./commitment/state-commitment.ts";
import { encodeGenesis, type GenesisDocument } from "./genesis-document.ts";
import { Machine } from "./machine.ts";
import { createMemoryStore } from "./memory-store.ts";

const STD = fileURLToPath(new URL("../../../move/build/std/", import.meta.url));

test("a machine begins afresh for the types that were named, however many its modules have", () => {
  const modules = readdirSync(STD).map((name) => new Uint8Array(readFileSync(STD + name)));
  const genesis: GenesisDocument = { timeMs: 0n, modules, programs: [] };
  const store = createMemoryStore();
  const commitment = openStateCommitment(store);
  const options = { store, commitment, genesis: encodeGenesis(genesis), head: undefined, recentRecords: [], maxTypes: 5 };
  const machine = new Machine(options, genesis);
  const first = machine.vm;
  expect(first.typeCount).toBeGreaterThan(10);
  machine.renewWhenFull();
  expect(machine.vm).toBe(first);
  let type: Parameters<VirtualMachine["resolveType"]>[0] = { kind: "u256" };
  for (let depth = 0; depth < 5; depth++) type = { kind: "vector", element: type };
  expect(first.resolveType(type)).toBeDefined();
  machine.renewWhenFull();
  const second = machine.vm;
  expect(second).not.toBe(first);
  machine.renewWhenFull();
  expect(machine.vm).toBe(second);
});
