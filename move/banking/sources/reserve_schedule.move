/// The share of a payment institution's e-money that has to lie at the central bank, by date, while it is in the first mode.
/// The central bank sets it; what has begun, or begins within the notice, it cannot change any more.
module banking::reserve_schedule;

use banking::cash_desk;
use money::instrument;
use oversight::licence;
use std::event;
use std::ledger::Ledger;

#[error]
const ENotCentralBank: vector<u8> = b"The signer is not a central bank.";
#[error]
const EDifferentLengths: vector<u8> = b"Each date needs one share.";
#[error]
const ETooManySteps: vector<u8> = b"A schedule has at most 64 steps.";
#[error]
const EBadShare: vector<u8> = b"A share is 0 to 10000 hundredths of a per cent.";
#[error]
const EBadOrder: vector<u8> = b"Each date must be later than the one before it.";
#[error]
const ETooSoon: vector<u8> = b"A change of the schedule must begin at least seven days after the block that makes it.";

const WHOLE_BPS: u64 = 10_000;
const MAX_STEPS: u64 = 64;
const NOTICE_MS: u64 = 604_800_000;

/// At the central bank's address.
public struct Schedule has store {
    /// By date, ascending.
    steps: vector<Step>,
}

/// From a time on, until the next step.
public struct Step has copy, drop, store {
    /// Milliseconds since 1970.
    from_ms: u64,
    share_bps: u64,
}

public struct ScheduleSet has copy, drop {
    central_bank: address,
    /// All steps from now on.
    steps: vector<Step>,
}

/// Sets the steps after the last one that stays: the step that holds now and those within the notice stay, all others go. The first schedule of a central
/// bank may begin at any time; every later change at the end of the notice at the earliest.
public(package) entry fun set(ledger: &mut Ledger, central_bank: &signer, from_ms: vector<u64>, shares_bps: vector<u64>) {
    let at = central_bank.address_of();
    assert!(cash_desk::exists(ledger, at), ENotCentralBank);
    licence::check(ledger, at, licence::central_bank(), instrument::unit(ledger, cash_desk::settlement(ledger, at)));
    assert!(from_ms.length() == shares_bps.length(), EDifferentLengths);
    let now = ledger.time_ms();
    let is_first = !ledger.exists<Schedule>(at);
    if (is_first) ledger.publish(at, Schedule { steps: vector[] });
    let steps = &mut ledger.borrow_mut<Schedule>(at).steps;
    let earliest = if (is_first) 0 else now + NOTICE_MS;
    // What begins within the notice was promised and stays too.
    while (!steps.is_empty() && steps[steps.length() - 1].from_ms >= earliest) { steps.pop_back(); };
    // What a later step has followed decides nothing any more; kept, it would fill the schedule for good.
    while (steps.length() > 1 && steps[1].from_ms <= now) { steps.remove(0); };
    from_ms.zip_do!(shares_bps, |from_ms, share_bps| {
        assert!(share_bps <= WHOLE_BPS, EBadShare);
        assert!(from_ms >= earliest, ETooSoon);
        assert!(steps.is_empty() || from_ms > steps[steps.length() - 1].from_ms, EBadOrder);
        steps.push_back(Step { from_ms, share_bps });
    });
    assert!(steps.length() <= MAX_STEPS, ETooManySteps);
    event::emit(ScheduleSet { central_bank: at, steps: *steps });
}

/// The share that has to lie at a central bank at the block's time, in hundredths of a per cent: none before the first step, or without a schedule.
public fun share_bps(ledger: &Ledger, central_bank: address): u64 {
    if (!ledger.exists<Schedule>(central_bank)) return 0;
    let now = ledger.time_ms();
    let mut share = 0;
    ledger.borrow<Schedule>(central_bank).steps.do_ref!(|step| if (step.from_ms <= now) share = step.share_bps);
    share
}
