import { Button, Group, Select, Stack, TagsInput, Text } from "@mantine/core";
import { hexToBytes } from "@sycee/protocol";
import { createDraft, DEFAULT_GAS_LIMIT, randomNonces } from "@sycee/sdk";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { client } from "../app/client.ts";
import { Failure } from "../components/failure.tsx";
import type { Identity } from "../identity/identity.ts";
import { useNames } from "../identity/names.ts";
import { textOf } from "../pages/sign/draft-link.ts";
import { signAs } from "../pages/sign/sign-draft.tsx";
import { signTexts } from "../pages/sign/sign-texts.ts";
import type { Act } from "./acting.tsx";

/** How long from now until a draft is done, in milliseconds. The first leaves a few seconds for clocks that differ. */
const HOURS = { inTwo: 115_000, inTen: 600_000, inHour: 3_600_000, inDay: 86_400_000 } as const;

/** Makes a link by which an act can be signed by several, and goes to it. */
export function PrepareTogether({
  act,
  identity,
  prepared,
}: {
  readonly act: Act;
  readonly identity: Identity;
  readonly prepared: () => void;
}) {
  const t = signTexts.use();
  const names = useNames();
  const navigate = useNavigate();
  const [hour, setHour] = useState<keyof typeof HOURS>("inTwo");
  const [others, setOthers] = useState<readonly string[]>((act.others ?? []).map((address) => names.of(address) ?? address));
  const addresses = others.flatMap((text) => names.find(text) ?? []);
  const making = useMutation({
    mutationFn: () => draftOfAct(act, identity, addresses, HOURS[hour]),
    onSuccess: async (draft) => {
      prepared();
      await navigate({ to: "/sign", hash: textOf(draft) });
    },
  });
  return (
    <Stack gap="sm">
      <Text size="sm">{t("prepareText")}</Text>
      <Select
        label={t("hour")}
        data={Object.keys(HOURS).map((value) => ({ value, label: t(value as keyof typeof HOURS) }))}
        value={hour}
        onChange={(value) => setHour(isHour(value) ? value : "inTwo")}
        allowDeselect={false}
      />
      <TagsInput
        label={t("others")}
        data={[...new Set(names.all.map(({ name }) => name))]}
        value={[...others]}
        onChange={setOthers}
        disabled={act.others !== undefined}
      />
      {making.isError ? <Failure error={making.error} /> : null}
      <Group justify="flex-end">
        <Button loading={making.isPending} disabled={addresses.length !== others.length} onClick={() => making.mutate()}>
          {t("goOn")}
        </Button>
      </Group>
    </Stack>
  );
}

function isHour(value: string | null): value is keyof typeof HOURS {
  return value !== null && value in HOURS;
}

/** The draft of an act, signed already by those of the identity's keys that are here. */
async function draftOfAct(act: Act, identity: Identity, others: readonly Identity["address"][], inMs: number) {
  const { chainId, timeMs } = await client.status();
  const draft = createDraft({
    chainId: hexToBytes(chainId) ?? new Uint8Array(),
    signers: [identity.address, ...others],
    nonce: randomNonces()(),
    expiryMs: BigInt(timeMs) + BigInt(inMs),
    gasLimit: act.gasLimit ?? DEFAULT_GAS_LIMIT,
    feePayer: undefined,
    calls: act.calls,
  });
  return identity.keys.some(({ seed }) => seed !== undefined) ? await signAs(draft, identity) : draft;
}
