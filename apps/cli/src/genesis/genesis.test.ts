import { loadBuiltModules } from "@sycee/move-build";
import { parseAddress } from "@sycee/protocol";
import { expect, test } from "vitest";
import { MOVE_BUILD_DIRECTORY } from "../node/repository.ts";
import { genesisOfPlan } from "./genesis-of-plan.ts";
import { templateOfPlan } from "./genesis-plan.ts";
import { readPlan } from "./read-plan.ts";
import { tryGenesis } from "./try-genesis.ts";

const modules = loadBuiltModules(MOVE_BUILD_DIRECTORY).map(({ bytes }) => bytes);
const addresses = ["a", "b", "c", "d"].map((digit) => `0x${digit.repeat(64)}`);

/** The template with an address wherever one is missing. */
function filled(): string {
  let next = 0;
  return templateOfPlan(new Date(Date.UTC(2026, 0, 1, 12))).replace(/"ADDRESS"/g, () => `"${addresses[next++ % 4]}"`);
}

test("a plan that is filled in begins a chain on which its parties are what it says, the same each time", () => {
  const genesis = genesisOfPlan(readPlan(filled()), modules);
  const { ledger, chainId, timeMs, programs } = tryGenesis(genesis);
  expect(timeMs).toBe(BigInt(Date.UTC(2026, 0, 1)));
  expect(ledger.instruments().map(({ symbol, issuer, outstandingMinor }) => [symbol, issuer, outstandingMinor])).toEqual([
    ["CNY.settlement", addresses[2], 0n],
    ["CNY.cash", addresses[2], 0n],
  ]);
  expect(programs.at(-1)?.signers).toEqual([addresses[2]]);
  expect(programs.at(-1)?.calls.at(-1)).toContain(`admit_operator(signer 0, ${addresses[3]}, "Harbour Bank")`);
  expect(tryGenesis(genesisOfPlan(readPlan(filled()), modules)).chainId).toBe(chainId);
  const later = filled().replace("2026-01-01", "2026-01-02");
  expect(tryGenesis(genesisOfPlan(readPlan(later), modules)).chainId).not.toBe(chainId);
});

test("warrants are possible where the plan names an investigating authority, and nowhere else", () => {
  const has = (text: string, address: string | undefined, type: string) => {
    const { ledger } = tryGenesis(genesisOfPlan(readPlan(text), modules));
    const at = parseAddress(address ?? "");
    return at !== undefined && (ledger.account(at)?.resources ?? []).some((resource) => resource.type === type);
  };
  expect(has(filled(), addresses[1], "0x3::investigator::Investigator")).toBe(true);
  expect(has(filled(), `0x${"3".padStart(64, "0")}`, "0x3::warrant::Freezing")).toBe(true);
  const without = filled().replace(`"${addresses[1]}"`, "null");
  expect(has(without, `0x${"3".padStart(64, "0")}`, "0x3::warrant::Freezing")).toBe(false);
});

const unit = "units[0]";
const bank = `${unit}.centralBank`;
test.each<[what: string, from: string | RegExp, to: string, sentence: string]>([
  ["no JSON", /^/, "?", "the plan is not JSON"],
  ["a place not filled in", addresses[0] ?? "", "ADDRESS", "supervisor has to be an address"],
  ["one authority for both", addresses[1] ?? "", addresses[0] ?? "", "investigator has to be another address than the supervisor"],
  ["a name not known", '"supervisor"', '"supervisors"', 'the plan has "supervisors", which means nothing there'],
  ["a name missing", /\n *"decimals": 2,/, "", `${unit} lacks "decimals"`],
  ["a time of day without its zone", "T00:00:00Z", "T00:00:00", "time has to be a time such as"],
  ["a number as a text", '"decimals": 2', '"decimals": "2"', `${unit}.decimals has to be a whole number from 0 to 18`],
  ["an amount as a number", '"1000000"', "1000000", `${bank}.tiers[1].balanceMinor has to be an amount in minor units as a text`],
  ["an amount beyond 64 bits", '"1000000"', '"18446744073709551616"', `${bank}.tiers[1].balanceMinor has to be an amount`],
  ["a tier that there is not", '"tier": 4', '"tier": 5', `${bank}.tiers[1].tier has to be a whole number from 1 to 4`],
  ["no unit", /"units": \[[^]*\]\n/, '"units": []', "units has to be a list of 1 to 100"],
])("%s is refused by its place", (_, from, to, sentence) => {
  const plan = filled().replace(from, to);
  expect(plan).not.toBe(filled());
  expect(() => readPlan(plan)).toThrow(expect.objectContaining({ code: "genesis_refused", message: expect.stringContaining(sentence) }));
});

test("what does not execute, or is no genesis, begins nothing", () => {
  const refusedWith = (text: string) => expect.objectContaining({ code: "genesis_refused", message: expect.stringContaining(text) });
  const twice = filled()
    .replace(/"tier": 4/, '"tier": 4, "tier": 4')
    .replace('"decimals": 2', '"decimals": 18');
  expect(() => tryGenesis(genesisOfPlan(readPlan(twice.replace('"CNY.cash"', '"CNY.settlement"')), modules))).toThrow(
    refusedWith("does not execute"),
  );
  const genesis = genesisOfPlan(readPlan(filled()), modules);
  for (const cut of [0, 16, 40, genesis.length - 1])
    expect(() => tryGenesis(genesis.subarray(0, cut))).toThrow(refusedWith("does not begin"));
});
