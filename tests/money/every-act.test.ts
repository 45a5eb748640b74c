import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Address, Call, CallArgument } from "@sycee/protocol";
import {
  address,
  banking,
  bool,
  beginCustomerAccounts,
  bytes,
  declareInsolvency,
  depositToCustomers,
  escrowAddress,
  FRAMEWORK,
  grantLoan,
  handOut,
  initialiseMoney,
  literal,
  type MoveType,
  keepInstitutionsDeposits,
  openCustomerAccounts,
  openEscrow,
  openPaymentRequest,
  orderPayments,
  giveRedPacket,
  option,
  paymentRequestAddress,
  proposeSupervisorChange,
  redPacketAddress,
  revokeLicence,
  signer,
  standingOrderAddress,
  string,
  suspendLicence,
  topUp,
  toTill,
  u128,
  u16,
  u32,
  u64,
  u8,
  vector,
} from "@sycee/sdk";
import { expect, test } from "vitest";
import { everyone, createEveryone, type Role } from "./everyone-genesis.ts";
import type { LedgerFixture } from "./ledger-fixture.ts";

/** What everybody is answered; `SYCEE_WRITE_TABLES=1` writes it anew, to be read line by line before it is kept. */
const TABLE = fileURLToPath(new URL("every-act.txt", import.meta.url));
const MOVE = fileURLToPath(new URL("../../move", import.meta.url));
const roles = Object.keys(everyone) as Role[];

interface Parameter {
  readonly name: string;
  readonly type: string;
}

interface Act {
  readonly package: "money" | "oversight" | "banking";
  readonly module: string;
  readonly function: string;
  readonly parameters: readonly Parameter[];
}

/** Every entry function in the sources of a package, the ledger itself left out of its parameters. */
function actsOf(package_: Act["package"]): Act[] {
  const directory = `${MOVE}/${package_}/sources`;
  return readdirSync(directory).flatMap((file) => {
    const source = readFileSync(`${directory}/${file}`, "utf8");
    const module = /^module \w+::(\w+);/m.exec(source)?.[1];
    if (module === undefined) throw new Error(`${file} declares no module`);
    return [...source.matchAll(/entry fun (\w+)\(([^)]*)\)/g)].map(([, name = "", list = ""]) => ({
      package: package_,
      module,
      function: name,
      parameters: list
        .split(/,\s*(?![^<]*>)/)
        .map((each) => each.trim())
        .filter((each) => each !== "" && !each.startsWith("ledger:"))
        .map((each) => ({ name: each.split(":")[0] ?? "", type: each.slice(each.indexOf(":") + 1).trim() })),
    }));
  });
}

/** Who rightly signs as what a parameter is called. */
const SIGNERS: Readonly<Record<string, Role>> = {
  supervisor: "supervisor",
  investigator: "investigator",
  requester: "investigator",
  approver: "supervisor",
  authority: "supervisor",
  central_bank: "centralBank",
  government: "government",
  insurer: "insurer",
  custodian: "custodian",
  operator: "operator",
  contributor: "operator",
  bank: "bank",
  lender: "bank",
  borrower: "otherBank",
  receiving: "otherBank",
  administrator: "administrator",
  institution: "institution",
  successor: "otherInstitution",
  house: "house",
  publisher: "publisher",
  owner: "alice",
  payer: "alice",
  buyer: "alice",
  giver: "alice",
  seller: "bob",
  payee: "bob",
  taker: "bob",
  arbiter: "stranger",
  new_key: "stranger",
  registrar: "supervisor",
  framework: "supervisor",
  std: "secondSupervisor",
  money: "secondSupervisor",
};

/** Who it is in some acts. */
const SIGNERS_OF: Readonly<Record<string, Role>> = {
  "banking::estate::sell_loan buyer": "otherBank",
  "banking::estate::sell_security buyer": "otherBank",
  "banking::clearing_entry::submit institution": "bank",
  "banking::clearing_entry::submit_batch institution": "bank",
  "banking::clearing_funds::return_capital institution": "bank",
  "banking::reserve_migration::move_to_reserve bank": "otherBank",
  "banking::first_mode::keep_accounts bank": "otherBank",
  "banking::first_mode::open_accounts bank": "otherBank",
  "banking::first_mode::place bank": "otherBank",
  "banking::first_mode::release bank": "otherBank",
  "banking::first_mode::issue institution": "firstMode",
  "banking::first_mode::redeem institution": "firstMode",
  "banking::first_mode::use_deposits institution": "firstMode",
  "banking::first_mode::report institution": "firstMode",
  "banking::reserve_migration::move_to_reserve institution": "firstMode",
  "banking::reserve_migration::enter_second_mode institution": "firstMode",
};

const IN_A_DAY_MS = BigInt(Date.UTC(2026, 0, 2, 12));
const SEED = Uint8Array.from({ length: 32 }, (_, index) => index);
const of = (role: Role): Address => everyone[role].address;

/** What a parameter is given where an act says nothing else; whatever is not named is a 1. */
const VALUES: Readonly<Record<string, unknown>> = {
  account: 1,
  accounts: [1],
  arbiter: of("stranger"),
  at_banks: 0n,
  bank: of("bank"),
  balance: undefined,
  borrower: of("otherBank"),
  central_bank: of("centralBank"),
  commitments: [SEED],
  creditor: of("operator"),
  daily: undefined,
  decimals: 2,
  delay_ms: 60_000n,
  earliest_ms: IN_A_DAY_MS + 8n * 86_400_000n,
  escrow: escrowAddress(of("alice"), 1n),
  expires_at_ms: undefined,
  expires_ms: IN_A_DAY_MS,
  first_day: 30_000n,
  from: of("alice"),
  from_account: 1,
  from_accounts: [1],
  from_height: 1_000n,
  from_ms: [1n],
  government: of("government"),
  haircut_bps: 0n,
  holder: of("stranger"),
  house: of("house"),
  institution: of("institution"),
  instrument: 2,
  last_day: undefined,
  lender: of("otherBank"),
  limit: undefined,
  new_key: undefined,
  order: standingOrderAddress(of("alice"), 1n),
  owner: of("alice"),
  owners: [of("stranger")],
  packet: redPacketAddress(of("alice"), 1n),
  payee: of("bob"),
  payees: [2],
  payer: of("alice"),
  payers: [1],
  person: of("stranger"),
  reason: "A test",
  request: paymentRequestAddress(of("bob"), 1n),
  seed: SEED,
  seller: of("bob"),
  silent_share_bps: 0n,
  to: of("bob"),
  yearly: undefined,
};

/** What parameters are given in some acts, so that the one who may does what is there to be done. */
const VALUES_OF: Readonly<Record<string, unknown>> = {
  "banking::clearing_membership::limit_payer payer": of("otherBank"),
  "banking::clearing_entry::submit payee": of("otherBank"),
  "banking::clearing_entry::submit_batch payees": [of("otherBank")],
  "banking::clearing_entry::submit mode": 2,
  "banking::clearing_entry::submit_batch mode": 2,
  "banking::clearing_membership::admit institution": of("otherInstitution"),
  "banking::clearing_membership::set_cap institution": of("bank"),
  "banking::clearing_membership::set_cap cap": 0n,
  "banking::clearing_membership::announce_cap institution": of("bank"),
  "banking::clearing_returns::record_insolvency institution": of("otherBank"),
  "banking::central_bank::admit_operator operator": of("operator"),
  "banking::central_bank::issue operator": of("operator"),
  "banking::central_bank::redeem asset": 2n,
  "banking::central_bank::redeem_part asset": 2n,
  "banking::commercial_bank::close_account account": 3,
  "banking::customer_port::port first": 2,
  "banking::customer_port::port_for first": 2,
  "banking::customer_port::port_for institution": of("suspendedInstitution"),
  "banking::customer_red_packet::release_ported institution": of("institution"),
  "banking::customer_red_packet::give number": 2n,
  "banking::customer_standing_order::order number": 2n,
  "banking::customer_standing_order::order payee": 2,
  "banking::customer_standing_order::order payer": 1,
  "banking::deposit_insurance::collect_premium bank": of("bank"),
  "banking::e_money_exchange::pay_out_for institution": of("suspendedInstitution"),
  "banking::frozen_account::freeze_account instrument": 7,
  "banking::insolvency::declare bank": of("suspendedBank"),
  "banking::insolvency::declare administrator": of("administrator"),
  "banking::insolvency::cut_lenders lenders": [],
  "banking::insolvency::cut_lenders frozen_wallets": [],
  "banking::interbank::repay lender": of("bank"),
  "banking::open_market::sell asset": 3n,
  "banking::operator::change_tier owner": of("alice"),
  "banking::operator::open_wallets tier": 1,
  "banking::operator::hand_out to": of("alice"),
  "banking::operator::recover to": of("bob"),
  "banking::payment_institution::close_account account": 4,
  "banking::policy_change::execute number": 1n,
  "banking::treasury::spend bank": of("bank"),
  "banking::wallet_deposits::pay_interest owners": [of("alice")],
  "banking::wallet_resolution::take_in_wallets owners": [],
  "money::escrow::open number": 2n,
  "money::escrow::open ship_within_ms": 86_400_000n,
  "money::escrow::open inspect_within_ms": 86_400_000n,
  "money::escrow::open decide_within_ms": 86_400_000n,
  "money::payment_request::open number": 2n,
  "money::payment_code::enable public_key": SEED,
  "money::payment_code::enable chain_id": SEED,
  "money::payment_code::collect signature": new Uint8Array(64),
  "money::red_packet::give number": 2n,
  "money::red_packet::give key": new Uint8Array(0),
  "money::red_packet::take signature": new Uint8Array(0),
  "money::standing_order::order number": 2n,
  "oversight::licence::resume holder": of("suspendedBank"),
  "oversight::licence::resume kind": 2,
  "oversight::licence::limit holder": of("bank"),
  "oversight::licence::limit kind": 2,
  "oversight::licence::suspend holder": of("bank"),
  "oversight::licence::suspend kind": 2,
  "oversight::licence::revoke holder": of("bank"),
  "oversight::licence::revoke kind": 2,
  "oversight::licence::grant kind": 2,
  "oversight::publishing::publish modules": [],
  "oversight::publishing::publish policy": 0,
  "oversight::publishing::upgrade modules": [],
  "oversight::supervisor_change::propose appointed": of("stranger"),
  "oversight::supervisor_change::propose dismissed": undefined,
};

/** Acts of an administrator are on the bank that has failed. */
const OF_ADMINISTRATORS: ReadonlySet<string> = new Set(["estate", "estate_payout", "insolvency", "wallet_resolution"]);

const TYPES: Readonly<Record<string, MoveType<never>>> = {
  u8: u8 as MoveType<never>,
  u16: u16 as MoveType<never>,
  u32: u32 as MoveType<never>,
  u64: u64 as MoveType<never>,
  u128: u128 as MoveType<never>,
  bool: bool as MoveType<never>,
  address: address as MoveType<never>,
  String: string as MoveType<never>,
};

/** The type that a parameter's text is. */
function typeOf(text: string): MoveType<never> {
  const inner = /^(vector|Option)<(.+)>$/.exec(text);
  if (text === "vector<u8>") return bytes as MoveType<never>;
  if (inner?.[1] === "vector") return vector(typeOf(inner[2] ?? "")) as MoveType<never>;
  if (inner?.[1] === "Option") return option(typeOf(inner[2] ?? "")) as MoveType<never>;
  const found = TYPES[text];
  if (found === undefined) throw new Error(`no value of type ${text} is known`);
  return found;
}

/** A 1 of a type, where nothing else is said. */
function oneOf(text: string): unknown {
  if (text.startsWith("vector<u8>")) return SEED;
  if (text.startsWith("vector<")) return [oneOf(text.slice("vector<".length, -1))];
  if (text.startsWith("Option<")) return undefined;
  if (text === "bool") return true;
  if (text === "String") return "X.1";
  if (text === "address") return of("stranger");
  return text === "u64" || text === "u128" ? 1n : 1;
}

/** Whether what is given to parameters of a name can be of a type: other parameters of that name are something else. */
function canBe(type: string, value: unknown): boolean {
  if (value === undefined) return type.startsWith("Option<");
  if (Array.isArray(value)) return /^vector<(?!u8>)/.test(type);
  if (typeof value === "string") return /^(Option<)?(address|String)/.test(type);
  return value instanceof Uint8Array ? type === "vector<u8>" : /^(Option<)?(u\d|bool)/.test(type);
}

function valueOf(act: Act, { name, type }: Parameter): CallArgument {
  const key = `${nameOf(act)} ${name}`;
  const isFailed = OF_ADMINISTRATORS.has(act.module) && name === "bank" && !(key in VALUES_OF);
  const known = key in VALUES_OF ? VALUES_OF[key] : VALUES[name];
  const fits = canBe(type, known);
  const value = isFailed ? of("failedBank") : fits ? known : oneOf(type);
  const written = typeof value === "number" && (type === "u64" || type === "u128") ? BigInt(value) : value;
  return literal(typeOf(type), written as never);
}

function nameOf(act: Act): string {
  return `${act.package}::${act.module}::${act.function}`;
}

const isSigner = ({ type }: Parameter): boolean => type === "&signer";

/** The call of an act with the right signers but for one, in whose place somebody else signs; `undefined` where nobody signs. */
function callBy(act: Act, position: string | undefined, role: Role): { readonly call: Call; readonly signers: readonly Role[] } {
  // Whom nobody asks for a signature anybody can call: the one who sends it pays for it.
  const signers: Role[] = position === undefined ? [role] : [];
  const args = act.parameters.map((parameter): CallArgument => {
    if (!isSigner(parameter)) return valueOf(act, parameter);
    const right = SIGNERS_OF[`${nameOf(act)} ${parameter.name}`] ?? SIGNERS[parameter.name];
    if (right === undefined) throw new Error(`nobody is ${parameter.name} in ${nameOf(act)}`);
    const by = parameter.name === position ? role : right;
    if (!signers.includes(by)) signers.push(by);
    return signer(signers.indexOf(by));
  });
  return {
    call: { address: FRAMEWORK[act.package], module: act.module, function: act.function, typeArguments: [], arguments: args },
    signers,
  };
}

/** Nobody's act: after another in one transaction it undoes that one, so that all are asked of one ledger. */
const UNDO = initialiseMoney();

function answerOf(fixture: LedgerFixture, signers: readonly Role[], call: Call): string {
  const transaction = fixture.transaction(
    signers.map((role) => everyone[role]),
    [call, UNDO],
  );
  const [result] = fixture.block([transaction]);
  if (result?.kind === "receipt" && result.receipt.outcome.kind === "aborted") {
    const { location } = result.receipt.outcome;
    const isUndone = location.address === FRAMEWORK.money && location.module === "genesis" && location.function === "initialise";
    if (isUndone && !(call.module === "genesis" && call.address === FRAMEWORK.money)) return "executed";
  }
  return fixture.describe(result);
}

/** Something of everything that can be acted on: a loan, wallets with cash, what is under way, accounts with money, a failed bank. */
function begin(): LedgerFixture {
  const fixture = createEveryone();
  const act = (by: readonly Role[], ...calls: readonly Call[]): void => {
    const signers = by.map((role) => everyone[role]);
    expect(fixture.answer(signers, calls), `${by.join(", ")}: ${calls.map((call) => call.function).join(", ")}`).toBe("executed");
  };
  const loan = { account: 1, principalMinor: 1_000n, rateBasisPoints: 400, instalments: 2, periodDays: 30 };
  act(["operator"], handOut({ to: of("alice"), amountMinor: 5_000n }), handOut({ to: of("bob"), amountMinor: 500n }));
  for (const bank of ["bank", "otherBank", "suspendedBank", "failedBank"] as const) act([bank], grantLoan(loan));
  act(["bank"], banking.timeDeposits.place({ account: 1, amount: 100n, rateBps: 100n, earlyRateBps: 0n, days: 30n }));
  act(["bank", "otherBank"], banking.interbank.lend({ lender: 0, borrower: 1, amount: 100n, rateBps: 0n, days: 1n }));
  act(["bank"], banking.notes.order({ amount: 200n }), banking.notes.withdraw({ account: 1, amount: 100n }));
  act(["bank"], banking.standingFacilities.borrow({ holding: 1n, amount: 100n }), banking.standingFacilities.deposit({ amount: 50n }));
  for (const institution of ["firstMode", "institution", "otherInstitution", "suspendedInstitution"] as const) {
    act(["alice"], topUp({ institution: of(institution), account: 1, amountMinor: 300n }));
  }
  act(["alice"], topUp({ institution: of("suspendedInstitution"), account: 2, amountMinor: 100n }));
  act(["alice"], topUp({ institution: of("institution"), account: 2, amountMinor: 100n }));
  act(
    ["alice"],
    openEscrow({
      number: 1n,
      seller: of("bob"),
      arbiter: of("stranger"),
      instrument: 2,
      amountMinor: 50n,
      shipWithinMs: 3_600_000n,
      inspectWithinMs: 3_600_000n,
      decideWithinMs: 3_600_000n,
      silentShareBasisPoints: 0n,
    }),
    giveRedPacket({ number: 1n, instrument: 2, amountMinor: 40n, shares: 2n, expiresMs: BigInt(fixture.timeMs) + 3_600_000n }),
  );
  const giving = {
    number: 1n,
    giver: 1,
    amount: 20n,
    shares: 2n,
    isRandom: false,
    seed: SEED,
    expiresMs: BigInt(fixture.timeMs) + 3_600_000n,
  };
  act(["institution"], banking.customerRedPacket.give(giving));
  const ordering = { number: 1n, payer: 1, payee: 2, amount: 5n, period: 1, every: 1n, firstDay: 30_000n, lastDay: undefined };
  act(["institution"], banking.customerStandingOrder.order(ordering));
  const daily = { number: 1n, payee: of("bob"), instrument: 2, amountMinor: 5n, period: "days", every: 1n, firstDay: 30_000n } as const;
  act(["alice"], orderPayments(daily));
  const asking = { number: 1n, instrument: 2, amountMinor: 1n, expiresMs: BigInt(fixture.timeMs) + 3_600_000n, reference: "A bill" };
  act(["bob"], openPaymentRequest(asking));
  act(["centralBank", "bank"], banking.walletDeposits.adopt({ centralBank: 0, bank: 1, symbol: "W.1" }));
  act(["operator"], beginCustomerAccounts(), openCustomerAccounts({ count: 3n }), toTill({ amountMinor: 100n }));
  act(["operator"], depositToCustomers({ accounts: [1], amountsMinor: [50n] }));
  act(["otherBank"], keepInstitutionsDeposits(), banking.firstMode.openAccounts({ count: 2n }));
  act(["otherBank"], banking.firstMode.place({ customer: 1, account: 1, amount: 10n }));
  const earliestMs = BigInt(fixture.timeMs) + 8n * 86_400_000n;
  act(["supervisor"], proposeSupervisorChange({ dismissed: of("secondSupervisor"), reason: "A test", earliestMs }));
  act(["supervisor"], suspendLicence({ kind: "bank", holder: of("suspendedBank"), unit: 1, reason: "An inspection" }));
  act(["supervisor"], suspendLicence({ kind: "paymentInstitution", holder: of("suspendedInstitution"), unit: 1, reason: "An audit" }));
  act(["supervisor"], revokeLicence({ kind: "bank", holder: of("failedBank"), unit: 1, reason: "Insolvent" }));
  act(["supervisor"], declareInsolvency({ bank: of("failedBank"), administrator: of("administrator") }));
  return fixture;
}

/** One line for each act and signer: who is answered what, the most frequent answer last, as that of all others. */
function describeAnswers(answers: ReadonlyMap<Role, string>): string {
  const byAnswer = new Map<string, Role[]>();
  for (const [role, answer] of answers) byAnswer.set(answer, [...(byAnswer.get(answer) ?? []), role]);
  const sorted = [...byAnswer].sort((left, right) => left[1].length - right[1].length);
  return sorted.map(([answer, who], index) => `${index === sorted.length - 1 ? "all others" : who.join(" ")}: ${answer}`).join("; ");
}

test("every entry function is answered to everybody as the table says", { timeout: 600_000 }, () => {
  const fixture = begin();
  const lines = (["money", "oversight", "banking"] as const).flatMap(actsOf).flatMap((act) => {
    const positions = act.parameters.filter(isSigner).map(({ name }) => name);
    return (positions.length === 0 ? [undefined] : positions).map((position) => {
      const answers = new Map(
        roles.map((role) => {
          const { call, signers } = callBy(act, position, role);
          return [role, answerOf(fixture, signers, call)] as const;
        }),
      );
      return `${nameOf(act)} as ${position ?? "anybody"} | ${describeAnswers(answers)}`;
    });
  });
  const table = `${lines.sort().join("\n")}\n`;
  if (process.env.SYCEE_WRITE_TABLES === "1") writeFileSync(TABLE, table);
  expect(table.split("\n")).toEqual(readFileSync(TABLE, "utf8").split("\n"));
  expect(fixture.ledger.recountLaws().every(({ holds }) => holds)).toBe(true);
});
