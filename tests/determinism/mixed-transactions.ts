import { type Call, encodePayload, encodeTransaction, type TransactionPayload } from "@sycee/protocol";
import {
  freezeCustomer,
  handBack,
  handOut,
  liftCustomer,
  pay,
  publishPackage,
  rotateKey,
  setPerforming,
  transferBatch,
  upgradePackage,
  withdrawFromCustomer,
} from "@sycee/sdk";
import { type Actor, actor } from "../money/actor.ts";
import { CASH } from "../money/economy-genesis.ts";
import { investigator, supervisor } from "../money/supervision.ts";
import { uniformInt, type xoroshiro128plus } from "../money/random.ts";
import { counter, user } from "../publishing/plans.ts";
import { callOf, compile, placeOf, publisher } from "../publishing/publishing-fixture.ts";
import { bank, CUSTOMERS, operator, partners, payers } from "./mixed-genesis.ts";

const GAS_LIMIT = 20_000_000n;
/** Versions of the package that is upgraded again and again. */
const VERSIONS = 6;

/** Bytecode of the packages that are published and upgraded. */
export interface MixedPackages {
  readonly counters: readonly (readonly Uint8Array[])[];
  readonly user: readonly Uint8Array[];
}

export async function compilePackages(): Promise<MixedPackages> {
  const counters: Uint8Array[][] = [];
  for (let step = 1; step <= VERSIONS; step += 1) counters.push(await compile(counter(step)));
  return { counters, user: await compile(user()) };
}

/** Draws transactions of every kind, sound and unsound, some of them again. */
export class MixedTransactions {
  readonly #chainId: Uint8Array;
  readonly #random: ReturnType<typeof xoroshiro128plus>;
  readonly #packages: MixedPackages;
  readonly #sent: Uint8Array[] = [];
  /** Who signs for a payer: another key after a rotation. */
  readonly #keys = new Map<string, Actor>(payers.map((payer) => [payer.address, payer]));
  /** To be sent next: uses a nonce that the transaction just sent has used. */
  readonly #again: Uint8Array[] = [];
  #nonce = 0n;
  #published = 0;
  /** Warrants asked for, and the last account that one was for. */
  #warrants = 0;
  #frozen = { institution: operator.address, instrument: CASH, account: 0 };
  #timeMs = 0;

  constructor(chainId: Uint8Array, random: ReturnType<typeof xoroshiro128plus>, packages: MixedPackages) {
    this.#chainId = chainId;
    this.#random = random;
    this.#packages = packages;
  }

  /** The next so many, for a block at `timeMs`. */
  draw(count: number, timeMs: number): Uint8Array[] {
    this.#timeMs = timeMs;
    return Array.from({ length: count }, () => {
      const bytes = this.#next();
      this.#sent.push(bytes);
      if (this.#sent.length > 200) this.#sent.shift();
      return bytes;
    });
  }

  #next(): Uint8Array {
    const again = this.#again.pop();
    if (again !== undefined) return again;
    const kind = this.#upTo(99);
    if (kind < 45) return this.#payment();
    if (kind < 55) return this.#batch();
    if (kind < 57) return this.#warrant();
    if (kind < 60) return this.#sign([operator], [this.#operatorAct()]);
    if (kind < 64) return this.#sign([partners], [this.#payTo(this.#payer(), 40)]);
    if (kind < 68) return this.#exchange();
    if (kind < 72) return this.#payment({ gasLimit: BigInt(this.#upTo(3_000)) });
    if (kind < 75) return this.#rotation();
    if (kind < 80) return this.#publisherAct();
    if (kind < 86) return this.#sent[this.#upTo(this.#sent.length - 1)] ?? this.#payment();
    if (kind < 90) return this.#usedNonce();
    if (kind < 92) return this.#sign([bank], [setPerforming({ asset: BigInt(this.#upTo(3)), performing: this.#upTo(1) === 0 })]);
    return this.#unsound(kind);
  }

  #payment(change: Partial<TransactionPayload> = {}): Uint8Array {
    const payer = this.#payer();
    return this.#sign([payer], [this.#payTo(this.#payer(), this.#upTo(20) === 0 ? 10_000_000 : 900)], change);
  }

  // The nonce of a transaction before, with another body.
  #usedNonce(): Uint8Array {
    const payer = this.#payer();
    const first = this.#sign([payer], [this.#payTo(this.#payer(), 50)]);
    this.#again.push(this.#sign([payer], [this.#payTo(this.#payer(), 60)], { nonce: this.#nonce }));
    return first;
  }

  // Two who sign one transaction: both payments or neither.
  #exchange(): Uint8Array {
    const [one, two] = [this.#payer(), this.#payer()];
    if (one === two) return this.#payment();
    const amountMinor = BigInt(this.#upTo(300));
    const back = pay({ signer: 1, payee: one.address, instrument: CASH, amountMinor });
    return this.#sign([one, two], [this.#payTo(two, 300), back]);
  }

  #batch(): Uint8Array {
    const count = this.#upTo(120) + 1;
    const account = () => this.#upTo(CUSTOMERS + 4);
    const transfers = {
      payers: Array.from({ length: count }, account),
      payees: Array.from({ length: count }, account),
      amountsMinor: Array.from({ length: count }, () => BigInt(this.#upTo(10) === 0 ? this.#upTo(50_000) : this.#upTo(60))),
    };
    return this.#sign([operator], [transferBatch(transfers)], { gasLimit: this.#upTo(8) === 0 ? 30_000n : GAS_LIMIT });
  }

  // Freezes that end within a few seconds, and some that are lifted before.
  #warrant(): Uint8Array {
    const account = { institution: operator.address, instrument: CASH, account: this.#upTo(CUSTOMERS) };
    if (this.#upTo(3) === 0) {
      return this.#sign([supervisor], [liftCustomer({ ...this.#frozen, number: BigInt(this.#upTo(this.#warrants)) })]);
    }
    this.#frozen = account;
    this.#warrants += 1;
    const untilMs = BigInt(this.#timeMs + 1 + this.#upTo(20_000));
    return this.#sign([investigator, supervisor], [freezeCustomer({ ...account, reason: "Mixed", untilMs })]);
  }

  #operatorAct(): Call {
    if (this.#upTo(1) === 0) return withdrawFromCustomer({ account: this.#upTo(CUSTOMERS), amountMinor: BigInt(this.#upTo(200)) });
    return handOut({ to: this.#payer().address, amountMinor: BigInt(this.#upTo(2_000)) });
  }

  #rotation(): Uint8Array {
    const payer = payers[this.#upTo(payers.length - 1)] ?? operator;
    const current = this.#keys.get(payer.address) ?? payer;
    const next = actor(`mixed key ${this.#nonce}`);
    this.#keys.set(payer.address, next);
    return this.#sign([{ ...payer, sign: (bytes) => current.sign(bytes) }, next], [rotateKey({ owner: 0, newKey: 1 })]);
  }

  #publisherAct(): Uint8Array {
    const { counters, user: above } = this.#packages;
    if (this.#upTo(3) > 0) {
      const call =
        this.#upTo(1) === 0 ? callOf(`counter::counter::${this.#upTo(2) === 0 ? "create" : "increment"}`) : callOf("user::user::see");
      return this.#sign([this.#payer()], [call]);
    }
    this.#published += 1;
    if (this.#published === 1) return this.#sign([publisher], [publishPackage({ name: "counter", modules: counters[0] ?? [] })]);
    if (this.#published === 2) return this.#sign([publisher], [publishPackage({ name: "user", modules: above })]);
    const modules = counters[this.#published % counters.length] ?? [];
    return this.#sign([publisher], [upgradePackage({ package: placeOf("counter"), modules })]);
  }

  #unsound(kind: number): Uint8Array {
    const bytes = this.#payment();
    if (kind < 94) {
      const changed = Buffer.from(bytes);
      const at = this.#upTo(changed.length - 1);
      changed[at] = (changed[at] ?? 0) ^ (1 + this.#upTo(254));
      return changed;
    }
    if (kind < 95) return bytes.slice(0, this.#upTo(bytes.length - 1));
    if (kind < 96) return this.#payment({ chainId: new Uint8Array(32) });
    if (kind < 97) return this.#payment({ expiryMs: BigInt(this.#timeMs - 1) });
    if (kind < 98) return this.#sign([this.#payer()], [handBack({ amountMinor: 2n ** 64n - 1n })]);
    return this.#sign([this.#payer()], [callOf("counter::nowhere::nothing")]);
  }

  // At times one who signs with the first key, which counts no more once it was rotated.
  #payer(): Actor {
    const payer = payers[this.#upTo(payers.length - 1)] ?? operator;
    const key = this.#upTo(15) === 0 ? payer : (this.#keys.get(payer.address) ?? payer);
    return { ...payer, sign: (bytes) => key.sign(bytes) };
  }

  #payTo(payee: Actor, mostMinor: number): Call {
    return pay({ payee: payee.address, instrument: CASH, amountMinor: BigInt(this.#upTo(mostMinor)) });
  }

  #sign(signers: readonly Actor[], calls: readonly Call[], change: Partial<TransactionPayload> = {}): Uint8Array {
    this.#nonce += 1n;
    const payload: TransactionPayload = {
      chainId: this.#chainId,
      signers: signers.map(({ address }) => address),
      nonce: this.#nonce,
      expiryMs: BigInt(this.#timeMs + 60_000),
      gasLimit: GAS_LIMIT,
      feePayer: undefined,
      calls,
      ...change,
    };
    const bytes = encodePayload(payload);
    return encodeTransaction({ payload, authenticators: signers.map((signer) => signer.sign(bytes)) });
  }

  #upTo(maximum: number): number {
    return uniformInt(this.#random, 0, Math.max(0, maximum));
  }
}
