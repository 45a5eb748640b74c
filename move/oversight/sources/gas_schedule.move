/// Which schedule of gas blocks are charged by. Gas is part of results, so that a change of it has to take effect at the same
/// block everywhere and whenever that block is run again: supervisors announce it here, and nodes read it from the state
/// before they run a block. Versions are those of the machine; a node that does not know one stops before the block it is of.
module oversight::gas_schedule;

use oversight::supervisor;
use std::event;
use std::ledger::Ledger;

#[error]
const ENotNewer: vector<u8> = b"A gas schedule can only be followed by one of a higher version.";
#[error]
const ETooSoon: vector<u8> = b"A gas schedule takes effect 100 blocks after it is announced at the earliest.";
#[error]
const ENothingAnnounced: vector<u8> = b"No gas schedule is announced that has not taken effect yet.";

/// Schedule of a chain that has announced none.
const FIRST_VERSION: u64 = 1;
/// Time to update nodes, or to withdraw a mistake.
const NOTICE_BLOCKS: u64 = 100;

/// At `@oversight` once anything was announced. `next` is in effect from the block at height `next_from` on, `version` before.
public struct GasSchedule has store {
    version: u64,
    next: u64,
    next_from: u64,
}

public struct GasScheduleAnnounced has copy, drop {
    version: u64,
    from_height: u64,
}

public struct GasScheduleWithdrawn has copy, drop {
    version: u64,
}

/// Announces that blocks from `from_height` on are charged by schedule `version`, in place of what was announced before and
/// has not taken effect.
public(package) entry fun announce(ledger: &mut Ledger, supervisor: &signer, version: u64, from_height: u64) {
    let _permit = supervisor::permit(ledger, supervisor);
    let current = version(ledger);
    let height = ledger.height();
    assert!(version > current, ENotNewer);
    assert!(from_height >= height && from_height - height >= NOTICE_BLOCKS, ETooSoon);
    if (ledger.exists<GasSchedule>(@oversight)) {
        let schedule = ledger.borrow_mut<GasSchedule>(@oversight);
        schedule.version = current;
        schedule.next = version;
        schedule.next_from = from_height;
    } else {
        ledger.publish(@oversight, GasSchedule { version: current, next: version, next_from: from_height });
    };
    event::emit(GasScheduleAnnounced { version, from_height });
}

/// Takes back what was announced and has not taken effect.
public(package) entry fun withdraw(ledger: &mut Ledger, supervisor: &signer) {
    let _permit = supervisor::permit(ledger, supervisor);
    let height = ledger.height();
    assert!(ledger.exists<GasSchedule>(@oversight), ENothingAnnounced);
    let schedule = ledger.borrow_mut<GasSchedule>(@oversight);
    assert!(schedule.next_from > height && schedule.next != schedule.version, ENothingAnnounced);
    let version = schedule.next;
    schedule.next = schedule.version;
    event::emit(GasScheduleWithdrawn { version });
}

/// Version of the schedule that the block that runs is charged by.
public fun version(ledger: &Ledger): u64 {
    if (!ledger.exists<GasSchedule>(@oversight)) return FIRST_VERSION;
    let schedule = ledger.borrow<GasSchedule>(@oversight);
    if (schedule.next_from <= ledger.height()) schedule.next else schedule.version
}
