import { Alert, Autocomplete, Button, Group, Stack, Text } from "@mantine/core";
import { IconSnowflake } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { client } from "../../app/client.ts";
import { shortened } from "../../components/copyable.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Failure } from "../../components/failure.tsx";
import { formatMoment } from "../../components/moment.ts";
import { PageSkeleton } from "../../components/page-skeleton.tsx";
import { useIdentity } from "../../identity/current-identity.tsx";
import type { Identity } from "../../identity/identity.ts";
import { useNames } from "../../identity/names.ts";
import { useLive } from "../../live/use-live.ts";
import { useAuthority } from "./authority.ts";
import { FreezeDialog } from "./freeze-dialog.tsx";
import { usePageParts } from "../../app/page-parts.ts";
import { warrantTexts } from "./warrant-texts.ts";
import { WarrantsTable } from "./warrants-table.tsx";

/** The warrants of an address, and new ones. Whose are shown stands in the page's address. */
export function WarrantsPart() {
  const t = warrantTexts.use();
  const names = useNames();
  const { identity } = useIdentity();
  const authority = useAuthority();
  const navigate = useNavigate();
  const { item = "" } = usePageParts();
  const [text, setText] = useState(names.of(item) ?? item);
  const [freezes, setFreezes] = useState(false);
  const address = names.find(item);
  const look = (wanted: string) => {
    setText(wanted);
    const found = names.find(wanted);
    if (found !== undefined) void navigate({ to: `/supervision/warrants/${found}` });
  };
  return (
    <Stack gap="md">
      <Group align="flex-end">
        <Autocomplete
          label={t("lookFor")}
          description={t("lookForHelp")}
          data={[...new Set(names.all.map(({ name }) => name))]}
          limit={12}
          value={text}
          onChange={look}
          miw={280}
        />
        <Button onClick={() => setFreezes(true)} disabled={authority === undefined} leftSection={<IconSnowflake size={16} />}>
          {t("freeze")}
        </Button>
      </Group>
      {authority !== undefined ? null : (
        <Alert color="gray" variant="light" p="xs">
          {identity === undefined ? t("nobody") : t("notAuthority", { name: identity.name })}
        </Alert>
      )}
      {address === undefined ? (
        <EmptyState title={t("chooseSomebody")} text={t("chooseSomebodyText")} />
      ) : (
        <WarrantsOf key={address} address={address} />
      )}
      <FreezeDialog opened={freezes} close={() => setFreezes(false)} holder={text} />
    </Stack>
  );
}

function WarrantsOf({ address }: { readonly address: Identity["address"] }) {
  const t = warrantTexts.use();
  const name = useNames().of(address) ?? shortened(address);
  const warrants = useLive(["warrants", address], () => client.economy.warrants(address, { limit: 100 }));
  if (warrants.isPending) return <PageSkeleton />;
  if (warrants.isError) return <Failure error={warrants.error} retry={() => void warrants.refetch()} />;
  const { walletFrozenUntilMs, warrants: all } = warrants.data;
  if (all.length === 0) return <EmptyState title={t("noWarrants")} text={t("noWarrantsText", { name })} />;
  return (
    <Stack gap="md">
      {walletFrozenUntilMs === null ? null : (
        <Alert color="blue" variant="light" icon={<IconSnowflake />}>
          <Text size="sm">{t("walletFrozen", { until: formatMoment(walletFrozenUntilMs) })}</Text>
        </Alert>
      )}
      <WarrantsTable address={address} warrants={all} />
    </Stack>
  );
}
