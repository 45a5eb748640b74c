import { Button, Group, Paper, Stack, Table, Text, Title } from "@mantine/core";
import { qrPng } from "@sycee/payment-requests";
import { IconDownload } from "@tabler/icons-react";
import { CodePicture } from "../../components/code-picture.tsx";
import { Amount } from "../../components/amount.tsx";
import { Copyable } from "../../components/copyable.tsx";
import { formatMoment } from "../../components/moment.ts";
import { offerFile } from "../../components/offer-file.ts";
import { PayHere } from "./pay-here.tsx";
import type { ShownRequest } from "./request-code.ts";
import { RequestState } from "./request-state.tsx";
import { walletTexts } from "./wallet-texts.ts";

/** A request's code to be scanned or saved, with what it asks for and whether it was paid. */
export function ShownCode({ shown, another }: { readonly shown: ShownRequest; readonly another: () => void }) {
  const t = walletTexts.use();
  const { code, expiresMs, amountMinor, instrument, reference } = shown;
  const save = () => offerFile("payment-request.png", [new Uint8Array(qrPng(code))], "image/png");
  return (
    <Paper withBorder p="md" maw={560}>
      <Stack align="center" gap="sm">
        <Title order={3} size="h4">
          {t("codeTitle")}
        </Title>
        <CodePicture text={code} title={t("codeTitle")} />
        <Table variant="vertical" withTableBorder aria-label={t("asked")}>
          <Table.Tbody>
            <Table.Tr>
              <Table.Th w={140}>{t("amount")}</Table.Th>
              <Table.Td>{amountMinor === undefined ? t("payerSays") : <Amount minor={amountMinor} {...instrument} />}</Table.Td>
            </Table.Tr>
            {reference === "" ? null : (
              <Table.Tr>
                <Table.Th>{t("for")}</Table.Th>
                <Table.Td style={{ overflowWrap: "anywhere" }}>{reference}</Table.Td>
              </Table.Tr>
            )}
          </Table.Tbody>
        </Table>
        <Text size="sm">{t("codeText", { time: formatMoment(expiresMs) })}</Text>
        <Copyable text={code} what={t("code")} />
        <RequestState shown={shown} />
        <Group justify="center">
          <PayHere code={code} />
          <Button variant="default" leftSection={<IconDownload size={16} />} onClick={save}>
            {t("savePicture")}
          </Button>
          <Button variant="default" onClick={another}>
            {t("newCode")}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
