import { packageAddress } from "@sycee/protocol";
import { publishPackage } from "@sycee/sdk";
import { describe, expect, test } from "vitest";
import { callOf, compile, type PackagePlan, publisher, publishingLedger, stranger, u64Argument } from "./publishing-fixture.ts";

const counter: PackagePlan = {
  name: "counter",
  sources: {
    counter: `module counter::counter;
      use std::ledger::Ledger;
      public struct Counter has store { value: u64 }
      entry fun create(ledger: &mut Ledger, owner: &signer) { ledger.publish(owner.address_of(), Counter { value: 0 }) }
      entry fun increment(ledger: &mut Ledger, owner: &signer) {
        let counter = ledger.borrow_mut<Counter>(owner.address_of());
        counter.value = counter.value + 1;
      }`,
  },
};
const at = packageAddress(publisher.address, "counter");

describe("publishing", () => {
  test("a published package is called from the next block on", async () => {
    const ledger = publishingLedger();
    const modules = await compile(counter);
    const publish = ledger.transaction([publisher], [publishPackage({ name: "counter", modules })]);
    const early = ledger.transaction([stranger], [callOf(at, "counter", "create")]);
    expect(ledger.block([publish, early]).map((result) => ledger.describe(result))).toEqual(["executed", "unknown_function"]);
    expect(ledger.answer([stranger], [callOf(at, "counter", "create")])).toBe("executed");
    expect(ledger.answer([stranger], [callOf(at, "counter", "increment")])).toBe("executed");
    expect(ledger.ledger.account(stranger.address)?.resources).toEqual([{ type: `${at}::counter::Counter`, value: { value: "1" } }]);
    void u64Argument;
  });
});
