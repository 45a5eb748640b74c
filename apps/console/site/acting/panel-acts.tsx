import { Button } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { actFormTexts } from "./act-form-texts.ts";
import { ActMenu } from "./act-menu.tsx";
import type { RowAct } from "./row-acts.tsx";

/** What can be done with what a panel shows, behind a button that says so. `what` names it. */
export function PanelActs({ what, acts }: { readonly what: string; readonly acts: readonly RowAct[] }) {
  const t = actFormTexts.use();
  return (
    <ActMenu what={what} acts={acts}>
      <Button size="xs" variant="default" rightSection={<IconChevronDown size={14} />} aria-label={t("acts", { what })}>
        {t("whatCanBeDone")}
      </Button>
    </ActMenu>
  );
}
