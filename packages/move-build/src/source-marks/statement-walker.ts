import type { SourceToken } from "../source/source-tokens.ts";

/** Hears of what can be marked in a function's body, from the outside in. */
export interface StatementVisitor {
  /** A statement of a block begins at `first`. */
  statement(first: SourceToken): void;
  /** An expression that is run or not (a branch, an arm, a lambda's body) and is no block begins at `first`. The function given back is called at its end. */
  expression(first: SourceToken, last: () => SourceToken): () => void;
}

/** Words before a `{` that begins a block; after other names it begins the fields of a struct. */
const BEFORE_BLOCK = new Set(["else", "loop", "return", "abort", "break", "in", "move", "copy"]);
const CLOSING: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };
const BRANCH_ENDS = [",", ";", ")", "]", "}", "else"];

/** Walks a function's body, which has compiled before, statement by statement. */
export class StatementWalker {
  readonly #tokens: readonly SourceToken[];
  readonly #visitor: StatementVisitor;
  #position = 0;

  /** `body` is with its braces. */
  constructor(body: readonly SourceToken[], visitor: StatementVisitor) {
    this.#tokens = body;
    this.#visitor = visitor;
  }

  walk(): void {
    this.#block();
  }

  #text(ahead = 0): string {
    return this.#tokens[this.#position + ahead]?.text ?? "";
  }

  #token(ahead = 0): SourceToken {
    const token = this.#tokens[this.#position + ahead];
    if (token === undefined) throw new Error("the source ends within a function");
    return token;
  }

  #done(): boolean {
    return this.#position >= this.#tokens.length;
  }

  /** At `{`: passes over the block. */
  #block(): void {
    this.#position++;
    while (!this.#done() && this.#text() !== "}") {
      if (this.#text() === ";") {
        this.#position++;
      } else if (this.#text() === "use") {
        // Stands before all statements of its block.
        while (this.#text() !== ";") this.#position++;
      } else {
        this.#visitor.statement(this.#token());
        this.#expression([";", "}"]);
      }
    }
    this.#position++;
  }

  /** Passes over an expression up to one of `ends`, which it leaves. */
  #expression(ends: readonly string[]): void {
    while (!this.#done() && !ends.includes(this.#text())) {
      const text = this.#text();
      const before = this.#text(-1);
      if (text === "if" && this.#text(1) === "(" && before !== ".") this.#if();
      else if (text === "match" && this.#text(1) === "(" && before !== ".") this.#match();
      else if (text === "|" && ["(", ",", "="].includes(before)) this.#lambda();
      else if (text === "{" && this.#beginsBlock()) this.#block();
      else if (text in CLOSING) this.#bracketed();
      else if (text === "<" && this.#passTypeArguments()) continue;
      else this.#position++;
    }
  }

  /** At a bracket: passes over it and what it holds. */
  #bracketed(): void {
    const close = CLOSING[this.#text()] ?? "";
    this.#position++;
    this.#expression([close]);
    this.#position++;
  }

  #beginsBlock(): boolean {
    const before = this.#tokens[this.#position - 1];
    if (before === undefined) return true;
    if (before.kind === "name") return BEFORE_BLOCK.has(before.text);
    return before.text !== ">";
  }

  #if(): void {
    this.#position++;
    this.#bracketed();
    this.#branch();
    if (this.#text() !== "else") return;
    this.#position++;
    if (this.#text() === "if") this.#if();
    else this.#branch();
  }

  #match(): void {
    this.#position++;
    this.#bracketed();
    this.#position++;
    while (!this.#done() && this.#text() !== "}") {
      this.#pattern();
      this.#branch();
      if (this.#text() === ",") this.#position++;
    }
    this.#position++;
  }

  /** Passes over an arm's pattern, its condition and `=>`. */
  #pattern(): void {
    for (let depth = 0; !this.#done(); this.#position++) {
      const text = this.#text();
      if (text in CLOSING) depth++;
      else if (text === ")" || text === "]" || text === "}") depth--;
      else if (depth === 0 && text === "=" && this.#text(1) === ">" && this.#token(1).offset === this.#token().offset + 1) break;
    }
    this.#position += 2;
  }

  #lambda(): void {
    this.#position++;
    while (!this.#done() && this.#text() !== "|") {
      if (this.#text() === "(") this.#bracketed();
      else this.#position++;
    }
    this.#position++;
    if (this.#text() === "-" && this.#text(1) === ">") {
      while (!this.#done() && this.#text() !== "{") {
        if (this.#text() === "(") this.#bracketed();
        else this.#position++;
      }
    }
    this.#branch();
  }

  /** Passes over what is run or not: a block, or an expression as far as it goes. */
  #branch(): void {
    if (this.#text() === "{") {
      this.#block();
      return;
    }
    const end = this.#visitor.expression(this.#token(), () => this.#token(-1));
    this.#expression(BRANCH_ENDS);
    end();
  }

  /** At `<` directly after a name: passes over type arguments, if they are some. */
  #passTypeArguments(): boolean {
    const before = this.#token(-1);
    if (before.kind !== "name" || before.offset + before.text.length !== this.#token().offset) return false;
    let depth = 0;
    for (let ahead = 0; ; ahead++) {
      const token = this.#tokens[this.#position + ahead];
      if (token === undefined) return false;
      if (token.text === "<") depth++;
      else if (token.text === ">" && --depth === 0) {
        this.#position += ahead + 1;
        return true;
      } else if (token.kind !== "name" && token.kind !== "number" && !["::", ",", ">", "&", "(", ")", "$", "_"].includes(token.text))
        return false;
    }
  }
}
