import { Autocomplete, Badge, Button, Group, Select, Stack, Table } from "@mantine/core";
import { LICENCE_KINDS, type LicenceJson } from "@sycee/protocol";
import { useState } from "react";
import { client } from "../../app/client.ts";
import { Amount } from "../../components/amount.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Failure } from "../../components/failure.tsx";
import { Holder } from "../../components/holder.tsx";
import { formatDayOf } from "../../components/moment.ts";
import { PageSkeleton } from "../../components/page-skeleton.tsx";
import { Panel } from "../../components/panel.tsx";
import { WideTable } from "../../components/wide-table.tsx";
import { type Names, useNames } from "../../identity/names.ts";
import { useLive } from "../../live/use-live.ts";
import { useAuthority } from "./authority.ts";
import { AuthorityPanel } from "./authority-panel.tsx";
import { GrantLicence } from "./grant-licence.tsx";
import { LicenceActs } from "./licence-acts.tsx";
import { MustSupervise } from "./must-supervise.tsx";
import { supervisionTexts } from "./supervision-texts.ts";

const STATUSES = ["inForce", "suspended", "revoked", "expired"] as const;
const COLOURS = { inForce: "teal", suspended: "orange", revoked: "red", expired: "gray" } as const;
const PAGE = 100;

interface Filter {
  readonly holder: string;
  readonly kind: LicenceJson["kind"] | undefined;
  readonly status: LicenceJson["status"] | undefined;
}

/** Who may act as what, and the acts of a supervisor on it. */
export function LicencesPart() {
  const t = supervisionTexts.use();
  const names = useNames();
  const isSupervisor = useAuthority() === "supervisor";
  const [filter, setFilter] = useState<Filter>({ holder: "", kind: undefined, status: undefined });
  const [pages, setPages] = useState(1);
  const [grants, setGrants] = useState(false);
  const licences = useLive(["licences", filter.kind, filter.status, holderOf(filter, names), pages], () =>
    licencesOf(filter, names, pages),
  );
  return (
    <Stack gap="md">
      {isSupervisor ? null : <MustSupervise />}
      <Group align="flex-end">
        <Filters filter={filter} setFilter={setFilter} names={names} />
        <Button onClick={() => setGrants(true)} disabled={!isSupervisor}>
          {t("grant")}
        </Button>
      </Group>
      {licences.isPending ? <PageSkeleton /> : null}
      {licences.isError ? <Failure error={licences.error} retry={() => void licences.refetch()} /> : null}
      {licences.data === undefined ? null : <LicencesTable licences={licences.data.licences} />}
      {licences.data?.hasMore === true ? (
        <Button variant="default" onClick={() => setPages(pages + 1)}>
          {t("more")}
        </Button>
      ) : null}
      <AuthorityPanel />
      <GrantLicence opened={grants} close={() => setGrants(false)} />
    </Stack>
  );
}

interface FiltersOptions {
  readonly filter: Filter;
  readonly setFilter: (filter: Filter) => void;
  readonly names: Names;
}

function Filters({ filter, setFilter, names }: FiltersOptions) {
  const t = supervisionTexts.use();
  return (
    <>
      <Autocomplete
        label={t("holder")}
        data={[...new Set(names.all.map(({ name }) => name))]}
        limit={12}
        value={filter.holder}
        onChange={(holder) => setFilter({ ...filter, holder })}
      />
      <Select
        label={t("kind")}
        placeholder={t("allKinds")}
        clearable
        data={LICENCE_KINDS.map((kind) => ({ value: kind, label: t(kind) }))}
        value={filter.kind ?? null}
        onChange={(value) => setFilter({ ...filter, kind: LICENCE_KINDS.find((kind) => kind === value) })}
      />
      <Select
        label={t("state")}
        placeholder={t("allStates")}
        clearable
        data={STATUSES.map((status) => ({ value: status, label: t(status) }))}
        value={filter.status ?? null}
        onChange={(value) => setFilter({ ...filter, status: STATUSES.find((status) => status === value) })}
      />
    </>
  );
}

function LicencesTable({ licences }: { readonly licences: readonly LicenceJson[] }) {
  const t = supervisionTexts.use();
  if (licences.length === 0) return <EmptyState title={t("noLicences")} text={t("noLicencesText")} />;
  return (
    <Panel title={t("licences")}>
      <WideTable
        minWidth={760}
        caption={t("licences")}
        columns={[
          { label: t("holder") },
          { label: t("kind") },
          { label: t("state") },
          { label: t("limit"), isFigure: true },
          { label: t("expires") },
          { label: "" },
        ]}
      >
        <Table.Tbody>
          {licences.map((licence) => (
            <Table.Tr key={`${licence.holder} ${licence.kind} ${licence.unitNumber}`}>
              <Table.Td>
                <Holder address={licence.holder} what={t("address")} />
              </Table.Td>
              <Table.Td>
                {t(licence.kind)}
                {licence.unit === null ? "" : ` · ${licence.unit}`}
              </Table.Td>
              <Table.Td>
                <Badge color={COLOURS[licence.status]} variant="light" miw="max-content">
                  {t(licence.status)}
                </Badge>
              </Table.Td>
              <Table.Td ta="right">
                {licence.limitMinor === null ? (
                  t("noLimit")
                ) : (
                  <Amount minor={licence.limitMinor} unit={licence.unit ?? ""} decimals={licence.decimals ?? 0} />
                )}
              </Table.Td>
              <Table.Td>{licence.expiresAtMs === null ? t("never") : formatDayOf(licence.expiresAtMs)}</Table.Td>
              <Table.Td>
                <LicenceActs licence={licence} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </Panel>
  );
}

function holderOf({ holder }: Filter, names: Names) {
  return names.find(holder);
}

async function licencesOf(filter: Filter, names: Names, pages: number) {
  const { kind, status } = filter;
  const holder = holderOf(filter, names);
  const chosen = {
    limit: PAGE,
    ...(holder === undefined ? {} : { holder }),
    ...(kind === undefined ? {} : { kind }),
    ...(status === undefined ? {} : { status }),
  };
  let page = await client.economy.licences(chosen);
  const licences = [...page.licences];
  for (let read = 1; read < pages && page.next !== null; read++) {
    page = await client.economy.licences({ ...chosen, after: page.next });
    licences.push(...page.licences);
  }
  return { licences, hasMore: page.next !== null };
}
