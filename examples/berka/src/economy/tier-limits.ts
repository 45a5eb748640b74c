import { readFileSync } from "node:fs";
import type { TierLimits } from "@sycee/sdk";

/** A wallet tier of the data, limits in hellers. */
export interface Tier extends TierLimits {
  readonly tier: number;
}

/** The tiers of `tiers.json`, whose whole amounts are read as koruna. Throws when the file is not what it is expected to be. */
export function readTiers(file: URL): Tier[] {
  const document: unknown = JSON.parse(readFileSync(file, "utf8"));
  return listOf(document, "tiers").map((entry) => ({
    tier: Number(fieldOf(entry, "tier")),
    balanceMinor: hellers(fieldOf(entry, "balance")),
    singleMinor: hellers(fieldOf(entry, "single")),
    dailyMinor: hellers(fieldOf(entry, "daily")),
    yearlyMinor: hellers(fieldOf(entry, "yearly")),
  }));
}

function hellers(koruna: unknown): bigint | undefined {
  if (koruna === null) return undefined;
  if (typeof koruna !== "number" || !Number.isInteger(koruna))
    throw new Error(`a limit in tiers.json is ${String(koruna)}, not whole koruna`);
  return BigInt(koruna) * 100n;
}

function listOf(value: unknown, name: string): readonly unknown[] {
  const list = fieldOf(value, name);
  if (!Array.isArray(list)) throw new Error(`tiers.json has no list ${name}`);
  return list;
}

function fieldOf(value: unknown, name: string): unknown {
  const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
  const entry = entries.find(([key]) => key === name);
  if (entry === undefined) throw new Error(`tiers.json has an entry without ${name}`);
  return entry[1];
}
