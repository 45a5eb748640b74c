import { Box, Text } from "@mantine/core";
import { type KeyboardEvent, type RefObject, useId, useRef, useState } from "react";
import { contractsTexts } from "./contracts-texts.ts";

const LINE_HEIGHT = 20;
const INDENT = "    ";
const TEXT_STYLE = { fontFamily: "var(--mantine-font-family-monospace)", fontSize: 13, lineHeight: `${LINE_HEIGHT}px` } as const;

interface SourceEditorOptions {
  readonly path: string;
  readonly text: string;
  readonly change: (text: string) => void;
  /** Lines that an error is in, from 1. */
  readonly wrongLines: ReadonlySet<number>;
  readonly area: RefObject<HTMLTextAreaElement | null>;
}

/** A text with numbered lines. The tab key indents; after Escape it goes on to what follows, for those who use no mouse. */
export function SourceEditor({ path, text, change, wrongLines, area }: SourceEditorOptions) {
  const t = contractsTexts.use();
  const help = useId();
  const numbers = useRef<HTMLDivElement>(null);
  const [leaving, setLeaving] = useState(false);
  const keyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === "Escape") setLeaving(true);
    if (event.key !== "Tab" || event.shiftKey || event.ctrlKey || event.altKey || leaving) return;
    event.preventDefault();
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const field = event.currentTarget;
    change(`${value.slice(0, selectionStart)}${INDENT}${value.slice(selectionEnd)}`);
    requestAnimationFrame(() => field.setSelectionRange(selectionStart + INDENT.length, selectionStart + INDENT.length));
  };
  const lines = text.split("\n").length;
  return (
    <div>
      <Box style={{ display: "flex", border: "1px solid var(--mantine-color-default-border)", borderRadius: 4, height: 420 }}>
        <div
          ref={numbers}
          aria-hidden="true"
          style={{ ...TEXT_STYLE, overflow: "hidden", textAlign: "right", padding: "8px 6px", minWidth: 44, flex: "none" }}
        >
          {Array.from({ length: lines }, (_, index) => (
            <Text
              key={`${path} ${index + 1}`}
              inherit
              c={wrongLines.has(index + 1) ? "red" : "dimmed"}
              fw={wrongLines.has(index + 1) ? 700 : 400}
            >
              {index + 1}
            </Text>
          ))}
        </div>
        <textarea
          ref={area}
          aria-label={t("textOf", { path })}
          aria-describedby={help}
          value={text}
          onChange={(event) => change(event.currentTarget.value)}
          onKeyDown={keyDown}
          onFocus={() => setLeaving(false)}
          onScroll={(event) => numbers.current?.scrollTo({ top: event.currentTarget.scrollTop })}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          wrap="off"
          style={{
            ...TEXT_STYLE,
            flex: 1,
            minWidth: 0,
            padding: 8,
            border: 0,
            resize: "none",
            color: "var(--mantine-color-text)",
            background: "var(--mantine-color-body)",
            tabSize: 4,
            whiteSpace: "pre",
          }}
        />
      </Box>
      <Text id={help} size="xs" c="dimmed" mt={4}>
        {t("tabHelp")}
      </Text>
    </div>
  );
}

/** Puts the cursor at a line and column, both from 1, and shows it. */
export function goTo(area: HTMLTextAreaElement, line: number, column: number): void {
  const before = area.value.split("\n").slice(0, line - 1);
  const offset = before.reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  area.focus();
  area.setSelectionRange(offset, offset);
  area.scrollTo({ top: Math.max(0, (line - 6) * LINE_HEIGHT) });
}
