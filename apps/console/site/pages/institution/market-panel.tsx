import { Skeleton, Stack } from "@mantine/core";
import { EmptyState } from "../../components/empty-state.tsx";
import { Failure } from "../../components/failure.tsx";
import { useLive } from "../../live/use-live.ts";
import { type BankPositions, bankPositions } from "./bank-positions.ts";
import { CentralBankPanel } from "./central-bank-panel.tsx";
import type { Institution } from "./institution-page.tsx";
import { InterbankPanel } from "./interbank-panel.tsx";
import { marketTexts } from "./market-texts.ts";
import { NotesPanel } from "./notes-panel.tsx";
import { SecuritiesPanel } from "./securities-panel.tsx";

/** Each part is read with proofs, which are more work for the node than a figure. */
const REFRESH_MS = 3_000;

/** A part of {@link MarketPanel}. */
export interface MarketPart {
  readonly institution: Institution;
  readonly positions: BankPositions;
}

/** A bank's dealings with its central bank, with other banks, and in securities and notes. */
export function MarketPanel({ institution }: { readonly institution: Institution }) {
  const t = marketTexts.use();
  const read = useLive(["positions", institution.address], async () => (await bankPositions(institution.address)) ?? null, REFRESH_MS);
  if (read.isPending) return <Skeleton height={700} />;
  if (read.isError) return <Failure error={read.error} retry={() => void read.refetch()} />;
  if (read.data === null) return <EmptyState title={t("notOpen")} text={t("notOpenText")} />;
  const part = { institution, positions: read.data };
  return (
    <Stack gap="md">
      <CentralBankPanel {...part} />
      <InterbankPanel {...part} />
      <SecuritiesPanel {...part} />
      <NotesPanel {...part} />
    </Stack>
  );
}
