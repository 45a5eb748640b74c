/// What a transaction tells the world. Events are part of the receipt; the ledger never reads them back.
module std::event;

/// Emits an event. A module can emit only the structs it declares.
public native fun emit<T: copy + drop>(event: T);
