import { Menu } from "@mantine/core";
import type { ReactNode } from "react";
import { ActItems } from "./act-items.tsx";
import type { RowAct } from "./row-acts.tsx";
import { useChosenAct } from "./use-chosen-act.tsx";

interface ActMenuOptions {
  /** What the acts are done with. */
  readonly what: string;
  readonly acts: readonly RowAct[];
  /** What opens the menu. */
  readonly children: ReactNode;
}

/** A menu of acts, and the dialog of the one that is chosen. */
export function ActMenu({ what, acts, children }: ActMenuOptions) {
  const { choose, dialog } = useChosenAct((name) => `${name} · ${what}`);
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>{children}</Menu.Target>
        <ActItems acts={acts} choose={choose} />
      </Menu>
      {dialog}
    </>
  );
}
