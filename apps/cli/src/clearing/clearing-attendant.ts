import type { Address, Call, ClearingHouseJson } from "@sycee/protocol";
import {
  CLEARING_GAS_LIMIT,
  type Client,
  closeCycle,
  forgetOldestSettled,
  returnUnsettleable,
  settleCycle,
  settleGross,
  type Signer,
  SyceeError,
} from "@sycee/sdk";

/** Most payments that one transaction names. */
const MOST_RETURNED = 512;
/** What a house answers when there is nothing to be done yet: it is asked again once the ledger has changed. */
const NOTHING_YET: ReadonlySet<string> = new Set([
  "ENothingSettles",
  "ENothingAdmitted",
  "EFundsMissing",
  "ECycleOpen",
  "ECycleClosed",
  "ENothingForgotten",
]);

export interface ClearingAttendantOptions {
  readonly client: Client;
  readonly house: Address;
  /** Who asks. Anybody may settle; cycles are closed only by the house itself. */
  readonly signer: Signer;
  /** How long the first payment waits before its cycle is closed, in milliseconds. */
  readonly closeAfterMs: number;
  /** How long participants have for their funds before a closed cycle is first asked to settle, in milliseconds. */
  readonly settleAfterMs: number;
  /** Milliseconds since 1970. */
  readonly nowMs: () => number;
}

/** What an attendant asked for and got done. */
export type Attended = "closed" | "settled gross" | "settled net" | "returned" | "forgotten";

/**
 * Sees to it that what waits in a clearing house gets its attempt: settles the gross queue when the ledger has changed, closes
 * cycles and settles them when their time has come, returns what has waited too long, and has settled payments forgotten that can no
 * longer be recalled. It decides nothing: the house's rules do.
 */
export class ClearingAttendant {
  private readonly options: ClearingAttendantOptions;
  /** The height at which each attempt last found nothing to do. */
  private readonly triedAt = new Map<Attended, string>();

  constructor(options: ClearingAttendantOptions) {
    this.options = options;
  }

  /** Looks once and asks for what is due. Throws `SyceeError` when the node cannot be reached or refuses for another reason than that nothing is due. */
  async look(): Promise<readonly Attended[]> {
    const { client, house } = this.options;
    const found = await client.clearingHouse(house);
    const done: Attended[] = [];
    for (const [what, call] of this.due(found)) if (await this.attempt(what, call)) done.push(what);
    return done;
  }

  private due(found: ClearingHouseJson): [Attended, Call][] {
    const { house, signer, closeAfterMs, settleAfterMs, nowMs } = this.options;
    const { queues, cycle, rules, settled } = found;
    const now = nowMs();
    const isOver = (sinceMs: string, durationMs: number): boolean => now >= Number(sinceMs) + durationMs;
    const due: [Attended, Call][] = [];
    const late = [...queues.gross, ...queues.net].filter(({ enteredMs }) => isOver(enteredMs, Number(rules.longestWaitMs) + 1));
    if (late.length > 0) {
      const numbers = late.slice(0, MOST_RETURNED).map(({ number }) => BigInt(number));
      due.push(["returned", returnUnsettleable({ house, numbers })]);
    }
    if (queues.gross.length > late.length) due.push(["settled gross", settleGross(house)]);
    if (cycle.closedAtMs !== null) {
      if (isOver(cycle.closedAtMs, settleAfterMs)) due.push(["settled net", settleCycle(house)]);
    } else if (signer.address === house && queues.net.some(({ enteredMs }) => isOver(enteredMs, closeAfterMs))) {
      due.push(["closed", closeCycle()]);
    }
    if (settled.forgettableFromMs !== null && isOver(settled.forgettableFromMs, 0)) due.push(["forgotten", forgetOldestSettled(house)]);
    return due;
  }

  /** Whether it was done. What found nothing to do is not asked again before the ledger has changed. */
  private async attempt(what: Attended, call: Call): Promise<boolean> {
    const { client, signer } = this.options;
    const { height } = await client.status();
    if (this.triedAt.get(what) === height) return false;
    try {
      await client.send({ signers: [signer], calls: [call], gasLimit: CLEARING_GAS_LIMIT });
      this.triedAt.delete(what);
      return true;
    } catch (error) {
      if (!(error instanceof SyceeError) || error.receipt === undefined || !NOTHING_YET.has(error.abortName ?? "")) throw error;
      // The attempt itself is in a block: from there on something else has to come.
      for (const each of this.triedAt.keys()) if (this.triedAt.get(each) === height) this.triedAt.set(each, error.receipt.height);
      this.triedAt.set(what, error.receipt.height);
      return false;
    }
  }
}
