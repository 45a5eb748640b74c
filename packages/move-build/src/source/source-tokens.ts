/** A piece of Move source. */
export interface SourceToken {
  readonly kind: "name" | "number" | "string" | "mark";
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** Where it begins in the text, in UTF-16 units. */
  readonly offset: number;
  /** The `///` comment directly before it, without slashes; `undefined` if there is none. */
  readonly doc: string | undefined;
}

/** In backticks where it is a word of the language otherwise. */
const WORD = /[A-Za-z_][A-Za-z0-9_]*|`[A-Za-z_][A-Za-z0-9_]*`/y;
const NUMBER = /0x[0-9a-fA-F_]+(?:u(?:8|16|32|64|128|256))?|[0-9][0-9_]*(?:u(?:8|16|32|64|128|256))?/y;
const STRING = /[bx]?"(?:[^"\\]|\\[\s\S])*"/y;
const BLANK = /\s+|\/\/[^\n]*/y;
/** Four slashes are an ordinary comment. */
const DOC = /^\/\/\/(?!\/) ?/;
const COMMENT_EDGE = /\/\*|\*\//g;

/**
 * Splits Move source into tokens, without blanks and comments; `::` is one token, every other mark is one character. The
 * source has been compiled before, so it is well formed; what this does not know passes as marks.
 */
export function readSourceTokens(text: string): readonly SourceToken[] {
  const tokens: SourceToken[] = [];
  let position = 0;
  let line = 1;
  let docs: string[] = [];
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = position;
    return pattern.exec(text)?.[0];
  };
  const advance = (length: number): void => {
    const end = position + length;
    for (; position < end; position++) if (text[position] === "\n") line++;
  };
  while (position < text.length) {
    const blank = match(BLANK);
    if (blank !== undefined) {
      if (DOC.test(blank)) docs.push(blank.replace(DOC, "").trimEnd());
      advance(blank.length);
      continue;
    }
    if (text.startsWith("/*", position)) {
      advance(commentEnd(text, position) - position);
      continue;
    }
    const token = nextToken(match, text, position);
    tokens.push({ ...token, line, offset: position, doc: docs.length === 0 ? undefined : docs.join("\n") });
    docs = [];
    advance(token.text.length);
  }
  return tokens;
}

function nextToken(match: (pattern: RegExp) => string | undefined, text: string, position: number): Pick<SourceToken, "kind" | "text"> {
  const string = match(STRING);
  if (string !== undefined) return { kind: "string", text: string };
  const word = match(WORD);
  if (word !== undefined) return { kind: "name", text: word };
  const number = match(NUMBER);
  if (number !== undefined) return { kind: "number", text: number };
  return { kind: "mark", text: text.startsWith("::", position) ? "::" : text.charAt(position) };
}

/** Where the comment that begins at `start` ends; comments nest. */
function commentEnd(text: string, start: number): number {
  let depth = 0;
  COMMENT_EDGE.lastIndex = start;
  for (let edge = COMMENT_EDGE.exec(text); edge !== null; edge = COMMENT_EDGE.exec(text)) {
    depth += edge[0] === "/*" ? 1 : -1;
    if (depth === 0) return edge.index + 2;
  }
  return text.length;
}
