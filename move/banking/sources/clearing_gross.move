/// Gross settlement of what waits. Payments that could not be funded one by one settle together where what each participant
/// owes, net of what it gets, is not more than it has (see `banking::gridlock`).
module banking::clearing_gross;

use banking::clearing_house;
use banking::clearing_queue;
use banking::clearing_settlement;
use banking::gridlock;
use std::ledger::Ledger;

#[error]
const ENothingSettles: vector<u8> = b"Nothing that waits can settle with the funds there are.";

/// Settles all gross payments that can settle with the funds there are. Anybody may ask for it: it does only what the rules say.
public(package) entry fun settle(ledger: &mut Ledger, house: address) {
    clearing_house::check_licensed(ledger, house);
    let ranked = clearing_house::queues(ledger, house).ranked(clearing_queue::gross());
    let numbers = clearing_settlement::settling_together!(ledger, house, ranked, |numbers| {
        let queues = clearing_house::queues(ledger, house);
        let obligations = numbers.map_ref!(|number| queues.item(*number).obligation());
        let priorities = numbers.map_ref!(|number| queues.item(*number).priority());
        gridlock::resolve(&obligations, &priorities, clearing_settlement::balances(ledger, house))
    });
    let items = numbers.map!(|number| clearing_settlement::take_waiting(ledger, house, number));
    assert!(!items.is_empty(), ENothingSettles);
    clearing_settlement::settle_unsupported(ledger, house, items, clearing_queue::gross());
}
