import { describe, expect, it } from "vitest";
import { ModuleStage } from "../publishing/module-stage.ts";
import type { ProgramCall } from "../runtime/virtual-machine.ts";
import { linkerOf } from "../runtime/linker-of.ts";
import { LedgerTransaction } from "./ledger-transaction.ts";
import { ObjectCache } from "./object-cache.ts";
import { metered } from "./run-program.ts";
import { STATE_GAS } from "./state-gas.ts";
import {
  A,
  B,
  GAS,
  MemoryStore,
  OWN,
  address,
  bcs,
  begin,
  call,
  coinAt,
  generic,
  program,
  raw,
  result,
  run,
  signer,
  text,
  u64,
  vm,
} from "../../test-data/program-fixture.ts";

describe("a program that fits", () => {
  it("passes the ledger, signers, literals and results, and reports events by call", () => {
    const session = begin();
    const outcome = session.execute(
      program([call("mint", u64(5)), call("mint", u64(6)), call("join", result(0), result(1)), call("keep", signer(1), result(0))]),
    );
    expect(outcome.outcome).toEqual({ kind: "executed" });
    expect(outcome.events.map((event) => [event.call, event.type.key, event.value])).toEqual([
      [0, "0x7::coin::Minted", { f0: 5 }],
      [1, "0x7::coin::Minted", { f0: 6 }],
    ]);
    expect(coinAt(session, B)).toEqual({ f0: 11 });
    expect(coinAt(session, A)).toBeUndefined();
    expect(outcome.gasUsed).toBeGreaterThan(STATE_GAS.program + 4 * STATE_GAS.call);
  });

  it("borrows a result any number of times, and moves it once", () => {
    const borrowed = run(
      call("mint", u64(5)),
      call("split", result(0), u64(2)),
      call("compare", result(0), result(0)),
      call("value", result(1)),
      call("same", result(3), u64(2)),
      call("burn", result(0)),
      call("burn", result(1)),
    );
    expect(borrowed.outcome).toEqual({ kind: "executed" });
  });

  it("lets a call change a primitive result that it borrows", () => {
    const changed = run(
      call("pair"),
      call("increase", result(0, 0), u64(10)),
      call("same", result(0, 0), u64(13)),
      call("burn", result(0, 1)),
    );
    expect(changed.outcome).toEqual({ kind: "executed" });
  });

  it("reads literals of every type that has them", () => {
    const described = run(
      call(
        "describe",
        text("žluť"),
        text("ok"),
        bcs((writer) => writer.option(7, (inner, value) => inner.u64(value))),
        bcs((writer) =>
          writer.vector([undefined, "x"], (inner, each) => inner.option(each, (innermost, value) => innermost.string(value))),
        ),
        raw(1),
        raw(5),
        bcs((writer) => writer.u256(6n)),
        raw(2, 8, 9),
      ),
      call("read_note", result(0), u64(6)),
      call("take_note", result(0)),
    );
    expect(described.outcome).toEqual({ kind: "executed" });
  });

  it("passes signers by value too, and type arguments", () => {
    expect(run(call("by_value", signer(1), address(B))).outcome).toEqual({ kind: "executed" });
    expect(run(generic("generic", [{ kind: "vector", element: { kind: "u8" } }], raw(1, 2))).outcome).toEqual({ kind: "executed" });
  });
});

describe("a program that fails while it runs leaves nothing", () => {
  const outcomeOf = (...calls: ProgramCall[]) => {
    const session = begin();
    const { outcome, events, gasUsed } = session.execute(program([call("mint", u64(1)), call("keep", signer(0), result(0)), ...calls]));
    expect(session.writeSet()).toEqual([]);
    expect(coinAt(session, A)).toBeUndefined();
    expect(events).toEqual([]);
    return { outcome, gasUsed };
  };

  it("an abort tells place, code, name and text", () => {
    const { outcome } = outcomeOf(call("mint", u64(0)), call("keep", signer(1), result(2)));
    expect(outcome).toMatchObject({
      kind: "aborted",
      name: "EEmpty",
      text: "A coin of nothing is not worth keeping.",
      location: { address: OWN, module: "coin", function: "keep" },
    });
  });

  it("an abort with a plain code has no name", () => {
    expect(outcomeOf(call("same", u64(1), u64(2))).outcome).toMatchObject({
      kind: "aborted",
      abortCode: 7n,
      name: undefined,
      text: undefined,
      location: { function: "same" },
    });
  });

  it.each<[string, string, ProgramCall]>([
    ["subtraction below zero", "arithmetic_error", call("spend", address(A), u64(2))],
    ["division by zero", "arithmetic_error", call("divide", u64(0))],
    ["a resource that is not there", "missing_resource", call("add", address(B), u64(1))],
    ["calls nested too deep", "limit_exceeded", call("deep", u64(1_000_000))],
  ])("%s", (_, code, failing) => {
    const { outcome, gasUsed } = outcomeOf(failing);
    expect(outcome).toMatchObject({ kind: "failed", code });
    expect(gasUsed).toBeGreaterThan(0);
    expect(gasUsed).toBeLessThan(GAS);
  });

  it("a resource that is there already", () => {
    const { outcome } = outcomeOf(call("mint", u64(2)), call("keep", signer(0), result(2)));
    expect(outcome).toMatchObject({ kind: "failed", code: "resource_exists" });
  });

  it("a loop without end takes the whole gas limit", () => {
    expect(outcomeOf(call("forever"))).toMatchObject({ outcome: { kind: "failed", code: "out_of_gas" }, gasUsed: GAS });
  });

  it("too little gas to begin takes what there is", () => {
    expect(begin().execute(program([call("divide", u64(1))], { gasLimit: 100 }))).toMatchObject({
      outcome: { kind: "failed", code: "out_of_gas" },
      gasUsed: 100,
    });
  });

  it("an objection of the inspector stands, and it sees every change", () => {
    const session = begin();
    const calls = [call("mint", u64(1)), call("keep", signer(0), result(0)), call("add", address(A), u64(2))];
    const objection = { kind: "failed", code: "law_broken", detail: "no", location: undefined } as const;
    const refused = session.execute(program(calls), (changes) => {
      expect(changes.map(({ key, type, before, after }) => ({ key, type: type.key, before, after }))).toEqual([
        { key: vm.resourceKey(changes[0]?.type ?? expect.fail(), A), type: "0x7::coin::Coin", before: undefined, after: { f0: 3 } },
      ]);
      return objection;
    });
    expect(refused).toMatchObject({ outcome: objection, events: [] });
    expect(refused.gasUsed).toBeGreaterThan(0);
    expect(session.writeSet()).toEqual([]);
    expect(session.execute(program(calls), () => undefined).outcome).toEqual({ kind: "executed" });
  });
});

describe("a fault of the machine", () => {
  const surroundings = () => {
    const linker = linkerOf(vm);
    const modules = new ModuleStage(linker.loaded());
    return { context: linker.context, cache: new ObjectCache(1), store: new MemoryStore(), block: 1, height: 1n, timeMs: 1n, modules };
  };

  it.each([new RangeError("Maximum call stack size exceeded"), new TypeError("x is undefined")])("never decides a result: %s", (fault) => {
    const transaction = new LedgerTransaction(surroundings(), 1, new Uint8Array(32));
    const failing = () =>
      metered(linkerOf(vm), GAS, transaction, () => {
        throw fault;
      });
    expect(failing).toThrow(expect.objectContaining({ message: "the machine failed while a program ran", cause: fault }));
    expect(run(call("divide", u64(1))).outcome).toEqual({ kind: "executed" });
  });

  it.each([-1, 0.5, 2 ** 53, Number.NaN])("a gas limit of %d is not one", (gasLimit) => {
    expect(() => begin().execute(program([call("divide", u64(1))], { gasLimit }))).toThrow(RangeError);
  });
});
