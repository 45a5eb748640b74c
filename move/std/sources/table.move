/// A map of any size. Each entry is an entry of state of its own, so that reading one does not load the others.
module std::table;

use std::ledger::Ledger;

#[error]
const ENotEmpty: vector<u8> = b"A table can be destroyed only when it is empty.";

/// A map from `K` to `V`.
public struct Table<phantom K: copy + drop + store, phantom V: store> has store {
    /// Names the table's entries in state; no other table ever has the same.
    handle: address,
    length: u64,
}

/// An empty table.
public fun new<K: copy + drop + store, V: store>(ledger: &mut Ledger): Table<K, V> {
    Table { handle: new_handle(ledger), length: 0 }
}

/// Adds an entry. Aborts with `resource_exists` if the key has one.
public fun add<K: copy + drop + store, V: store>(table: &mut Table<K, V>, key: K, value: V) {
    native_add(table, key, value);
    table.length = table.length + 1;
}

/// Whether the key has an entry.
public fun contains<K: copy + drop + store, V: store>(table: &Table<K, V>, key: K): bool {
    native_contains(table, key)
}

/// Reads an entry. Aborts with `missing_resource` if the key has none; so do the two below.
#[syntax(index)]
public fun borrow<K: copy + drop + store, V: store>(table: &Table<K, V>, key: K): &V {
    native_borrow(table, key)
}

/// Changes an entry in its place.
#[syntax(index)]
public fun borrow_mut<K: copy + drop + store, V: store>(table: &mut Table<K, V>, key: K): &mut V {
    native_borrow_mut(table, key)
}

/// Takes an entry out.
public fun remove<K: copy + drop + store, V: store>(table: &mut Table<K, V>, key: K): V {
    let value = native_remove(table, key);
    table.length = table.length - 1;
    value
}

/// Number of entries.
public fun length<K: copy + drop + store, V: store>(table: &Table<K, V>): u64 {
    table.length
}

/// Whether there are no entries.
public fun is_empty<K: copy + drop + store, V: store>(table: &Table<K, V>): bool {
    table.length == 0
}

/// Ends a table that has no entries.
public fun destroy_empty<K: copy + drop + store, V: store>(table: Table<K, V>) {
    let Table { handle: _, length } = table;
    assert!(length == 0, ENotEmpty);
}

native fun new_handle(ledger: &mut Ledger): address;

native fun native_contains<K: copy + drop + store, V: store>(table: &Table<K, V>, key: K): bool;

native fun native_add<K: copy + drop + store, V: store>(table: &mut Table<K, V>, key: K, value: V);

native fun native_borrow<K: copy + drop + store, V: store>(table: &Table<K, V>, key: K): &V;

native fun native_borrow_mut<K: copy + drop + store, V: store>(table: &mut Table<K, V>, key: K): &mut V;

native fun native_remove<K: copy + drop + store, V: store>(table: &mut Table<K, V>, key: K): V;
