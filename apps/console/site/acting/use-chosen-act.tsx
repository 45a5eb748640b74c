import { type ReactNode, useState } from "react";
import { Dialog } from "../components/dialog.tsx";
import type { RowAct } from "./row-acts.tsx";

/**
 * Does an act at once, or shows its form. `titleOf` makes the dialog's title of the act's name, which has no dots at its end.
 * The dialog that is answered must be rendered.
 */
export function useChosenAct(titleOf: (name: string) => string): { readonly choose: (act: RowAct) => void; readonly dialog: ReactNode } {
  const [opened, setOpened] = useState<Extract<RowAct, { form: unknown }>>();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  const choose = (act: RowAct) => {
    if ("perform" in act) {
      act.perform();
      return;
    }
    setOpened(act);
    setOpen(true);
  };
  const dialog = (
    <Dialog opened={isOpen} onClose={close} title={titleOf((opened?.label ?? "").replace(/…$/, ""))}>
      {opened?.form(close)}
    </Dialog>
  );
  return { choose, dialog };
}
