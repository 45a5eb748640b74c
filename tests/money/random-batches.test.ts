import { bytesToHex, type Call } from "@sycee/protocol";
import {
  beginCustomerAccounts,
  closeCustomerAccount,
  contributeCapital,
  depositToCustomers,
  freezeCustomer,
  issueSettlement,
  liftCustomer,
  openCustomerAccounts,
  toTill,
  transferBatch,
  transfersOf,
  type TransferStatus,
  withdrawFromCustomer,
} from "@sycee/sdk";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Actor, actor } from "./actor.ts";
import { CustomerBookModel } from "./customer-book-model.ts";
import { CASH, createEconomy, held } from "./economy-genesis.ts";
import { type LedgerFixture, START_MS } from "./ledger-fixture.ts";
import { investigator, supervisor } from "./supervision.ts";

const RUNS = Number(process.env.SYCEE_BATCH_RUNS ?? 12);
const SEED = Number(process.env.SYCEE_SEED ?? 4);
const bank = actor("central bank");
const operator = actor("operator");
const TILL = 2n ** 63n + 1_000n;
/** After every block. */
const UNTIL_MS = BigInt(START_MS + 24 * 60 * 60 * 1_000);

interface FreezeStep {
  readonly do: "freeze" | "release";
  readonly account: number;
}

type OperatorStep =
  | { readonly do: "open"; readonly count: number }
  | { readonly do: "close"; readonly account: number }
  | { readonly do: "deposit"; readonly accounts: number[]; readonly amounts: bigint[] }
  | { readonly do: "withdraw"; readonly account: number; readonly amount: bigint }
  | { readonly do: "transfer"; readonly transfers: { payer: number; payee: number; amount: bigint }[] };

type Step = FreezeStep | OperatorStep;

/** Mostly accounts that there are, few enough to meet often; two pages and a bit. */
const account = fc.oneof({ weight: 6, arbitrary: fc.nat(8) }, { weight: 2, arbitrary: fc.nat(150) }, fc.constant(4_294_967_295));
const amount = fc.oneof(
  { weight: 6, arbitrary: fc.bigInt(0n, 40n) },
  { weight: 2, arbitrary: fc.bigInt(2n ** 53n - 2n, 2n ** 53n + 2n) },
  fc.constantFrom(2n ** 63n - 2n, 2n ** 63n - 1n, 2n ** 63n, 2n ** 64n - 1n),
);
const pairs = fc.array(fc.tuple(account, amount), { maxLength: 8 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant("open" as const), count: fc.nat(70) }),
  fc.record({ do: fc.constant("close" as const), account }),
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("freeze" as const, "release" as const), account }) },
  {
    weight: 3,
    arbitrary: pairs.map(
      (each): Step => ({ do: "deposit", accounts: each.map(([first]) => first), amounts: each.map(([, second]) => second) }),
    ),
  },
  fc.record({ do: fc.constant("withdraw" as const), account, amount }),
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant("transfer" as const),
      transfers: fc.array(fc.record({ payer: account, payee: account, amount }), { minLength: 1, maxLength: 60 }),
    }),
  },
);

const isFreeze = (each: Step): each is FreezeStep => each.do === "freeze" || each.do === "release";

/** Who does a step, and by what; the model is as it was before. */
function actOf(each: Step, model: CustomerBookModel): { readonly signers: readonly Actor[]; readonly call: Call } {
  if (!isFreeze(each)) return { signers: [operator], call: callOf(each) };
  const account = { institution: operator.address, instrument: CASH, account: each.account } as const;
  if (each.do === "release") return { signers: [supervisor], call: liftCustomer({ ...account, number: model.warrantOf(each.account) }) };
  return { signers: [investigator, supervisor], call: freezeCustomer({ ...account, reason: "Case", untilMs: UNTIL_MS }) };
}

function callOf(each: OperatorStep): Call {
  switch (each.do) {
    case "open":
      return openCustomerAccounts({ count: BigInt(each.count) });
    case "close":
      return closeCustomerAccount({ account: each.account });
    case "deposit":
      return depositToCustomers({ accounts: each.accounts, amountsMinor: each.amounts });
    case "withdraw":
      return withdrawFromCustomer({ account: each.account, amountMinor: each.amount });
    case "transfer":
      return transferBatch({
        payers: each.transfers.map(({ payer }) => payer),
        payees: each.transfers.map(({ payee }) => payee),
        amountsMinor: each.transfers.map((transfer) => transfer.amount),
      });
  }
}

/** Does a step to the model: what becomes of it, and of each transfer. */
function apply(model: CustomerBookModel, each: Step): { readonly answer: string; readonly statuses: readonly TransferStatus[] } {
  switch (each.do) {
    case "open":
      return { answer: model.open(each.count), statuses: [] };
    case "close":
      return { answer: model.close(each.account), statuses: [] };
    case "freeze":
      return { answer: model.freeze(each.account), statuses: [] };
    case "release":
      return { answer: model.lift(each.account), statuses: [] };
    case "deposit": {
      const total = each.amounts.reduce((sum, next) => sum + next, 0n);
      return { answer: total >= 2n ** 64n ? "EAmountsOverflow" : model.deposit(each.accounts, each.amounts), statuses: [] };
    }
    case "withdraw":
      return { answer: model.withdraw(each.account, each.amount), statuses: [] };
    case "transfer":
      return { answer: "executed", statuses: each.transfers.map(({ payer, payee, amount: moved }) => model.transfer(payer, payee, moved)) };
  }
}

function begin(): LedgerFixture {
  const economy = { centralBank: bank, operators: [operator], customers: [], capital: 1n, zoneOffsetMinutes: 0 };
  const fixture = createEconomy(economy);
  const gold = { kind: "gold", description: "gold", bookValueMinor: TILL, haircutBasisPoints: 0 } as const;
  expect(fixture.answer([bank], [contributeCapital(gold), issueSettlement({ operator: operator.address, ...gold })])).toBe("executed");
  expect(fixture.answer([operator], [toTill({ amountMinor: TILL }), beginCustomerAccounts()])).toBe("executed");
  return fixture;
}

test("random batches leave what a simple model says, transfer by transfer", { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 10 }), (blocks) => {
      const fixture = begin();
      const model = new CustomerBookModel(TILL);
      for (const steps of blocks) {
        const expected: ReturnType<typeof apply>[] = [];
        const entries = steps.map((each) => {
          const { signers, call } = actOf(each, model);
          expected.push(apply(model, each));
          return fixture.transaction(signers, [call]);
        });
        const results = fixture.block(entries);
        for (const index of steps.keys()) {
          const result = results[index];
          const events = result?.kind === "receipt" ? result.receipt.events : [];
          const posted = transfersOf({
            events: events.map(({ type, data, call }) => ({
              call,
              type: type.kind === "struct" && type.name === "TransfersPosted" ? "0x2::customer_book::TransfersPosted" : "",
              fields: {},
              data: `0x${bytesToHex(data)}`,
            })),
          });
          expect({ answer: fixture.describe(result), statuses: posted.flatMap(({ statuses }) => statuses) }).toEqual(expected[index]);
        }
        expect(held(fixture, operator.address, "customers", CASH)).toBe(model.pool);
        expect(held(fixture, operator.address, "till", CASH)).toBe(model.till);
      }
      const book = fixture.ledger.recountLaws().find((law) => law.name.includes("customers"));
      expect(book).toMatchObject({
        law: 3,
        holds: true,
        evidence: [{ accounts: model.accounts.length, balances: `${model.pool}`, pool: `${model.pool}` }],
      });
      for (const [number, { balance, state }] of model.accounts.entries()) {
        expect(fixture.ledger.customerAccounts(operator.address, number)).toEqual([
          { place: "customers", instrument: CASH, balanceMinor: balance, state },
        ]);
      }
      expect(fixture.ledger.customerAccounts(operator.address, model.accounts.length)).toEqual([]);
    }),
    { numRuns: RUNS, seed: SEED },
  );
});
