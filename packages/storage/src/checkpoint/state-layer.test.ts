import fc from "fast-check";
import { expect, test } from "vitest";
import { StateLayer } from "./state-layer.ts";

const textOf = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString();

test("what is given and what is answered may change afterwards: the layer has its own", () => {
  const layer = new StateLayer(0);
  const value = Buffer.from("first");
  layer.set("key", value);
  value.fill(0);
  const answered = layer.get("key");
  expect(textOf(answered)).toBe("first");
  layer.set("key", Buffer.from("other"));
  expect(textOf(answered)).toBe("first");
  answered?.fill(0);
  expect(textOf(layer.get("key"))).toBe("other");
});

test("it has of each key the last value, whatever the lengths, removals among them", () => {
  const write = fc.tuple(fc.constantFrom("a", "b", "c", "d"), fc.option(fc.uint8Array({ maxLength: 5 }), { nil: undefined }));
  fc.assert(
    fc.property(fc.array(write, { maxLength: 60 }), (writes) => {
      const layer = new StateLayer(0);
      const model = new Map<string, Uint8Array | undefined>();
      for (const [key, value] of writes) {
        layer.set(key, value);
        model.set(key, value);
        for (const [known, expected] of model) {
          const kept = layer.get(known);
          expect(kept === undefined ? undefined : new Uint8Array(kept)).toEqual(expected);
        }
      }
      expect([...layer.entries()].map(([key]) => key).sort()).toEqual([...model.keys()].sort());
    }),
    { seed: 20, numRuns: 300 },
  );
});

test("a layer in the memory of another has only what it was given itself", () => {
  const write = fc.tuple(fc.constantFrom("a", "b", "c", "d"), fc.option(fc.uint8Array({ maxLength: 5 }), { nil: undefined }));
  fc.assert(
    fc.property(fc.array(fc.array(write, { maxLength: 30 }), { maxLength: 6 }), (rounds) => {
      let memory: readonly ArrayBuffer[] = [];
      for (const writes of rounds) {
        const layer = new StateLayer(0, memory);
        const model = new Map<string, Uint8Array | undefined>();
        for (const [key, value] of writes) {
          layer.set(key, value);
          model.set(key, value);
        }
        for (const key of ["a", "b", "c", "d"]) {
          expect(layer.has(key)).toBe(model.has(key));
          const kept = layer.get(key);
          expect(kept === undefined ? undefined : new Uint8Array(kept)).toEqual(model.get(key));
        }
        const answered = layer.get("a");
        const before = answered === undefined ? undefined : Buffer.from(answered);
        memory = layer.release();
        expect(layer.size).toBe(0);
        new StateLayer(0, memory).set("a", Uint8Array.of(9, 9, 9, 9, 9));
        expect(answered).toEqual(before);
      }
    }),
    { seed: 21, numRuns: 200 },
  );
});

test("keys with memos lead to the same place as their texts, in whichever layer the memo was last", () => {
  const write = fc.tuple(
    fc.nat(1),
    fc.constantFrom("a", "b", "c"),
    fc.constantFrom("text", "memo", "renew"),
    fc.option(fc.uint8Array({ maxLength: 3 }), { nil: undefined }),
  );
  fc.assert(
    fc.property(fc.array(write, { maxLength: 60 }), (writes) => {
      const layers = [new StateLayer(0), new StateLayer(1)];
      const models = [new Map<string, Uint8Array | undefined>(), new Map<string, Uint8Array | undefined>()];
      const memos = new Map<string, { keeper: object | undefined; keptAt: number }>();
      for (const [number, key, by, value] of writes) {
        const memo = memos.get(key) ?? { keeper: undefined, keptAt: 0 };
        memos.set(key, memo);
        const layer = layers[number];
        // Only the layer that keeps the entry takes a value without its key.
        if (by === "renew" && memo.keeper !== layer) expect(() => layer?.renew(memo, value)).toThrow("not in the layer");
        if (by === "renew" && memo.keeper === layer) layer?.renew(memo, value);
        else layer?.set(key, value, by === "text" ? undefined : memo);
        models[number]?.set(key, value);
      }
      for (const [number, model] of models.entries()) {
        const kept = [...(layers[number]?.entries() ?? [])].map(([key, value]) => [key, value && new Uint8Array(value)]);
        expect(kept).toEqual([...model]);
      }
    }),
    { seed: 22, numRuns: 300 },
  );
});
