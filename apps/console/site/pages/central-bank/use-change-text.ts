import type { PolicyChangeJson, TierJson } from "@sycee/protocol";
import { useLanguage } from "../../app/texts.ts";
import { formatMoney } from "../../components/money.ts";
import { formatPercent } from "../../components/percent.ts";
import { useInstitutionNames } from "../../identity/institution-names.ts";
import type { Bank } from "./central-bank-page.tsx";
import { policyTexts } from "./policy-texts.ts";

/** The limits of a tier, in the order in which they are shown. */
export const LIMITS = ["balance", "single", "daily", "yearly"] as const;

/** What a change of policy would change, from what and to what, in words. */
export function useChangeText(bank: Bank): (change: PolicyChangeJson) => { what: string; now: string; after: string } {
  const t = policyTexts.use();
  const value = useParameterText(bank);
  const limit = useLimitText(bank);
  const nameOf = useInstitutionNames();
  const minutes = (ms: string) => t("minutes", { minutes: `${BigInt(ms) / 60_000n}` });
  const [colon, semicolon] = useLanguage() === "zh" ? ["：", "；"] : [": ", "; "];
  const tier = (limits: TierJson | null) =>
    limits === null ? t("notSet") : LIMITS.map((name) => `${t(name)}${colon}${limit(limits[`${name}Minor`])}`).join(semicolon);
  return (change) => {
    switch (change.kind) {
      case "delay":
        return { what: t("delay"), now: minutes(change.nowMs), after: minutes(change.delayMs) };
      case "tier":
        return { what: t("tier", { tier: change.limits.tier }), now: tier(change.now), after: tier(change.limits) };
      case "notesLimit":
        return {
          what: t("notesLimit", { bank: nameOf(change.bank) }),
          now: limit(change.nowMinor),
          after: limit(change.limitMinor),
        };
      case "parameter":
        return { what: t(change.parameter), now: value({ in: change.in, value: change.now }), after: value(change) };
    }
  };
}

/** A value of a parameter: a percentage or an amount. */
export function useParameterText(bank: Bank): (parameter: { readonly in: "bps" | "minorUnits"; readonly value: string }) => string {
  const language = useLanguage();
  return ({ in: measure, value }) => (measure === "bps" ? formatPercent(value, language) : formatMoney(value, bank, language));
}

/** A limit: an amount, or that there is none. */
export function useLimitText(bank: Pick<Bank, "unit" | "decimals">): (minor: string | null) => string {
  const t = policyTexts.use();
  const language = useLanguage();
  return (minor) => (minor === null ? t("noLimit") : formatMoney(minor, bank, language));
}
