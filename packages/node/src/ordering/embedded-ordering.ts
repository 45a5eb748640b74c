import { compareBytes } from "@sycee/protocol/core";
import type { Executor } from "../block-runner/executor.ts";
import { type CheckedGroup, GroupView, ID_BYTES } from "../signatures/transaction-group.ts";
import type { Ordering } from "./ordering.ts";

/** Ordering by arrival, in this process: groups go to the executor as they come. Admission bounds how many there are. */
export function createEmbeddedOrdering(executor: Executor): Ordering {
  const inFlight = new Set<CheckedGroup>();
  return {
    submit(group, form, answered) {
      inFlight.add(group);
      executor.submit(group, form, (answer) => {
        inFlight.delete(group);
        answered(answer);
      });
    },
    holds(id) {
      for (const group of inFlight) {
        const view = new GroupView(group);
        for (let index = 0; index < view.count; index++) {
          // Mostly the first byte says no, and there are thousands to ask.
          if (view.ids[index * ID_BYTES] === id[0] && compareBytes(view.id(index), id) === 0) return true;
        }
      }
      return false;
    },
  };
}
