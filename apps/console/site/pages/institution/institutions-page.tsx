import { Anchor, Badge, Group, Select, Stack, Table, Text, Title } from "@mantine/core";
import { INSTITUTION_KINDS, type InstitutionJson, type InstitutionKind } from "@sycee/protocol";
import { pages } from "@sycee/sdk";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { client } from "../../app/client.ts";
import { Copyable } from "../../components/copyable.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Failure } from "../../components/failure.tsx";
import { LicenceBadge } from "../../components/licence-badge.tsx";
import { PageSkeleton } from "../../components/page-skeleton.tsx";
import { WideTable } from "../../components/wide-table.tsx";
import { useLive } from "../../live/use-live.ts";
import { institutionTexts } from "./institution-texts.ts";

/** From the issuer to those who serve the public. */
const ORDER: readonly InstitutionKind[] = ["centralBank", "clearingHouse", "operator", "bank", "paymentInstitution"];

/** Every institution: what it is, what it issues and how its licence stands. */
export function Page() {
  const t = institutionTexts.use();
  const [kind, setKind] = useState<InstitutionKind>();
  const institutions = useLive(["institutions"], allInstitutions, 5_000);
  if (institutions.isPending) return <PageSkeleton />;
  if (institutions.isError) return <Failure error={institutions.error} retry={() => void institutions.refetch()} />;
  const shown = institutions.data.filter((each) => kind === undefined || each.kind === kind);
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Title order={2}>{t("title")}</Title>
        <Select
          aria-label={t("kind")}
          placeholder={t("all")}
          data={INSTITUTION_KINDS.map((value) => ({ value, label: t(value) }))}
          value={kind ?? null}
          onChange={(value) => setKind(INSTITUTION_KINDS.find((each) => each === value))}
          clearable
        />
      </Group>
      <Text c="dimmed">{t("text")}</Text>
      {shown.length === 0 ? <EmptyState title={t("none")} text={t("noneText")} /> : <InstitutionsTable institutions={shown} />}
    </Stack>
  );
}

function InstitutionsTable({ institutions }: { readonly institutions: readonly InstitutionJson[] }) {
  const t = institutionTexts.use();
  return (
    <WideTable
      minWidth={820}
      caption={t("title")}
      columns={[
        { label: t("name") },
        { label: t("kind") },
        { label: t("licence") },
        { label: t("unit") },
        { label: t("issues") },
        { label: t("addressHead") },
      ]}
    >
      <Table.Tbody>
        {institutions.map(({ address, name, kind, licence, unit, instruments }) => (
          <Table.Tr key={`${address} ${kind}`}>
            <Table.Td>
              <Anchor component={Link} to={`/institutions/${address}`} fw={600} size="sm">
                {name}
              </Anchor>
            </Table.Td>
            <Table.Td>
              <Badge variant="light" color="gray" miw="max-content">
                {t(kind)}
              </Badge>
            </Table.Td>
            <Table.Td>
              <LicenceBadge status={licence} />
            </Table.Td>
            <Table.Td>{unit}</Table.Td>
            <Table.Td>{instruments.map(({ symbol }) => symbol).join(", ")}</Table.Td>
            <Table.Td>
              <Copyable text={address} what={t("address")} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

/** All of them, those of a kind together and by name: a list of the institutions of a ledger is short. */
export async function allInstitutions(): Promise<readonly InstitutionJson[]> {
  const all: InstitutionJson[] = [];
  for await (const { institutions } of pages(async (page) => await client.economy.institutions({ ...page, limit: 100 }))) {
    all.push(...institutions);
  }
  const rank = ({ kind }: InstitutionJson) => ORDER.indexOf(kind);
  return all.toSorted((left, right) => rank(left) - rank(right) || left.name.localeCompare(right.name, "en"));
}
