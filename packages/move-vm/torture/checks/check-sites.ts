import { REMOVABLE_CHECKS } from "./removable-checks.ts";

/** A place in the verifier's source where a check can be taken out. */
export interface CheckSite {
  readonly id: number;
  readonly file: string;
  readonly line: number;
  /** The check as it is written. */
  readonly text: string;
}

/** How a call is taken out: what stands in its place, given the receiver and the arguments. */
type Without = (receiver: string, words: string) => string;

const REMOVABLE: readonly (readonly [call: RegExp, without: Without])[] = [
  // A fault that is not thrown.
  [/(?<![\w.#])((?:this|stack|scope|checker|reader)(?:\.#?\w+)*)\.(#?fail|mismatch)\(/g, (_receiver, words) => `void [${words}]`],
  // Operands are still taken and types still looked up, but nothing is asked of them.
  [/(?<![\w.#])(stack|this)\.(needCopy|needDrop)\(/g, (_receiver, words) => `void [${words}]`],
  [/(?<![\w.#])(stack|this)\.(popAs)\(/g, (receiver, words) => `(void [${words}], ${receiver}.pop())`],
  [/(?<![\w.#])(stack)\.(popReference)\((?=true|isMutable)/g, (receiver) => `${receiver}.popReference()`],
];
/** A whole pass. */
const PASS = /^ {2,4}(check\w+)\(/gm;

/** Rewrites a source so that each of its checks is left out when `RemovableChecks` says so. */
export function withRemovableChecks(file: string, source: string, firstId: number): { source: string; sites: CheckSite[] } {
  const edits: { start: number; end: number; text: string; removed: string }[] = [];
  for (const [call, without] of file === "verify-package.ts" ? [...REMOVABLE, [PASS, () => "undefined"] as const] : REMOVABLE) {
    for (const found of source.matchAll(call)) {
      const indent = /^ */.exec(found[0])?.[0].length ?? 0;
      const start = found.index + indent;
      const open = found.index + found[0].length;
      const end = closing(source, open);
      const words = source.slice(open, end);
      edits.push({ start, end: end + 1, text: source.slice(start, end + 1), removed: without(found[1] ?? "", words) });
    }
  }
  edits.sort((left, right) => right.start - left.start);
  let text = source;
  const sites: CheckSite[] = [];
  let id = firstId;
  let before = Number.POSITIVE_INFINITY;
  for (const edit of edits) {
    // A call inside the words of another is left to that one; the declarations of the functions themselves are no checks.
    if (edit.end > before || /^\s*\)?:? ?(?:never|void|boolean)/.test(source.slice(edit.end, edit.end + 9))) continue;
    before = edit.start;
    sites.push({ id, file, line: source.slice(0, edit.start).split("\n").length, text: edit.text.replace(/\s+/g, " ") });
    text = `${text.slice(0, edit.start)}(globalThis.${REMOVABLE_CHECKS}.without(${id}) ? ${edit.removed} : ${edit.text})${text.slice(edit.end)}`;
    id += 1;
  }
  return { source: text, sites };
}

/** Where the parenthesis that was opened before `from` closes. */
function closing(source: string, from: number): number {
  let depth = 1;
  for (let at = from; at < source.length; at += 1) {
    const letter = source[at];
    if (letter === '"' || letter === "'" || letter === "`") {
      at += 1;
      while (source[at] !== letter) at += source[at] === "\\" ? 2 : 1;
    } else if (letter === "(") depth += 1;
    else if (letter === ")") depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error("a parenthesis is never closed");
}
