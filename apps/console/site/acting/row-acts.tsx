import { ActionIcon } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { actFormTexts } from "./act-form-texts.ts";
import { ActMenu } from "./act-menu.tsx";

/** One thing that can be done with a row: at once, or after a form in a dialog. */
export type RowAct =
  | { readonly label: string; readonly perform: () => void }
  | { readonly label: string; readonly form: (close: () => void) => ReactNode };

/** What can be done with one row of a table. `what` names the row. */
export function RowActs({ what, acts }: { readonly what: string; readonly acts: readonly RowAct[] }) {
  const t = actFormTexts.use();
  return (
    <ActMenu what={what} acts={acts}>
      <ActionIcon variant="subtle" color="gray" aria-label={t("acts", { what })}>
        <IconDots size={18} />
      </ActionIcon>
    </ActMenu>
  );
}
