import { ActionIcon, CopyButton, Group, Text, Tooltip } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { componentTexts } from "./component-texts.ts";

/** An identifier, shortened to its two ends, that can be copied whole. `what` says what it is. */
export function Copyable({ text, what, full = false }: { readonly text: string; readonly what: string; readonly full?: boolean }) {
  const t = componentTexts.use();
  return (
    <Group gap={4} wrap="nowrap" display="inline-flex">
      <Text component="span" size="sm" className="identifier" title={text} {...(full ? {} : { style: { whiteSpace: "nowrap" } })}>
        {full ? text : shortened(text)}
      </Text>
      <CopyButton value={text} timeout={1_500}>
        {({ copied, copy }) => (
          <Tooltip label={t(copied ? "copied" : "copy", { what })}>
            <ActionIcon size="sm" variant="subtle" color={copied ? "teal" : "gray"} onClick={copy} aria-label={t("copy", { what })}>
              {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </Group>
  );
}

/** `0x1234…cdef` for a long identifier. */
export function shortened(text: string): string {
  return text.length <= 18 ? text : `${text.slice(0, 8)}…${text.slice(-6)}`;
}
