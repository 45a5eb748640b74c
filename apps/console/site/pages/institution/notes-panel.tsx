import { SimpleGrid } from "@mantine/core";
import { giveBackNotes, orderNotes } from "@sycee/sdk";
import { useIsActing } from "../../acting/act-form.tsx";
import { PanelActs } from "../../acting/panel-acts.tsx";
import { useRowActs } from "../../acting/use-row-acts.tsx";
import { Amount } from "../../components/amount.tsx";
import { Panel } from "../../components/panel.tsx";
import { StatTile } from "../../components/stat-tile.tsx";
import type { MarketPart } from "./market-panel.tsx";
import { marketTexts } from "./market-texts.ts";

/** The notes in a bank's vault. */
export function NotesPanel({ institution, positions }: MarketPart) {
  const t = marketTexts.use();
  const isActing = useIsActing(institution.address);
  const act = useRowActs({ actor: institution.address, money: institution });
  const fields = { amount: { kind: "amount", label: t("amount") } } as const;
  const acts = [
    act({ label: t("orderNotes"), fields, calls: ({ amount }) => [orderNotes({ amountMinor: amount })] }),
    act({
      label: t("giveBackNotes"),
      fields,
      others: () => [positions.centralBank],
      calls: ({ amount }) => [giveBackNotes({ amountMinor: amount })],
    }),
  ];
  const { held, uncounted, limit } = positions.notes;
  return (
    <Panel title={t("notes")} text={t("notesText")} aside={isActing ? <PanelActs what={t("notes")} acts={acts} /> : null}>
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <StatTile name={t("vault")} value={<Amount minor={held} {...institution} />} />
        <StatTile name={t("uncounted")} value={<Amount minor={uncounted} {...institution} />} note={t("uncountedNote")} />
        <StatTile name={t("notesLimit")} value={<Amount minor={limit} {...institution} />} note={t("notesLimitNote")} />
      </SimpleGrid>
    </Panel>
  );
}
