import { Alert, Text } from "@mantine/core";
import { IconSnowflake } from "@tabler/icons-react";
import { client } from "../../app/client.ts";
import { formatMoment } from "../../components/moment.ts";
import type { Identity } from "../../identity/identity.ts";
import { useLive } from "../../live/use-live.ts";
import { warrantTexts } from "../supervision/warrant-texts.ts";

/** Tells a holder that the wallet is frozen, by which warrants and until when; nothing while it is not. */
export function FrozenNotice({ address }: { readonly address: Identity["address"] }) {
  const t = warrantTexts.use();
  const warrants = useLive(["warrants", address], () => client.economy.warrants(address, { limit: 100 }));
  const until = warrants.data?.walletFrozenUntilMs ?? null;
  if (warrants.data === undefined || until === null) return null;
  const standing = warrants.data.warrants.filter(({ state, account }) => state === "standing" && account === null);
  return (
    <Alert color="blue" variant="light" icon={<IconSnowflake />} title={t("yourFrozen", { until: formatMoment(until) })} role="status">
      {standing.map(({ number, reason }) => (
        <Text key={number} size="sm">
          {t("yourFrozenText", { number, reason })}
        </Text>
      ))}
    </Alert>
  );
}
