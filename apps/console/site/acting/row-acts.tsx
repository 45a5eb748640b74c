import { ActionIcon } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { actFormTexts } from "./act-form-texts.ts";
import { ActMenu } from "./act-menu.tsx";

/** One thing that can be done with a row: at once, or after a form in a dialog. */
export type RowAct =
  | { readonly label: string; readonly perform: () => void }
  | {
      readonly label: string;
      /** By which a page's address asks for it. */
      readonly name?: string | undefined;
      /** `given` stands in its fields at first. */
      readonly form: (close: () => void, given?: Readonly<Record<string, string>>) => ReactNode;
    };

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
