import { compareBytes } from "@sycee/protocol";
import type { Executor } from "../block-runner/executor.ts";
import { type CheckedGroup, groupLength, idAt } from "../signatures/transaction-group.ts";
import type { Ordering } from "./ordering.ts";

/** Bounds of the queue. */
export interface EmbeddedOrderingLimits {
  readonly transactions: number;
  readonly bytes: number;
}

/** Ordering by arrival, in this process: groups go to the executor as they come, and the queue in front of it is bounded. */
export function createEmbeddedOrdering(executor: Executor, limits: EmbeddedOrderingLimits): Ordering {
  const inFlight = new Set<CheckedGroupIds>();
  let transactions = 0;
  let bytes = 0;
  function release(count: number, size: number): void {
    transactions -= count;
    bytes -= size;
  }
  return {
    get pending() {
      return transactions;
    },
    reserve(count, size) {
      // An empty queue takes any single request, so that no size below the request limit can starve.
      if (transactions > 0 && (transactions + count > limits.transactions || bytes + size > limits.bytes)) return false;
      transactions += count;
      bytes += size;
      return true;
    },
    release,
    submit(group, form, answered) {
      const ids = idsOf(group);
      const size = group.bytes.length;
      inFlight.add(ids);
      executor.submit(group, form, (answer) => {
        inFlight.delete(ids);
        release(ids.length, size);
        answered(answer);
      });
    },
    holds(id) {
      for (const group of inFlight) if (group.some((other) => compareBytes(other, id) === 0)) return true;
      return false;
    },
  };
}

type CheckedGroupIds = readonly Uint8Array[];

// The group's buffers move to the executor's thread: its ids are copied before.
function idsOf(group: CheckedGroup): CheckedGroupIds {
  const copy: CheckedGroup = { ...group, ids: group.ids.slice() };
  return Array.from({ length: groupLength(group) }, (_, index) => idAt(copy, index));
}
