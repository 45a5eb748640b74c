import { Button, Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { actFormTexts } from "./act-form-texts.ts";
import { ActItems } from "./act-items.tsx";
import type { RowAct } from "./row-acts.tsx";
import { useChosenAct } from "./use-chosen-act.tsx";

/** What can be done with what a panel shows, behind a button that says so. `what` names it. */
export function PanelActs({ what, acts }: { readonly what: string; readonly acts: readonly RowAct[] }) {
  const t = actFormTexts.use();
  const { choose, dialog } = useChosenAct((name) => `${name} · ${what}`);
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button size="xs" variant="default" rightSection={<IconChevronDown size={14} />} aria-label={t("acts", { what })}>
            {t("whatCanBeDone")}
          </Button>
        </Menu.Target>
        <ActItems acts={acts} choose={choose} />
      </Menu>
      {dialog}
    </>
  );
}
