import { Alert, Button, Group, Paper, Skeleton, Stack, Text } from "@mantine/core";
import { hexToBytes } from "@sycee/protocol";
import { disablePaymentCodes, enablePaymentCodes } from "@sycee/sdk";
import { useState } from "react";
import { ActForm } from "../../acting/act-form.tsx";
import { usePerform } from "../../acting/acting.tsx";
import { client } from "../../app/client.ts";
import { Amount } from "../../components/amount.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Failure } from "../../components/failure.tsx";
import type { Identity } from "../../identity/identity.ts";
import { useLive } from "../../live/use-live.ts";
import { codeTexts } from "./code-texts.ts";
import { type AllowedCodes, allowedCodes } from "./payer-codes.ts";
import { ShowPayerCode } from "./show-payer-code.tsx";
import type { Balance } from "./wallet-page.tsx";
import { walletTexts } from "./wallet-texts.ts";

interface PartOptions {
  readonly identity: Identity;
  readonly balances: readonly Balance[];
}

/** Codes that the payer shows: allowed first, then made for a minute each. */
export function PayerCodePart({ identity, balances }: PartOptions) {
  const t = codeTexts.use();
  const w = walletTexts.use();
  const allowed = useLive(["payment-codes", identity.address], async () => (await allowedCodes(identity)) ?? null);
  const key = identity.keys.find(({ seed }) => seed !== undefined);
  if (key?.seed === undefined) return <Alert color="yellow">{t("noKey")}</Alert>;
  if (allowed.isPending) return <Skeleton height={240} />;
  if (allowed.isError) return <Failure error={allowed.error} retry={() => void allowed.refetch()} />;
  const codes = allowed.data ?? undefined;
  if (codes === undefined && balances.length === 0)
    return <EmptyState title={w("noBalance")} text={w("noBalanceText", { address: identity.address })} />;
  const isHere = codes?.isOfKeys === true && codes.publicKey === key.publicKey;
  return (
    <Paper withBorder p="md" maw={560}>
      {codes === undefined || !isHere ? (
        <AllowCodes identity={identity} balances={balances} publicKey={key.publicKey} codes={codes} />
      ) : (
        <Allowed identity={identity} balances={balances} codes={codes} publicKey={key.publicKey} seed={key.seed} />
      )}
    </Paper>
  );
}

interface AllowOptions extends PartOptions {
  /** Of the key that will sign them, in hexadecimal. */
  readonly publicKey: string;
  readonly codes: AllowedCodes | undefined;
  readonly done?: () => void;
}

function AllowCodes({ identity, balances, publicKey, codes, done }: AllowOptions) {
  const t = codeTexts.use();
  const [first] = balances;
  const data = balances.map(({ instrument, symbol }) => ({ value: `${instrument}`, label: symbol }));
  const current = data.find(({ value }) => value === `${codes?.instrument}`) ?? data[0];
  const isOfOther = codes !== undefined && codes.publicKey !== publicKey;
  const stale = codes !== undefined && !codes.isOfKeys ? "oldKeys" : isOfOther ? "otherKey" : undefined;
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t("text")} {t("allowText")}
      </Text>
      {stale === undefined ? null : <Alert color="yellow">{t(stale)}</Alert>}
      <ActForm
        actor={identity.address}
        money={{ unit: first?.unit ?? "", decimals: first?.decimals ?? 2 }}
        fields={{
          instrument: { kind: "choice", label: t("instrument"), data, initial: current?.value ?? "" },
          most: { kind: "amount", label: t("most") },
        }}
        button={t("allow")}
        {...(done === undefined ? {} : { done })}
        act={async ({ instrument, most }) => ({
          title: t("allowTitle"),
          rows: [],
          danger: t("allowDanger"),
          calls: [
            enablePaymentCodes({
              publicKey: hexToBytes(`0x${publicKey}`) ?? new Uint8Array(),
              chainId: hexToBytes((await client.status()).chainId) ?? new Uint8Array(),
              instrument: Number(instrument),
              mostMinor: most,
            }),
          ],
        })}
      />
    </Stack>
  );
}

interface AllowedOptions extends AllowOptions {
  readonly codes: AllowedCodes;
  readonly seed: string;
}

function Allowed({ identity, balances, publicKey, codes, seed }: AllowedOptions) {
  const t = codeTexts.use();
  const perform = usePerform();
  const [isChanging, setChanging] = useState(false);
  if (isChanging) {
    return (
      <Stack gap="sm">
        <AllowCodes identity={identity} balances={balances} publicKey={publicKey} codes={codes} done={() => setChanging(false)} />
        <Group>
          <Button variant="subtle" onClick={() => setChanging(false)}>
            {t("cancel")}
          </Button>
        </Group>
      </Stack>
    );
  }
  const disable = () =>
    void perform({
      title: t("disableTitle"),
      rows: [{ name: t("most"), value: <Amount minor={codes.mostMinor} {...codes.money} /> }],
      calls: [disablePaymentCodes()],
    });
  return (
    <Stack gap="sm">
      <ShowPayerCode payer={identity.address} codes={codes} seed={seed} />
      <Group gap="xs" justify="flex-end">
        <Button size="compact-sm" variant="subtle" onClick={() => setChanging(true)}>
          {t("change")}
        </Button>
        <Button size="compact-sm" variant="subtle" color="red" onClick={disable}>
          {t("disable")}
        </Button>
      </Group>
    </Stack>
  );
}
