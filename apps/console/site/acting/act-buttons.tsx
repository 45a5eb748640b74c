import { Button, Group, Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import type { RowAct } from "./row-acts.tsx";
import { ActItems } from "./act-items.tsx";
import { useAskedAct } from "./use-asked-act.ts";
import { useChosenAct } from "./use-chosen-act.tsx";

interface ActButtonsOptions {
  /** A button each. */
  readonly main: readonly RowAct[];
  /** In a menu behind them; there is none where there are no others. */
  readonly others: readonly RowAct[];
  /** What stands on the menu's button. */
  readonly othersLabel: string;
}

/** What can be done with the whole of a panel. */
export function ActButtons({ main, others, othersLabel }: ActButtonsOptions) {
  const { choose, dialog } = useChosenAct((name) => name);
  useAskedAct(main, choose);
  return (
    <Group gap="xs">
      {main.map((act) => (
        <Button
          key={act.label}
          size="xs"
          h="auto"
          mih={30}
          py={4}
          styles={{ label: { whiteSpace: "normal", lineHeight: 1.5 } }}
          onClick={() => choose(act)}
        >
          {act.label}
        </Button>
      ))}
      {others.length === 0 ? null : (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button size="xs" variant="default" rightSection={<IconChevronDown size={14} />}>
              {othersLabel}
            </Button>
          </Menu.Target>
          <ActItems acts={others} choose={choose} />
        </Menu>
      )}
      {dialog}
    </Group>
  );
}
