const WHOLE_BPS = 10_000n;

/** Eligible assets by money, both in minor units, in hundredths of a per cent rounded down; `undefined` where one is not known or there is no money. */
export function coverShareBps(eligible: bigint | undefined, money: bigint | undefined): number | undefined {
  return money === undefined || eligible === undefined || money === 0n ? undefined : Number((eligible * WHOLE_BPS) / money);
}

/** What of an asset's book value counts as cover, in minor units rounded down. */
export function eligibleValue(bookValueMinor: bigint, haircutBps: number): bigint {
  return (bookValueMinor * (WHOLE_BPS - BigInt(haircutBps))) / WHOLE_BPS;
}
