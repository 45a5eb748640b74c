import { expect, test } from "vitest";
import { type PolicyChangeJson, policyChangeText } from "./policy-text.ts";

test.each<readonly [PolicyChangeJson, string]>([
  [
    { variant: "Tier", tier: 4, balance: "2000000", single: "200000", daily: null, yearly: "0" },
    "tier 4: balance 20,000.00, single 2,000.00, daily without limit, yearly 0.00",
  ],
  [{ variant: "Parameter", parameter: 1, value: "800" }, "reserveRatio: 8.00%"],
  [{ variant: "Parameter", parameter: 10, value: "50000000" }, "insuranceCap: 500,000.00"],
  [{ variant: "Parameter", parameter: 200, value: "5" }, "parameter 200: 0.05%"],
  [{ variant: "Delay", delay_ms: "60000" }, "proposals stand for 1 minute at least"],
  [{ variant: "NotesLimit", bank: "0x5", limit: "150" }, "0x5 may take in notes of 1.50 before they are counted"],
  [{ variant: "Delay", delay_ms: "86400000" }, "proposals stand for 1440 minutes at least"],
])("%j is told as %s", (change, text) => {
  expect(policyChangeText(change, 2)).toBe(text);
});
