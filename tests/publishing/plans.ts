import type { PackagePlan } from "./publishing-fixture.ts";

/** A counter at each address, by steps of `step`. */
export function counter(step = 1, more = ""): PackagePlan {
  return {
    name: "counter",
    sources: {
      counter: `module counter::counter;
        use std::ledger::Ledger;
        public struct Counter has store { value: u64, tag: Tag }
        public enum Tag has copy, drop, store { None, Some { note: u8 } }
        entry fun create(ledger: &mut Ledger, owner: &signer) {
          ledger.publish(owner.address_of(), Counter { value: 0, tag: Tag::Some { note: 7 } })
        }
        entry fun increment(ledger: &mut Ledger, owner: &signer) {
          let counter = ledger.borrow_mut<Counter>(owner.address_of());
          counter.value = counter.value + step();
        }
        public fun value(ledger: &Ledger, owner: address): u64 { ledger.borrow<Counter>(owner).value }
        public fun step(): u64 { ${step} }
        ${more}`,
    },
  };
}

/** Uses {@link counter}: the last step it saw, at each address. */
export function user(below: PackagePlan = counter()): PackagePlan {
  return {
    name: "user",
    dependencies: [below],
    sources: {
      user: `module user::user;
        use counter::counter;
        use std::ledger::Ledger;
        public struct Seen has store { step: u64, tag: Option<counter::Tag> }
        entry fun see(ledger: &mut Ledger, owner: &signer) {
          let at = owner.address_of();
          if (ledger.exists<Seen>(at)) { let Seen { step: _, tag: _ } = ledger.take<Seen>(at); };
          ledger.publish(at, Seen { step: counter::step(), tag: option::none() });
        }`,
    },
  };
}
