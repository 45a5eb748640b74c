import { BcsWriter } from "@sycee/bcs";
import { beforeAll, describe, expect, it } from "vitest";
import { compileTestPackage } from "../../test-data/compile-package.ts";
import { createVirtualMachine } from "../runtime/create-virtual-machine.ts";
import type { ProgramArgument, StateWrite } from "../runtime/virtual-machine.ts";

const OWN = `0x${"7".padStart(64, "0")}` as const;
const OWNER = `0x${"a".repeat(64)}` as const;
/** First byte of the key of a page. */
const PAGE = "06";
const COUNT = 640;

const literal = (write: (writer: BcsWriter) => unknown): ProgramArgument => {
  const writer = new BcsWriter();
  write(writer);
  return { kind: "literal", bytes: writer.toBytes() };
};
const u64 = (value: number) => literal((writer) => writer.u64(value));
const at = literal((writer) => writer.fixedBytes(Buffer.from(OWNER.slice(2), "hex")));

/** Committed bytes, and how many pages were read. */
class PageStore {
  readonly entries = new Map<string, Uint8Array>();
  pagesRead = 0;

  get(key: Uint8Array): Uint8Array | undefined {
    const found = this.entries.get(Buffer.from(key).toString("hex"));
    if (found !== undefined && Buffer.from(key).toString("hex").startsWith(PAGE)) this.pagesRead++;
    return found;
  }
}

let modules: Uint8Array[];
beforeAll(async () => {
  modules = await compileTestPackage("pages");
});

/** Runs one call as a block of its own on a machine that has seen nothing. */
function run(
  store: PageStore,
  name: string,
  ...args: readonly ProgramArgument[]
): { pagesRead: number; pagesWritten: number; gasUsed: number } {
  store.pagesRead = 0;
  const session = createVirtualMachine({ modules }).beginBlock(store, 1n, 0n);
  const call = { address: OWN, module: "pages", function: name, typeArguments: [], arguments: args };
  const { outcome, gasUsed } = session.execute({
    transactionId: new Uint8Array(32),
    signers: [OWNER],
    gasLimit: 10_000_000,
    calls: [call],
  });
  expect(outcome).toEqual({ kind: "executed" });
  const writes: StateWrite[] = session.writeSet();
  for (const { key, value } of writes) {
    if (value === undefined) store.entries.delete(Buffer.from(key).toString("hex"));
    else store.entries.set(Buffer.from(key).toString("hex"), value);
  }
  const pagesWritten = writes.filter(({ key }) => Buffer.from(key).toString("hex").startsWith(PAGE)).length;
  return { pagesRead: store.pagesRead, pagesWritten, gasUsed };
}

function rowOf(count: number): PageStore {
  const store = new PageStore();
  run(store, "make", { kind: "signer", index: 0 }, u64(count));
  return store;
}

describe("a paged vector", () => {
  const CASES: [string, ProgramArgument[], number, number][] = [
    ["length", [at], 0, 0],
    ["read", [at, u64(300)], 1, 0],
    ["change", [at, u64(300)], 1, 1],
    ["swap", [at, u64(65), u64(66)], 1, 1],
    ["swap", [at, u64(1), u64(639)], 2, 2],
    // The last page is full: the new one is only looked for.
    ["push", [at], 0, 1],
    ["pop", [at], 1, 1],
  ];
  it.each(CASES)("loads and writes only the pages that %s touches", (name, args, pagesRead, pagesWritten) => {
    expect(run(rowOf(COUNT), name, ...args)).toMatchObject({ pagesRead, pagesWritten });
  });

  it("keeps 64 elements a page, and no page that is empty", () => {
    const pages = (store: PageStore) => [...store.entries.keys()].filter((key) => key.startsWith(PAGE)).length;
    expect([0, 1, 64, 65, 128, 129].map((count) => pages(rowOf(count)))).toEqual([0, 1, 1, 2, 2, 3]);
    const store = rowOf(65);
    run(store, "pop", at);
    expect(pages(store)).toBe(1);
    run(store, "push", at);
    expect(pages(store)).toBe(2);
  });

  it("costs the same to read however long it is", () => {
    expect(run(rowOf(6_400), "read", at, u64(70)).gasUsed).toBe(run(rowOf(128), "read", at, u64(70)).gasUsed);
  });
});
