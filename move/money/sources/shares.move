/// How one amount is shared out among takers who come one after the other.
///
/// What a taker draws follows from the seed, the place, the taker and what is left, never from the moment: trying again in
/// another transaction draws the same, so that nobody can undo a draw to make a better one.
module money::shares;

use std::bcs;
use std::hash;

/// The next share of `left` that `shares` takers are to have, each at least one minor unit: an equal one, or one drawn from the
/// seed between one and twice the mean. `left` must not be less than `shares`, nor `shares` zero. The last taker has all.
public fun next(left: u64, shares: u64, is_random: bool, seed: vector<u8>, place: address, taker: vector<u8>): u64 {
    if (shares == 1) return left;
    if (!is_random) return left / shares;
    let mut bytes = seed;
    bytes.append(place.to_bytes());
    bytes.append(taker);
    let number = bcs::new(hash::blake2b_256(bytes)).peel_u128();
    let mean = left / shares;
    // The others' minima are always left, since the mean times shares is not above left.
    let most = (2 * (mean as u128) - 1).min((left - (shares - 1)) as u128);
    1 + ((number % most) as u64)
}
