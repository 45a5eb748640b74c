/// A shop's loyalty card, as somebody outside the framework would write it: customers collect stamps, and the tenth is a
/// reward.
module stamps::card;

use std::event;
use std::ledger::Ledger;
use std::table::{Self, Table};

/// A customer's stamps, by shop.
public struct Card has store {
    stamps: Table<address, u64>,
    rewards: u64,
}

public struct Rewarded has copy, drop {
    customer: address,
    shop: address,
}

const STAMPS_A_REWARD: u64 = 10;

/// Gives the customer a stamp of a shop, and a card with the first one.
public(package) entry fun collect(ledger: &mut Ledger, customer: &signer, shop: address) {
    let at = customer.address_of();
    if (!ledger.exists<Card>(at)) {
        let stamps = table::new(ledger);
        ledger.publish(at, Card { stamps, rewards: 0 });
    };
    let card = ledger.borrow_mut<Card>(at);
    if (!card.stamps.contains(shop)) card.stamps.add(shop, 0);
    let stamps = &mut card.stamps[shop];
    *stamps = *stamps + 1;
    if (*stamps < STAMPS_A_REWARD) return;
    *stamps = 0;
    card.rewards = card.rewards + 1;
    event::emit(Rewarded { customer: at, shop });
}

/// Rewards that a customer has earned.
public fun rewards(ledger: &Ledger, customer: address): u64 {
    if (ledger.exists<Card>(customer)) ledger.borrow<Card>(customer).rewards else 0
}
