import type { Address, Call } from "@sycee/protocol";
import { handOut, issueSettlement, openWallets, setTier } from "@sycee/sdk";
import { expect } from "vitest";
import { type Actor, actor } from "./actor.ts";
import { commitmentOf, createEconomy } from "./economy-genesis.ts";
import type { LedgerFixture } from "./ledger-fixture.ts";

/** Seen as an object of JSON. */
export type Fields = Readonly<Record<string, unknown>>;

/** A limit on what wallets of tier 2 hold; those of tier 1 have none. */
export const TIER_2_BALANCE = 1_000_000n;

/** An economy in which wallets are opened and filled as tests need them. */
export interface RetailEconomy {
  readonly fixture: LedgerFixture;
  readonly operator: Actor;
  /** Answers of one transaction: `executed`, or why not. */
  answer(signer: Actor | readonly Actor[], ...calls: readonly Call[]): string;
  /** The same, which must be executed. */
  act(signer: Actor | readonly Actor[], ...calls: readonly Call[]): void;
  /** Opens a wallet of a holder of that name, with so much digital cash. */
  open(owner: Actor, holder: string, tier: number, amountMinor?: bigint): void;
  /** The resource of a type at an address. */
  resource(address: Address, type: string): Fields | undefined;
}

/** A central bank with gold, one operator, no customers yet. */
export function createRetailEconomy(): RetailEconomy {
  const [centralBank, operator] = [actor("retail central bank"), actor("retail operator")];
  const fixture = createEconomy({ centralBank, operators: [operator], customers: [], capital: 10n ** 15n, zoneOffsetMinutes: 60 });
  const economy: RetailEconomy = {
    fixture,
    operator,
    answer: (signer, ...calls) => fixture.answer(Array.isArray(signer) ? signer : [signer as Actor], calls),
    act: (signer, ...calls) => expect(economy.answer(signer, ...calls)).toBe("executed"),
    open(owner, holder, tier, amountMinor = 0n) {
      const opening = openWallets({ tier, wallets: [{ owner: owner.address, commitment: commitmentOf(holder) }] });
      economy.act(operator, opening, ...(amountMinor === 0n ? [] : [handOut({ to: owner.address, amountMinor })]));
    },
    resource(address, type) {
      const found = fixture.ledger.account(address)?.resources.find((resource) => resource.type === type);
      return found?.value as Fields | undefined;
    },
  };
  const bonds = { kind: "governmentBonds", description: "bonds", bookValueMinor: 10n ** 12n, haircutBasisPoints: 0 } as const;
  economy.act(
    centralBank,
    issueSettlement({ operator: operator.address, ...bonds }),
    setTier({ tier: 1, balanceMinor: undefined, singleMinor: undefined, dailyMinor: undefined, yearlyMinor: undefined }),
    setTier({ tier: 2, balanceMinor: TIER_2_BALANCE, singleMinor: undefined, dailyMinor: undefined, yearlyMinor: undefined }),
  );
  return economy;
}
