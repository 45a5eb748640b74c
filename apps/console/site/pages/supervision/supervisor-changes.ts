import type { Address } from "@sycee/protocol";
import { FRAMEWORK } from "@sycee/sdk";
import { client } from "../../app/client.ts";
import { ifKnown } from "../../app/if-known.ts";

const PROPOSALS = "0x3::governed::Proposals<0x3::supervisor_change::Change>";
const VOICES = "0x3::supervisor_change::Voices";

/** A proposed change among supervisors. */
export interface SupervisorChange {
  readonly number: string;
  readonly dismissed: Address | null;
  readonly appointed: Address | null;
  readonly reason: string;
  /** Block time in milliseconds since 1970 before which it is not made. */
  readonly earliestMs: string;
  /** Who proposed it first, then who else approves. */
  readonly approvedBy: readonly Address[];
  /** Whether the one who is to leave office objects. */
  readonly isObjected: boolean;
}

interface Proposals {
  readonly pending: readonly {
    readonly number: string;
    readonly earliest_ms: string;
    readonly act: { readonly dismissed: Address | null; readonly appointed: Address | null; readonly reason: string };
  }[];
}

interface Voices {
  readonly all: readonly { readonly number: string; readonly approved_by: readonly Address[]; readonly is_objected: boolean }[];
}

/** Reads what is proposed and what supervisors have said of it. Throws `SyceeError`. */
export async function readSupervisorChanges(): Promise<readonly SupervisorChange[]> {
  const resources = (await ifKnown(client.account(FRAMEWORK.oversight), undefined))?.resources ?? [];
  const valueOf = (type: string): unknown => resources.find((resource) => resource.type === type)?.value;
  // The framework's own types, as the ledger prints them.
  const proposals = valueOf(PROPOSALS) as Proposals | undefined;
  const voices = valueOf(VOICES) as Voices | undefined;
  return (voices?.all ?? []).flatMap(({ number, approved_by: approvedBy, is_objected: isObjected }) =>
    (proposals?.pending ?? [])
      .filter((proposal) => proposal.number === number)
      .map(({ earliest_ms: earliestMs, act }) => ({ ...act, number, earliestMs, approvedBy, isObjected })),
  );
}
