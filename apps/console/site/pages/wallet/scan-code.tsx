import { Alert, Button, FileButton, Group, Paper, Stack, Text, Textarea } from "@mantine/core";
import { CodeError, decodePaymentRequest, type PayerCode, type ReadRequest, readQr } from "@sycee/payment-requests";
import { IconCamera, IconPhoto } from "@tabler/icons-react";
import { useState } from "react";
import { messageOf } from "../../components/failure.tsx";
import { CameraView } from "./camera-view.tsx";
import { codeFaultTexts } from "./code-fault-texts.ts";
import { CollectCode } from "./collect-code.tsx";
import { isPayerCode, readPayerCode } from "./payer-codes.ts";
import { PayCode } from "./pay-code.tsx";
import { pixelsOf } from "./pixels-of.ts";
import type { Balance } from "./wallet-page.tsx";
import { walletTexts } from "./wallet-texts.ts";

/** What a code asks for, or what a payer allows by one. */
type Read = { readonly request: ReadRequest } | { readonly payer: PayerCode };

interface ScanOptions {
  readonly balances: readonly Balance[];
  /** Text of a code that is read at once. */
  readonly given: string | undefined;
}

/** What came of a code: what it says, what is wrong with it, or another reason why there is none. */
interface Taken {
  readonly read?: Read;
  readonly fault?: CodeError;
  readonly problem?: string;
}

function takenFrom(code: string): Taken {
  try {
    return { read: isPayerCode(code) ? { payer: readPayerCode(code) } : { request: decodePaymentRequest(code.trim()) } };
  } catch (error) {
    if (!(error instanceof CodeError)) throw error;
    return { fault: error };
  }
}

/** Reads a code from the camera, a picture or text, and offers to pay it, or to collect on it where a payer shows it. */
export function ScanCode({ balances, given }: ScanOptions) {
  const t = walletTexts.use();
  const faults = codeFaultTexts.use();
  const [taken, setTaken] = useState<Taken>(() => (given === undefined ? {} : takenFrom(given)));
  const [camera, setCamera] = useState(false);
  const [text, setText] = useState("");
  const take = (code: string) => {
    setCamera(false);
    setTaken(takenFrom(code));
  };
  const takePicture = async (file: File | null) => {
    if (file === null) return;
    try {
      take(readQr(await pixelsOf(file)));
    } catch (error) {
      if (error instanceof CodeError && error.code === "no_code") setTaken({ problem: t("noQr") });
      else if (error instanceof DOMException) setTaken({ problem: t("noPicture") });
      else setTaken({ problem: messageOf(error) });
    }
  };
  const { read, fault, problem = fault === undefined ? undefined : t(fault.code === "checksum" ? "altered" : "notCode") } = taken;
  const again = () => setTaken({});
  if (read !== undefined && "payer" in read) return <CollectCode code={read.payer} done={again} />;
  if (read !== undefined) return <PayCode read={read.request} balances={balances} done={again} />;
  return (
    <Paper withBorder p="md" maw={560}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t("scanText")}
        </Text>
        <Group>
          <Button variant="default" leftSection={<IconCamera size={16} />} onClick={() => setCamera((on) => !on)}>
            {t(camera ? "stopCamera" : "camera")}
          </Button>
          <FileButton onChange={(file) => void takePicture(file)} accept="image/*" inputProps={{ "aria-label": t("picture") }}>
            {(props) => (
              <Button variant="default" leftSection={<IconPhoto size={16} />} {...props}>
                {t("picture")}
              </Button>
            )}
          </FileButton>
        </Group>
        {camera ? (
          <CameraView
            found={take}
            failed={(reason) => {
              setCamera(false);
              setTaken({ problem: t("noCamera", { reason }) });
            }}
          />
        ) : null}
        <Textarea
          label={t("paste")}
          autosize
          minRows={2}
          maxRows={6}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {problem === undefined ? null : (
          <Alert color="red" variant="light" role="alert">
            {problem}
            {fault === undefined ? null : (
              <Text size="xs" c="dimmed">
                {faults(fault.place === undefined ? "reason" : "reasonAt", {
                  number: fault.number,
                  reason: faults(fault.code),
                  place: fault.place ?? "",
                })}
              </Text>
            )}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button disabled={text.trim() === ""} onClick={() => take(text)}>
            {t("read")}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
