/// Uses what another module of its package declares.
module own::user;

use own::parts::{Self, Pair, Coin};

public struct Holder has store { pair: Pair, coin: Coin }

public fun hold(coin: Coin): Holder { Holder { pair: parts::make(1, parts::shared()), coin } }
public fun release(holder: Holder): u64 { let Holder { pair, coin } = holder; parts::burn(coin) + parts::sum(&pair) }
public fun pair_of(holder: &mut Holder): &mut Pair { &mut holder.pair }
