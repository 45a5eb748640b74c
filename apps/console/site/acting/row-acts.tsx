import { ActionIcon, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { actFormTexts } from "./act-form-texts.ts";
import { ActItems } from "./act-items.tsx";
import { useChosenAct } from "./use-chosen-act.tsx";

/** One thing that can be done with a row: at once, or after a form in a dialog. */
export type RowAct =
  | { readonly label: string; readonly perform: () => void }
  | { readonly label: string; readonly form: (close: () => void) => ReactNode };

/** What can be done with one row of a table. `what` names the row. */
export function RowActs({ what, acts }: { readonly what: string; readonly acts: readonly RowAct[] }) {
  const t = actFormTexts.use();
  const { choose, dialog } = useChosenAct((name) => `${name} · ${what}`);
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t("acts", { what })}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <ActItems acts={acts} choose={choose} />
      </Menu>
      {dialog}
    </>
  );
}
