import type { ReceiptJson } from "@sycee/protocol";
import { useSyncExternalStore } from "react";

/** How far somebody has come with the first steps in this tab. */
export interface Progress {
  /** Whether they were begun, and not put away since. */
  readonly isBegun: boolean;
  readonly isIssued: boolean;
  /** The last payment of a request: its transaction id. */
  readonly payment: string | undefined;
  readonly isProved: boolean;
}

const KEY = "sycee.first-steps";
const NOTHING: Progress = { isBegun: false, isIssued: false, payment: undefined, isProved: false };

let progress = kept();
const listeners = new Set<() => void>();

/** The progress as it is, and as it goes on. */
export function useProgress(): Progress {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => progress,
  );
}

export function begin(): void {
  become({ ...progress, isBegun: true });
}

/** Puts the steps away: they can be begun anew. */
export function putAway(): void {
  become(NOTHING);
}

/** What an operator exchanges settlement money for digital cash by. */
const ISSUING = /::operator::(?:hand_out|to_till)$/;
const PAYING = /::payment_request::pay$/;

/** Hears of everything that is sent from this tab: an issue of digital cash and the payment of a request are steps. */
export function noteReceipt({ id, status, calls }: ReceiptJson): void {
  if (status !== "executed") return;
  const isOf = (step: RegExp) => calls.some((call) => step.test(call.function));
  if (isOf(ISSUING)) become({ ...progress, isIssued: true });
  if (isOf(PAYING)) become({ ...progress, payment: id, isProved: false });
}

/** Hears of every receipt that was proved in this tab: that of the payment is a step. */
export function noteProved(id: string): void {
  if (id === progress.payment) become({ ...progress, isProved: true });
}

function become(next: Progress): void {
  progress = next;
  sessionStorage.setItem(KEY, JSON.stringify(next));
  for (const changed of listeners) changed();
}

/** What the tab has kept; nothing, if it is not of the form that is kept here. */
function kept(): Progress {
  const text = sessionStorage.getItem(KEY);
  if (text === null) return NOTHING;
  try {
    const { isBegun, isIssued, payment, isProved } = (JSON.parse(text) ?? {}) as Partial<Record<keyof Progress, unknown>>;
    return {
      isBegun: isBegun === true,
      isIssued: isIssued === true,
      payment: typeof payment === "string" ? payment : undefined,
      isProved: isProved === true,
    };
  } catch (error) {
    if (error instanceof SyntaxError) return NOTHING;
    throw error;
  }
}
