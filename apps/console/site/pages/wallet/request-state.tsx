import { Alert, Group, Loader, Text } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { client } from "../../app/client.ts";
import { useLanguage } from "../../app/texts.ts";
import { Failure } from "../../components/failure.tsx";
import { formatMoney } from "../../components/money.ts";
import { useHead } from "../../live/head.ts";
import { useLive } from "../../live/use-live.ts";
import type { ShownRequest } from "./request-code.ts";
import { walletTexts } from "./wallet-texts.ts";

/** Waits for a request to be paid, and says so. */
export function RequestState({ shown }: { readonly shown: ShownRequest }) {
  const t = walletTexts.use();
  const language = useLanguage();
  const { block } = useHead();
  const payment = useLive(["request", shown.request], () => paymentOf(shown.request));
  if (payment.isError) return <Failure error={payment.error} />;
  if (payment.data === undefined || payment.data === null) {
    return (
      <Group gap="xs">
        <Loader size="xs" />
        <Text size="sm">{t("waiting")}</Text>
      </Group>
    );
  }
  const amount = formatMoney(payment.data, shown.instrument, language);
  return <PaidNotice text={t("paidText", { amount, height: block?.height ?? "" })} />;
}

/** What was paid on a request in minor units; `null` if nothing was. */
async function paymentOf(request: ShownRequest["request"]): Promise<string | null> {
  return (await client.economy.paymentRequest(request)).payment?.amountMinor ?? null;
}

function PaidNotice({ text }: { readonly text: string }) {
  const t = walletTexts.use();
  return (
    <Alert color="teal" variant="light" icon={<IconCircleCheck />} title={t("paid")} role="status">
      {text}
    </Alert>
  );
}
