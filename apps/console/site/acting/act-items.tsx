import { Menu } from "@mantine/core";
import type { RowAct } from "./row-acts.tsx";

/** Acts as the items of a menu. */
export function ActItems({ acts, choose }: { readonly acts: readonly RowAct[]; readonly choose: (act: RowAct) => void }) {
  return (
    <Menu.Dropdown>
      {acts.map((act) => (
        <Menu.Item key={act.label} onClick={() => choose(act)}>
          {act.label}
        </Menu.Item>
      ))}
    </Menu.Dropdown>
  );
}
