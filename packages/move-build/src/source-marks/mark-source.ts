import type { SourceToken } from "../source/source-tokens.ts";
import { StatementWalker } from "./statement-walker.ts";

/** Where a mark stands: before the statement, arm or branch that begins here. */
export interface MarkPlace {
  /** From 1. */
  readonly line: number;
}

/** A piece of text to put into a source. */
interface Insertion {
  readonly offset: number;
  readonly text: string;
}

/**
 * Function bodies of `text` with a mark before every statement, match arm, branch of an `if` and body of a lambda. `number` gives each
 * mark its number. Lines stay where they are.
 */
export function markSource(text: string, bodies: readonly (readonly SourceToken[])[], number: (place: MarkPlace) => number): string {
  const insertions: Insertion[] = [];
  const mark = (token: SourceToken): string => `0x1::source_marks::reached(${number({ line: token.line })});`;
  for (const body of bodies) {
    new StatementWalker(body, {
      statement: (first) => insertions.push({ offset: first.offset, text: mark(first) }),
      expression: (first, last) => {
        insertions.push({ offset: first.offset, text: `{${mark(first)}` });
        return () => insertions.push({ offset: last().offset + last().text.length, text: "}" });
      },
    }).walk();
  }
  // Ends are noted from the inside out and beginnings from the outside in, so equal places keep their order.
  const ordered = insertions.toSorted((a, b) => a.offset - b.offset);
  let marked = "";
  let from = 0;
  for (const insertion of ordered) {
    marked += text.slice(from, insertion.offset) + insertion.text;
    from = insertion.offset;
  }
  return marked + text.slice(from);
}
