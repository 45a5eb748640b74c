/** A process opens few chains: at the limit the oldest set is verified again when it comes back. */
const KEPT = 4;

interface VerifiedSet {
  readonly modules: readonly Uint8Array[];
  readonly moduleLimit: number;
}

const verified: VerifiedSet[] = [];

/**
 * Whether these very bytes, in this order and under this limit of units a module, were verified by this process before. What
 * verification says depends on nothing else, so that it need not be done again: a ledger that is opened twice, a chain of a test.
 */
export function isVerifiedSet(modules: readonly Uint8Array[], moduleLimit: number): boolean {
  return verified.some((known) => known.moduleLimit === moduleLimit && isSameSet(known.modules, modules));
}

/** To be told of a set that passed every check; of the bytes it keeps its own, which nobody else can change. */
export function rememberVerifiedSet(modules: readonly Uint8Array[], moduleLimit: number): void {
  if (verified.length >= KEPT) verified.shift();
  verified.push({ modules: modules.map((bytes) => Uint8Array.from(bytes)), moduleLimit });
}

function isSameSet(left: readonly Uint8Array[], right: readonly Uint8Array[]): boolean {
  return left.length === right.length && left.every((bytes, index) => isSame(bytes, right[index]));
}

function isSame(left: Uint8Array, right: Uint8Array | undefined): boolean {
  return left.length === right?.length && left.every((byte, at) => byte === right[at]);
}
