/// Red packets: shares add up, one take each, and the rest goes back.
#[test_only]
module money::red_packet_tests;

use money::expected_returns;
use money::red_packet;
use money::retail;
use money::scenario;
use money::testing;
use money::wallet;
use std::ledger::Ledger;
use std::test_ledger;
use std::unit_test::assert_eq;

/// Wallets at 0xE000 and on, each of a holder of its own.
fun takers(ledger: &mut Ledger, count: u64): vector<address> {
    vector::tabulate!(count, |i| {
        let owner = std::address::from_u256(0xE000 + (i as u256));
        scenario::open(ledger, @0x0A, owner, 100 + (i as u8), 1);
        owner
    })
}

fun empty_packet(amount: u64, shares: u64, is_random: bool): vector<u64> {
    let mut ledger = retail::begin();
    let owners = takers(&mut ledger, shares);
    let packet = retail::give_packet(&mut ledger, amount, shares, is_random, vector[]);
    owners.do_ref!(|owner| retail::take(&mut ledger, *owner, packet, vector[]));
    let shares = owners.map_ref!(|owner| scenario::balance(&ledger, *owner));
    assert_eq!(red_packet::held(&ledger, packet), 0);
    assert_eq!(expected_returns::count(&ledger, @0xA1), 0);
    assert_eq!(shares.fold!(0u64, |sum, share| sum + share), amount);
    let mut all = owners;
    all.push_back(@0xA1);
    retail::end(ledger, all, 0);
    shares
}

#[test]
fun equal_shares_differ_by_one_at_most() { assert_eq!(empty_packet(10, 3, false), vector[3, 3, 4]) }

#[test]
fun one_share_is_all() { assert_eq!(empty_packet(100, 1, true), vector[100]) }

fun draw_shares(amount: u64, shares: u64) {
    assert!(empty_packet(amount, shares, true).all!(|share| *share >= 1));
}

#[test]
fun drawn_shares_add_up() { draw_shares(100, 7) }

#[test]
fun as_many_drawn_shares_as_minor_units() { draw_shares(20, 20) }

#[test]
fun one_minor_unit_more_than_drawn_shares() { draw_shares(21, 20) }

#[test, expected_failure(abort_code = red_packet::ETakenAlready)]
fun one_take_for_each_holder() {
    let mut ledger = retail::begin();
    scenario::open(&mut ledger, @0x0A, @0xC2, 2, 1);
    let packet = retail::give_packet(&mut ledger, 10, 3, false, vector[]);
    retail::take(&mut ledger, @0xA2, packet, vector[]);
    retail::take(&mut ledger, @0xC2, packet, vector[]);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = red_packet::EOwnPacket)]
fun nobody_takes_their_own() {
    let mut ledger = retail::begin();
    let packet = retail::give_packet(&mut ledger, 10, 3, false, vector[]);
    retail::take(&mut ledger, @0xB1, packet, vector[]);
    test_ledger::destroy(ledger);
}

#[test]
fun what_nobody_took_goes_back() {
    let mut ledger = retail::begin();
    let packet = retail::give_packet(&mut ledger, 90, 3, false, vector[]);
    retail::take(&mut ledger, @0xA2, packet, vector[]);
    retail::at_time(&mut ledger, 2_000);
    red_packet::expire(&mut ledger, packet);
    assert_eq!(scenario::balance(&ledger, @0xA1), 70);
    assert_eq!(scenario::balance(&ledger, @0xA2), 30);
    testing::pay(&mut ledger, @0xA1, @0xB1, 1, 70);
    testing::close(&mut ledger, @0xA1);
    retail::end(ledger, vector[@0xA2, @0xB1], 0);
}

#[test, expected_failure(abort_code = red_packet::ENotExpired)]
fun not_before_it_expires() {
    let mut ledger = retail::begin();
    let packet = retail::give_packet(&mut ledger, 90, 3, false, vector[]);
    retail::at_time(&mut ledger, 1_999);
    red_packet::expire(&mut ledger, packet);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = red_packet::EExpired)]
fun nobody_takes_late() {
    let mut ledger = retail::begin();
    let packet = retail::give_packet(&mut ledger, 90, 3, false, vector[]);
    retail::at_time(&mut ledger, 2_000);
    retail::take(&mut ledger, @0xA2, packet, vector[]);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = red_packet::ENoPacket)]
fun nobody_takes_from_an_empty_packet() {
    let mut ledger = retail::begin();
    scenario::open(&mut ledger, @0x0A, @0xC3, 3, 1);
    let packet = retail::give_packet(&mut ledger, 90, 1, false, vector[]);
    retail::take(&mut ledger, @0xA2, packet, vector[]);
    retail::take(&mut ledger, @0xC3, packet, vector[]);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = red_packet::ECannotTake)]
fun a_share_stays_within_the_takers_tier() {
    let mut ledger = retail::begin();
    let packet = retail::give_packet(&mut ledger, 90, 1, false, vector[]);
    scenario::limit(&mut ledger, option::some(89), option::none(), option::none(), option::none());
    retail::take(&mut ledger, @0xA2, packet, vector[]);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = wallet::EReturnsExpected)]
fun a_giver_keeps_the_wallet_meanwhile() {
    let mut ledger = retail::begin();
    retail::give_packet(&mut ledger, 100, 1, false, vector[]);
    testing::close(&mut ledger, @0xA1);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = red_packet::EBadShares)]
fun no_share_is_nothing() {
    let mut ledger = retail::begin();
    retail::give_packet(&mut ledger, 2, 3, false, vector[]);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = wallet::ESingleLimit)]
fun giving_is_one_payment() {
    let mut ledger = retail::begin();
    scenario::limit(&mut ledger, option::none(), option::some(89), option::none(), option::none());
    retail::give_packet(&mut ledger, 90, 3, false, vector[]);
    test_ledger::destroy(ledger);
}

fun take_with_key(taker: address, key: vector<u8>) {
    let mut ledger = retail::begin();
    scenario::open(&mut ledger, @0x0A, @0xC3, 3, 1);
    let packet = retail::give_packet(&mut ledger, 90, 3, false, key);
    // The key's over the packet and the taker 0xA2.
    let signature = x"e8cb15f2fa3d6b12f98e6ee59705ec2b9b39537fe9816a48fffa34385e0074eba7f55f693445378c90aa97719f0d842b0ff579e86d31be380c5b21dc4992df0f";
    retail::take(&mut ledger, taker, packet, signature);
    assert_eq!(scenario::balance(&ledger, taker), 30);
    retail::end(ledger, vector[@0xA1, taker], 60);
}

#[test]
fun whoever_has_the_secret_takes() { take_with_key(@0xA2, x"fd1724385aa0c75b64fb78cd602fa1d991fdebf76b13c58ed702eac835e9f618") }

#[test, expected_failure(abort_code = red_packet::EBadSignature)]
fun a_copied_claim_is_of_no_use_to_others() {
    take_with_key(@0xC3, x"fd1724385aa0c75b64fb78cd602fa1d991fdebf76b13c58ed702eac835e9f618")
}

#[test, expected_failure(abort_code = red_packet::EBadSignature)]
fun nor_with_another_key() { take_with_key(@0xA2, x"fd1724385aa0c75b64fb78cd602fa1d991fdebf76b13c58ed702eac835e9f619") }
