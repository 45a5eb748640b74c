/// A ledger with a supervisor and a licensed publisher, and modules to publish.
#[test_only]
module oversight::scenario;

use money::testing;
use oversight::genesis;
use oversight::licence;
use oversight::publishing;
use std::ledger::Ledger;
use std::string::String;
use std::test_ledger;

const SUPERVISOR: address = @0x5;
const PUBLISHER: address = @0xA11CE;

public fun supervisor(): signer {
    test_ledger::new_signer(SUPERVISOR)
}

public fun publisher(): signer {
    test_ledger::new_signer(PUBLISHER)
}

/// A ledger that takes modules, on which nobody may publish yet.
public fun supervised(): Ledger {
    let mut ledger = testing::new_ledger();
    genesis::initialise(&mut ledger, &test_ledger::new_signer(@oversight), &test_ledger::new_signer(@std), SUPERVISOR);
    ledger
}

/// The same with a licensed publisher.
public fun licensed(): Ledger {
    let mut ledger = supervised();
    grant_publisher(&mut ledger, PUBLISHER);
    ledger
}

/// Licenses an address to publish.
public fun grant_publisher(ledger: &mut Ledger, publisher: address) {
    licence::grant(ledger, &supervisor(), publisher, licence::publisher(), 0, option::none(), option::none());
}

/// Revokes that licence.
public fun revoke_publisher(ledger: &mut Ledger, publisher: address) {
    licence::revoke(ledger, &supervisor(), publisher, licence::publisher(), 0, b"It published what it did not write.".to_string());
}

public fun name(): String {
    b"tiny".to_string()
}

/// Where the modules below were compiled for.
public fun package(): address {
    publishing::package_address(PUBLISHER, name())
}

/// `module tiny::tiny; public fun one(): u64 { 1 }`
public fun first(): vector<vector<u8>> {
    vector[
        x"a11ceb0b0700000506010002030205050703070a090813200c331100010000000100000103036f6e650474696e793f120b9dcbf0b39316c41ecd65ef1063efdced7806672b95a546f9471004cf63000100000002060100000000000000020000",
    ]
}

/// `module tiny::tiny; public fun one(): u64 { 2 }`
public fun other_code(): vector<vector<u8>> {
    vector[
        x"a11ceb0b0700000506010002030205050703070a090813200c331100010000000100000103036f6e650474696e793f120b9dcbf0b39316c41ecd65ef1063efdced7806672b95a546f9471004cf63000100000002060200000000000000020000",
    ]
}

/// `module tiny::tiny; public fun two(): u64 { 2 }`
public fun other_function(): vector<vector<u8>> {
    vector[
        x"a11ceb0b0700000506010002030205050703070a090813200c3311000000010001000001030474696e790374776f3f120b9dcbf0b39316c41ecd65ef1063efdced7806672b95a546f9471004cf63000100000002060200000000000000020000",
    ]
}

/// Publishes the first of them.
public fun publish(ledger: &mut Ledger, policy: u8) {
    publishing::publish(ledger, &publisher(), name(), first(), policy);
}
