/** What one institution is to pay another. Amounts are in minor units. */
export interface Obligation {
  readonly payer: string;
  readonly payee: string;
  readonly amountMinor: bigint;
}

/** All that one institution is to pay another, out of so many payments. */
export interface PairObligation extends Obligation {
  readonly payments: number;
}

/** What an institution is to pay and to get over all others; `netMinor` is below 0 for one that pays. */
export interface NetPosition {
  readonly institution: string;
  readonly paysMinor: bigint;
  readonly getsMinor: bigint;
  readonly netMinor: bigint;
}

/** The same payments in the steps by which netting makes less money move. */
export interface NettingReplay {
  /** Every institution that pays or gets something, in the order in which they first do. */
  readonly institutions: readonly string[];
  /** Each direction of each pair by itself. */
  readonly gross: readonly PairObligation[];
  /** What is left of each pair when its two directions are set off; pairs that are even are gone. */
  readonly bilateral: readonly PairObligation[];
  readonly positions: readonly NetPosition[];
  /** How much money has to move at each step: gross, between pairs, and over all. */
  readonly movedMinor: { readonly gross: bigint; readonly bilateral: bigint; readonly multilateral: bigint };
}

/** Nets payments step by step. Payments to oneself throw `RangeError`: a clearing house takes none. */
export function nettingReplay(payments: readonly Obligation[]): NettingReplay {
  const gross = pairSums(payments);
  const bilateral = setOff(gross);
  const institutions = [...new Set(payments.flatMap(({ payer, payee }) => [payer, payee]))];
  const positions = institutions.map((institution) => positionOf(institution, gross));
  const paid = positions.filter(({ netMinor }) => netMinor < 0n).map(({ netMinor }) => -netMinor);
  const moved = (pairs: readonly Obligation[]) => sum(pairs.map(({ amountMinor }) => amountMinor));
  return {
    institutions,
    gross,
    bilateral,
    positions,
    movedMinor: { gross: moved(gross), bilateral: moved(bilateral), multilateral: sum(paid) },
  };
}

function pairSums(payments: readonly Obligation[]): readonly PairObligation[] {
  const pairs = new Map<string, PairObligation>();
  for (const { payer, payee, amountMinor } of payments) {
    if (payer === payee) throw new RangeError(`${payer} pays itself`);
    const key = `${payer} ${payee}`;
    const known = pairs.get(key);
    pairs.set(key, { payer, payee, amountMinor: (known?.amountMinor ?? 0n) + amountMinor, payments: (known?.payments ?? 0) + 1 });
  }
  return [...pairs.values()];
}

function setOff(gross: readonly PairObligation[]): readonly PairObligation[] {
  return gross.flatMap((pair) => {
    const back = gross.find(({ payer, payee }) => payer === pair.payee && payee === pair.payer);
    const amountMinor = pair.amountMinor - (back?.amountMinor ?? 0n);
    return amountMinor > 0n ? [{ ...pair, amountMinor, payments: pair.payments + (back?.payments ?? 0) }] : [];
  });
}

function positionOf(institution: string, pairs: readonly PairObligation[]): NetPosition {
  const paysMinor = sum(pairs.filter(({ payer }) => payer === institution).map(({ amountMinor }) => amountMinor));
  const getsMinor = sum(pairs.filter(({ payee }) => payee === institution).map(({ amountMinor }) => amountMinor));
  return { institution, paysMinor, getsMinor, netMinor: getsMinor - paysMinor };
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
