module banking::bank;

use money::unit;
use std::ledger;

public fun sum(): u64 {
    let unused = 3u64;
    unit::decimals() + ledger::height()
}
