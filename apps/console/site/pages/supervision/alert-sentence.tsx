import { Text } from "@mantine/core";
import type { AlertJson } from "@sycee/protocol";
import { useLanguage } from "../../app/texts.ts";
import { formatMoney } from "../../components/money.ts";
import { usePartyText } from "./alert-party.tsx";
import { alertTexts } from "./alert-texts.ts";

const SENTENCES = {
  structuring_one_pair: "structuring_one_pair",
  structuring_spread_over_payees: "structuring_spread_over_payees",
  structuring_spread_over_payers: "structuring_spread_over_payers",
  rapid_pass_through: "rapid_pass_through_sentence",
  fan_in: "fan_in_sentence",
  fan_out: "fan_out_sentence",
  dormant_then_active: "dormant_then_active_sentence",
  circular_flow: "circular_flow_sentence",
} as const;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Why an alert was raised, in the chosen language. */
export function AlertSentence({ alert }: { readonly alert: AlertJson }) {
  const t = alertTexts.use();
  const language = useLanguage();
  const partyText = usePartyText();
  const durationOf = (ms: number) => {
    if (ms >= 2 * DAY_MS) return t("days", { count: Math.round(ms / DAY_MS) });
    return ms >= 2 * HOUR_MS
      ? t("hours", { count: Math.round(ms / HOUR_MS) })
      : t("minutes", { count: Math.max(1, Math.ceil(ms / MINUTE_MS)) });
  };
  const textOf = (value: AlertJson["values"][string]): string => {
    switch (value.kind) {
      case "amount":
        return formatMoney(value.amountMinor, { unit: value.unit, decimals: alert.decimals }, language);
      case "count":
        return `${value.count}`;
      case "duration":
        return durationOf(value.durationMs);
      case "share":
        return `${value.permille / 10}%`;
      case "parties":
        return value.parties.map(partyText).join(" → ");
    }
  };
  const filled = Object.fromEntries(Object.entries(alert.values).map(([name, value]) => [name, textOf(value)]));
  // A newer node may say sentences that this page does not know: its name is better than nothing.
  return (
    <Text size="sm" component="span">
      {isKnown(alert.sentence) ? t(SENTENCES[alert.sentence], filled) : alert.sentence}
    </Text>
  );
}

function isKnown(sentence: string): sentence is keyof typeof SENTENCES {
  return Object.hasOwn(SENTENCES, sentence);
}
