import { type Address, parseAddress } from "@sycee/protocol";
import { CliError } from "../output/cli-error.ts";
import type { CentralBankPlan, GenesisPlan, TierPlan, UnitPlan } from "./genesis-plan.ts";

const MAX_UNITS = 100;
const MAX_OPERATORS = 1_000;
const MAX_TIERS = 4;
const MAX_DECIMALS = 18;
const MAX_ZONE_MINUTES = 14 * 60;
const MAX_MINOR = 2n ** 64n - 1n;

type Fields = Readonly<Record<string, unknown>>;

/** Reads a plan strictly: nothing is missing, nothing is there that has no meaning. Throws `CliError` `genesis_refused` with the place. */
export function readPlan(text: string): GenesisPlan {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw refused("the plan", `is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const plan = fieldsOf(json, "the plan", ["time", "supervisor", "investigator", "units"]);
  const supervisor = addressOf(plan["supervisor"], "supervisor");
  return {
    timeMs: timeOf(plan["time"], "time"),
    supervisor,
    investigator: plan["investigator"] === null ? undefined : investigatorOf(plan["investigator"], supervisor),
    units: listOf(plan["units"], "units", 1, MAX_UNITS).map((unit, index) => unitOf(unit, `units[${index}]`)),
  };
}

// Nobody approves a warrant that it asks for, so that with one address for both nothing could be frozen.
function investigatorOf(value: unknown, supervisor: Address): Address {
  const investigator = addressOf(value, "investigator");
  if (investigator === supervisor) throw refused("investigator", "has to be another address than the supervisor");
  return investigator;
}

function unitOf(value: unknown, place: string): UnitPlan {
  const unit = fieldsOf(value, place, ["code", "decimals", "zoneOffsetMinutes", "centralBank"]);
  return {
    code: textOf(unit["code"], `${place}.code`),
    decimals: numberOf(unit["decimals"], `${place}.decimals`, 0, MAX_DECIMALS),
    zoneOffsetMinutes: numberOf(unit["zoneOffsetMinutes"], `${place}.zoneOffsetMinutes`, -MAX_ZONE_MINUTES, MAX_ZONE_MINUTES),
    centralBank: centralBankOf(unit["centralBank"], `${place}.centralBank`),
  };
}

function centralBankOf(value: unknown, place: string): CentralBankPlan {
  const bank = fieldsOf(value, place, ["address", "name", "settlementSymbol", "cashSymbol", "tiers", "operators"]);
  const operators = listOf(bank["operators"], `${place}.operators`, 0, MAX_OPERATORS);
  return {
    address: addressOf(bank["address"], `${place}.address`),
    name: textOf(bank["name"], `${place}.name`),
    settlementSymbol: textOf(bank["settlementSymbol"], `${place}.settlementSymbol`),
    cashSymbol: textOf(bank["cashSymbol"], `${place}.cashSymbol`),
    tiers: listOf(bank["tiers"], `${place}.tiers`, 0, MAX_TIERS).map((tier, index) => tierOf(tier, `${place}.tiers[${index}]`)),
    operators: operators.map((each, index) => {
      const at = `${place}.operators[${index}]`;
      const operator = fieldsOf(each, at, ["address", "name"]);
      return { address: addressOf(operator["address"], `${at}.address`), name: textOf(operator["name"], `${at}.name`) };
    }),
  };
}

function tierOf(value: unknown, place: string): TierPlan {
  const tier = fieldsOf(value, place, ["tier", "balanceMinor", "singleMinor", "dailyMinor", "yearlyMinor"]);
  return {
    tier: numberOf(tier["tier"], `${place}.tier`, 1, MAX_TIERS),
    balanceMinor: limitOf(tier["balanceMinor"], `${place}.balanceMinor`),
    singleMinor: limitOf(tier["singleMinor"], `${place}.singleMinor`),
    dailyMinor: limitOf(tier["dailyMinor"], `${place}.dailyMinor`),
    yearlyMinor: limitOf(tier["yearlyMinor"], `${place}.yearlyMinor`),
  };
}

function fieldsOf(value: unknown, place: string, names: readonly string[]): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw refused(place, "has to be an object");
  const fields = Object.entries(value);
  const unknown = fields.find(([name]) => !names.includes(name));
  if (unknown !== undefined) throw refused(place, `has ${JSON.stringify(unknown[0])}, which means nothing there`);
  const missing = names.find((name) => !fields.some(([there]) => there === name));
  if (missing !== undefined) throw refused(place, `lacks ${JSON.stringify(missing)}`);
  return Object.fromEntries(fields);
}

function listOf(value: unknown, place: string, least: number, most: number): readonly unknown[] {
  if (!Array.isArray(value) || value.length < least || value.length > most) throw refused(place, `has to be a list of ${least} to ${most}`);
  return value;
}

function textOf(value: unknown, place: string): string {
  if (typeof value !== "string" || value === "") throw refused(place, "has to be a text");
  return value;
}

function numberOf(value: unknown, place: string, least: number, most: number): number {
  if (typeof value !== "number" || !Number.isInteger(value) || value < least || value > most) {
    throw refused(place, `has to be a whole number from ${least} to ${most}`);
  }
  return value;
}

function limitOf(value: unknown, place: string): bigint | undefined {
  if (value === null) return undefined;
  const minor = typeof value === "string" && /^\d{1,20}$/.test(value) ? BigInt(value) : undefined;
  if (minor === undefined || minor > MAX_MINOR)
    throw refused(place, "has to be an amount in minor units as a text of digits, or null for no limit");
  return minor;
}

function addressOf(value: unknown, place: string): Address {
  const address = typeof value === "string" ? parseAddress(value) : undefined;
  if (address === undefined) throw refused(place, `has to be an address, 0x and 64 hexadecimal digits, not ${JSON.stringify(value)}`);
  return address;
}

function timeOf(value: unknown, place: string): bigint {
  const ms = typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value) ? Date.parse(value) : Number.NaN;
  if (!(ms > 0)) throw refused(place, "has to be a time such as 2026-01-01T00:00:00Z");
  return BigInt(ms);
}

function refused(place: string, problem: string): CliError {
  return new CliError("genesis_refused", `The genesis cannot be as planned: ${place} ${problem}.`);
}
