import type { SourceToken } from "./source-tokens.ts";

const CLOSING: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** Reads tokens one after another. */
export class TokenCursor {
  private readonly tokens: readonly SourceToken[];
  private position = 0;

  constructor(tokens: readonly SourceToken[]) {
    this.tokens = tokens;
  }

  get done(): boolean {
    return this.position >= this.tokens.length;
  }

  get line(): number {
    return this.tokens[Math.min(this.position, this.tokens.length - 1)]?.line ?? 1;
  }

  /** The comment before the next token. */
  get doc(): string | undefined {
    return this.tokens[this.position]?.doc;
  }

  /** Text of the token `ahead` of the next one; empty past the end. */
  peek(ahead = 0): string {
    return this.tokens[this.position + ahead]?.text ?? "";
  }

  kind(ahead = 0): SourceToken["kind"] | "end" {
    return this.tokens[this.position + ahead]?.kind ?? "end";
  }

  /** Takes the next token; empty past the end. */
  next(): string {
    const text = this.peek();
    this.position++;
    return text;
  }

  /** Takes the next token if it is `text`. */
  take(text: string): boolean {
    if (this.peek() !== text) return false;
    this.position++;
    return true;
  }

  /** Takes a bracket and all up to the one that closes it, and gives what stands between them. */
  takeBracketed(): readonly SourceToken[] {
    const open = this.next();
    const close = CLOSING[open];
    const start = this.position;
    for (let depth = 1; !this.done; this.position++) {
      if (this.peek() === open) depth++;
      else if (this.peek() === close && --depth === 0) {
        this.position++;
        return this.tokens.slice(start, this.position - 1);
      }
    }
    return this.tokens.slice(start);
  }

  /** Takes a bracket and all up to the one that closes it, and gives it with both. */
  takeBraced(): readonly SourceToken[] {
    const start = this.position;
    this.takeBracketed();
    return this.tokens.slice(start, this.position);
  }

  /** Takes all before the next `text` that is not within brackets, and `text` itself. */
  takeUntil(text: string): readonly SourceToken[] {
    const start = this.position;
    while (!this.done && this.peek() !== text) {
      if (this.peek() in CLOSING) this.takeBracketed();
      else this.position++;
    }
    const taken = this.tokens.slice(start, this.position);
    this.position++;
    return taken;
  }
}
