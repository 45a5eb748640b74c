import { Fragment, type ReactNode, useState } from "react";
import { Dialog } from "../components/dialog.tsx";
import { useIsActShown } from "./acting.tsx";
import type { RowAct } from "./row-acts.tsx";

interface ChosenAct {
  /** `given` stands in the fields of its form at first. */
  readonly choose: (act: RowAct, given?: Readonly<Record<string, string>>) => void;
  readonly dialog: ReactNode;
}

/**
 * Does an act at once, or shows its form. `titleOf` makes the dialog's title of the act's name, which has no dots at its end.
 * The dialog that is answered must be rendered.
 */
export function useChosenAct(titleOf: (name: string) => string): ChosenAct {
  const [opened, setOpened] = useState<Extract<RowAct, { form: unknown }>>();
  const [given, setGiven] = useState<Readonly<Record<string, string>>>({});
  const [isOpen, setOpen] = useState(false);
  const [number, setNumber] = useState(0);
  const isActShown = useIsActShown();
  const close = () => setOpen(false);
  const choose = (act: RowAct, fields: Readonly<Record<string, string>> = {}) => {
    if ("perform" in act) {
      act.perform();
      return;
    }
    setOpened(act);
    setGiven(fields);
    setNumber(number + 1);
    setOpen(true);
  };
  const dialog = (
    // One dialog at a time: while the act is confirmed its form is kept, unseen, and is there again if it was not wanted so.
    <Dialog opened={isOpen && !isActShown} keepMounted onClose={close} title={titleOf((opened?.label ?? "").replace(/…$/, ""))}>
      {opened === undefined ? null : <Fragment key={number}>{opened.form(close, given)}</Fragment>}
    </Dialog>
  );
  return { choose, dialog };
}
