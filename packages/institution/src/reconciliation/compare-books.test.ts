import { describe, expect, test } from "vitest";
import { compareBooks, type LedgerAccount, type LedgerTotals, type OfficeAccount } from "./compare-books.ts";

const office: readonly OfficeAccount[] = [
  { account: 1, customer: "a", balanceMinor: 70n, linesMinor: 70n },
  { account: 2, customer: "b", balanceMinor: 30n, linesMinor: 30n },
];
const ledger: readonly LedgerAccount[] = [
  { account: 0, balanceMinor: 0n, state: "open" },
  { account: 1, balanceMinor: 70n, state: "open" },
  { account: 2, balanceMinor: 30n, state: "open" },
];
const totals: LedgerTotals = { outstandingMinor: 110n, elsewhereMinor: 10n, coverMinor: 110n };
const own = new Set([0]);

describe("books that agree but for one thing differ in that alone", () => {
  const cases: readonly (readonly [
    what: string,
    found: object,
    parts: Partial<{ office: typeof office; ledger: typeof ledger; totals: LedgerTotals }>,
  ])[] = [
    [
      "a balance moved from one account to another",
      { kind: "balance", account: 1, customer: "a", officeMinor: "70", ledgerMinor: "71" },
      {
        ledger: [...ledger.slice(0, 1), { account: 1, balanceMinor: 71n, state: "open" }, ...ledger.slice(2)],
        totals: { ...totals, outstandingMinor: 111n, coverMinor: 111n },
      },
    ],
    [
      "an account that nobody has",
      { kind: "unknown_account", account: 3, ledgerMinor: "0" },
      { ledger: [...ledger, { account: 3, balanceMinor: 0n, state: "open" }] },
    ],
    [
      "an account that is not there",
      { kind: "missing_account", account: 9, customer: "c", officeMinor: "0" },
      { office: [...office, { account: 9, customer: "c", balanceMinor: 0n, linesMinor: 0n }] },
    ],
    [
      "a frozen account",
      { kind: "account_state", account: 2, customer: "b", state: "frozen" },
      { ledger: [...ledger.slice(0, 2), { account: 2, balanceMinor: 30n, state: "frozen" }] },
    ],
    [
      "lines that do not add up",
      { kind: "journal", account: 2, customer: "b", officeMinor: "30", linesMinor: "29" },
      { office: [...office.slice(0, 1), { account: 2, customer: "b", balanceMinor: 30n, linesMinor: 29n }] },
    ],
    [
      "a line that does not say the balance up to it",
      { kind: "line", account: 2, customer: "b", position: 4 },
      { office: [...office.slice(0, 1), { account: 2, customer: "b", balanceMinor: 30n, linesMinor: 30n, wrongLine: 4 }] },
    ],
    [
      "two customers with one account",
      { kind: "shared_account", account: 2, customer: "c", other: "b" },
      { office: [...office, { account: 2, customer: "c", balanceMinor: 30n, linesMinor: 30n }] },
    ],
    [
      "accounts that are not all e-money",
      { kind: "outstanding", accountsMinor: "100", outstandingMinor: "101" },
      { totals: { ...totals, elsewhereMinor: 9n } },
    ],
    [
      "cover that is one short, clearing included",
      { kind: "cover", outstandingMinor: "110", coverMinor: "109" },
      { totals: { ...totals, coverMinor: 109n } },
    ],
  ];
  for (const [what, found, parts] of cases) {
    test(what, () => {
      const sides = { office, ledger, totals, ...parts };
      expect(compareBooks(sides.office, sides.ledger, sides.totals, own)).toEqual([found]);
    });
  }

  test("nothing", () => expect(compareBooks(office, ledger, totals, own)).toEqual([]));
});
