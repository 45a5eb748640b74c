import { Text } from "@mantine/core";
import { useLanguage } from "../app/texts.ts";
import { formatMoney } from "./money.ts";

/** An amount of a unit, exact, as the chosen language writes it. */
export function Amount({ minor, unit, decimals }: { readonly minor: bigint | string; readonly unit: string; readonly decimals: number }) {
  return (
    <Text component="span" inherit className="figures">
      {formatMoney(minor, { unit, decimals }, useLanguage())}
    </Text>
  );
}
