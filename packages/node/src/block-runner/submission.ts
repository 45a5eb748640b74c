import { type Ledger, type BlockEntry } from "@sycee/ledger";
import { encodeBatchResults, type StatusCode, statusOfNumber } from "@sycee/protocol/core";
import { asBatchElement, asBatchResult, asDocument, type EntryAnswer } from "../answers/entry-answer.ts";
import { type CheckedGroup, GroupView } from "../signatures/transaction-group.ts";
import type { AnswerForm, GroupAnswer, Refusal } from "./executor-messages.ts";

/** A group on its way through the executor: which of its transactions still wait for a block, and the answers so far. */
export class Submission {
  readonly group: CheckedGroup;
  readonly form: AnswerForm;
  private readonly sinceSeconds: number;
  private readonly view: GroupView;
  private readonly answers: (EntryAnswer | undefined)[];
  private readonly waiting: number[] = [];
  private nextWaiting = 0;
  private orderedSeconds = 0;
  private missing: number;

  /** `sinceSeconds`: when it began to wait for a block, by the steady clock. `earlier` looks for the receipt of a transaction whose expiry has passed by the clock, or lies too far ahead of it: clocks are set, and nodes exchanged. Whether an expiry has passed by the ledger's time a block says. */
  constructor(group: CheckedGroup, form: AnswerForm, sinceSeconds: number, earlier: (id: Uint8Array) => EntryAnswer | undefined) {
    this.group = group;
    this.form = form;
    this.sinceSeconds = sinceSeconds;
    this.view = new GroupView(group);
    this.missing = group.count;
    this.answers = new Array<EntryAnswer | undefined>(this.missing);
    for (let index = 0; index < this.answers.length; index++) {
      const code = this.verdict(index);
      const known = code === "expired" || code === "expiry_too_far" ? earlier(this.id(index)) : undefined;
      if (known !== undefined) this.answer(index, known);
      else if (code === undefined || code === "expired") this.waiting.push(index);
      else this.answer(index, this.refused(index, code));
    }
  }

  get complete(): boolean {
    return this.missing === 0;
  }

  /** How many transactions of the group wait for a block. */
  get undecided(): number {
    return this.waiting.length - this.nextWaiting;
  }

  /** The next transaction that waits for a block. */
  next(): { readonly index: number; readonly entry: BlockEntry } | undefined {
    const index = this.waiting[this.nextWaiting];
    if (index === undefined) return undefined;
    return { index, entry: { bytes: this.view.transaction(index), signaturesVerified: true, id: this.id(index) } };
  }

  /** Takes the one that `next` gave, at `nowSeconds` of the steady clock. */
  take(nowSeconds: number): void {
    this.nextWaiting += 1;
    this.orderedSeconds = nowSeconds;
  }

  /** Takes back the last one that was taken: it waits again. */
  giveBack(): void {
    this.nextWaiting -= 1;
  }

  /** How long the group waited for its blocks. */
  get orderSeconds(): number {
    return Math.max(0, this.orderedSeconds - this.sinceSeconds);
  }

  id(index: number): Uint8Array {
    return this.view.id(index);
  }

  answer(index: number, answer: EntryAnswer): void {
    if (this.answers[index] !== undefined) throw new Error("a transaction was answered twice");
    this.answers[index] = answer;
    this.missing -= 1;
  }

  /** The whole group's answer, in its form. Only when complete. */
  compose(ledger: Ledger): GroupAnswer {
    const answers = this.answers.filter((answer) => answer !== undefined);
    if (answers.length !== this.answers.length) throw new Error("a group was answered before its time");
    const { form } = this;
    if (form === "documents") return { form, documents: answers.map((answer) => asDocument(ledger, answer)) };
    if (form === "batch-json") return { form, body: JSON.stringify({ results: answers.map(asBatchElement) }) };
    if (form === "refusals") return { form, refusals: answers.flatMap((answer, index) => (this.waited(index) ? refusalIn(answer) : [])) };
    if (form === "results") return { form, ...joined(answers.map((answer) => encodeBatchResults([asBatchResult(answer)]))) };
    return { form, body: new Uint8Array(encodeBatchResults(answers.map(asBatchResult))) };
  }

  // What the signature workers refused was told to who sent it, and may be nobody that signed: an id is its payload's alone.
  private waited(index: number): boolean {
    const code = this.verdict(index);
    return code === undefined || code === "expired";
  }

  private verdict(index: number): StatusCode | undefined {
    const number = this.view.verdicts[index];
    return number === undefined || number === 0 ? undefined : (statusOfNumber(number) ?? "internal");
  }

  private refused(index: number, code: StatusCode): EntryAnswer {
    const id = this.id(index);
    return { kind: "rejected", code, detail: this.group.details.get(index) ?? "", id: id.some((byte) => byte !== 0) ? id : undefined };
  }
}

// One after another in memory of their own, and where each ends.
function joined(pieces: readonly Uint8Array[]): { readonly body: Uint8Array<ArrayBuffer>; readonly ends: readonly number[] } {
  let end = 0;
  const ends = pieces.map(({ length }) => (end += length));
  const body = new Uint8Array(end);
  for (const [index, piece] of pieces.entries()) body.set(piece, (ends[index] ?? 0) - piece.length);
  return { body, ends };
}

function refusalIn(answer: EntryAnswer): Refusal[] {
  if (answer.kind !== "rejected" || answer.id === undefined) return [];
  return [{ id: answer.id.slice(), code: answer.code, detail: answer.detail }];
}
