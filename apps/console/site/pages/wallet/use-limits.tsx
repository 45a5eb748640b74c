import type { WalletLimitsJson } from "@sycee/protocol";
import type { Act } from "../../acting/acting.tsx";
import { client } from "../../app/client.ts";
import { ifKnown } from "../../app/if-known.ts";
import { useLanguage } from "../../app/texts.ts";
import { Amount } from "../../components/amount.tsx";
import { formatMoney } from "../../components/money.ts";
import { useIdentity } from "../../identity/current-identity.tsx";
import type { Identity } from "../../identity/identity.ts";
import { useLive } from "../../live/use-live.ts";
import { historyTexts } from "./history-texts.ts";

/** What the limits of the current identity's wallet leave. */
export interface Limits {
  /** For the tile of an instrument's balance; `undefined` where nothing limits it. */
  noteOf(instrument: number): string | undefined;
  /** For the confirmation of a payment; `draws` where it is more than the wallet holds, which the most in one payment is not. */
  rowsOf(instrument: number, draws?: boolean): Act["rows"];
}

/** Limits of the current identity's wallet as of the last block; none while they are not known. */
export function useLimits(): Limits {
  const t = historyTexts.use();
  const language = useLanguage();
  const { identity } = useIdentity();
  const address = identity?.address;
  const answer = useLive(["wallet-limits", address], async () => (address === undefined ? [] : await limitsOf(address)));
  const find = (number: number) => answer.data?.find(({ instrument, limits }) => instrument === number && limits !== null);
  return {
    noteOf: (number) => {
      const found = find(number);
      if (found === undefined) return undefined;
      const { todayMinor } = found.left;
      return t("leftToday", {
        today: todayMinor === null ? t("noLimit") : formatMoney(todayMinor, found, language),
        most: formatMoney(found.mostInOnePaymentMinor, found, language),
      });
    },
    rowsOf: (number, draws = false) => {
      const found = find(number);
      if (found === undefined) return [];
      const { left, mostInOnePaymentMinor, unit, decimals } = found;
      const value = (minor: string | null) => (minor === null ? t("noLimit") : <Amount minor={minor} unit={unit} decimals={decimals} />);
      return [
        { name: t("limitToday"), value: value(left.todayMinor), isUntilSent: true },
        { name: t("limitYear"), value: value(left.thisYearMinor), isUntilSent: true },
        ...(draws ? [] : [{ name: t("limitOne"), value: value(mostInOnePaymentMinor), isUntilSent: true }]),
      ];
    },
  };
}

/** An address without a wallet has no limits of one. */
async function limitsOf(address: Identity["address"]): Promise<WalletLimitsJson["instruments"]> {
  return (await ifKnown(client.economy.walletLimits(address), undefined))?.instruments ?? [];
}
