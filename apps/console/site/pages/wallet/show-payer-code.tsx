import { Alert, Button, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { qrPng } from "@sycee/payment-requests";
import type { Address } from "@sycee/protocol";
import { IconCircleCheck, IconDownload, IconQrcode } from "@tabler/icons-react";
import { useState } from "react";
import { useLanguage } from "../../app/texts.ts";
import { NamedRows } from "../../components/named-rows.tsx";
import { CodePicture } from "../../components/code-picture.tsx";
import { Amount } from "../../components/amount.tsx";
import { Copyable } from "../../components/copyable.tsx";
import { Failure } from "../../components/failure.tsx";
import { amountFault, formatMoney, minorOf } from "../../components/money.ts";
import { offerFile } from "../../components/offer-file.ts";
import { codeTexts } from "./code-texts.ts";
import { type AllowedCodes, newPayerCode, type ShownPayerCode } from "./payer-codes.ts";
import { useSecondsLeft } from "./use-seconds-left.ts";
import { walletTexts } from "./wallet-texts.ts";

interface ShowOptions {
  readonly payer: Address;
  readonly codes: AllowedCodes;
  /** Of the key that signs codes. */
  readonly seed: string;
}

/** Asks how much a code may allow, and shows one until it has expired or was collected on. */
export function ShowPayerCode({ payer, codes, seed }: ShowOptions) {
  const t = codeTexts.use();
  const w = walletTexts.use();
  const language = useLanguage();
  const { instrument, money, mostMinor, used } = codes;
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string>();
  const [failure, setFailure] = useState<unknown>();
  const [shown, setShown] = useState<ShownPayerCode>();
  const most = formatMoney(mostMinor, money, language);
  const make = async (limitMinor: bigint) => {
    setFailure(undefined);
    try {
      setShown(await newPayerCode(seed, { payer, instrument, limitMinor }));
    } catch (error) {
      setFailure(error);
    }
  };
  const submit = () => {
    const fault = amountFault(typed, money.decimals);
    const limitMinor = minorOf(typed, money.decimals) ?? 0n;
    const isTooMuch = fault === undefined && limitMinor > mostMinor;
    setProblem(fault === undefined ? (isTooMuch ? t("limitTooMuch", { most }) : undefined) : w(fault, { decimals: money.decimals }));
    if (fault === undefined && !isTooMuch) void make(limitMinor);
  };
  const failed = failure === undefined ? null : <Failure error={failure} />;
  if (shown !== undefined) {
    const isUsed = used.includes(shown.number);
    const again = () => void make(shown.limitMinor);
    return (
      <>
        <CodeCard key={shown.text} shown={shown} money={money} isUsed={isUsed} again={again} back={() => setShown(undefined)} />
        {failed}
      </>
    );
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t("text")}
        </Text>
        <TextInput
          label={t("limit")}
          description={t("limitHelp", { most })}
          inputMode="decimal"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={problem}
        />
        {failed}
        <Group justify="flex-end">
          <Button type="submit" leftSection={<IconQrcode size={16} />}>
            {t("show")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface CardOptions {
  readonly shown: ShownPayerCode;
  readonly money: AllowedCodes["money"];
  /** Whether it was collected on. */
  readonly isUsed: boolean;
  readonly again: () => void;
  readonly back: () => void;
}

function CodeCard({ shown, money, isUsed, again, back }: CardOptions) {
  const t = codeTexts.use();
  const w = walletTexts.use();
  const seconds = useSecondsLeft(shown.endsMs);
  const [wasUsed, setWasUsed] = useState(isUsed);
  // The ledger forgets it a minute later.
  if (isUsed && !wasUsed) setWasUsed(true);
  const isOver = wasUsed || seconds === 0;
  const save = () => offerFile("payment-code.png", [new Uint8Array(qrPng(shown.text))], "image/png");
  return (
    <Stack align="center" gap="sm">
      <Title order={3} size="h4">
        {t("showTitle")}
      </Title>
      <CodePicture text={shown.text} title={t("showTitle")} isOver={isOver} />
      <NamedRows rows={[{ name: t("upTo"), value: <Amount minor={shown.limitMinor} {...money} /> }]} />
      <div aria-live="polite">
        {wasUsed ? (
          <Alert color="teal" variant="light" icon={<IconCircleCheck />} p="xs">
            {t("collected")}
          </Alert>
        ) : seconds === 0 ? (
          <Text size="sm">{t("expired")}</Text>
        ) : null}
      </div>
      {isOver ? null : (
        <Text size="sm" className="figures" role="timer">
          {t("secondsLeft", { seconds })}
        </Text>
      )}
      {isOver ? null : <Copyable text={shown.text} what={t("code")} />}
      <Group justify="center">
        {isOver ? (
          <Button leftSection={<IconQrcode size={16} />} onClick={again}>
            {t("newCode")}
          </Button>
        ) : (
          <Button variant="default" leftSection={<IconDownload size={16} />} onClick={save}>
            {w("savePicture")}
          </Button>
        )}
        <Button variant="default" onClick={back}>
          {t("back")}
        </Button>
      </Group>
    </Stack>
  );
}
