import { type ReadSession, SyceeError } from "@sycee/sdk";
import { useQuery, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import { useCallback } from "react";
import { client } from "../app/client.ts";
import { useIdentity } from "./current-identity.tsx";
import { type Identity, signerOfIdentity } from "./identity.ts";

/** A session is renewed so long before the node ends it, in milliseconds. */
const RENEW_BEFORE_MS = 60_000;
const LONGEST_MS = 14 * 60_000;

/** The read session of whoever acts, in memory only: opened when a page first needs it, and renewed while one does. */
export interface CurrentReadSession {
  /** Data is `null` where nobody acts, or too few of the keys are here to sign. */
  readonly session: UseQueryResult<ReadSession | null>;
  /** Reads in the session; once more in a new one where the node has ended it, as it does when it is started again. */
  read<T>(question: (session: ReadSession) => Promise<T>): Promise<T>;
}

/** Opens a read session for the current identity. */
export function useReadSession(): CurrentReadSession {
  const { identity } = useIdentity();
  const queries = useQueryClient();
  const address = identity?.address;
  const session = useQuery({
    queryKey: ["read-session", address],
    queryFn: () => openFor(identity),
    staleTime: LONGEST_MS,
    gcTime: LONGEST_MS,
    refetchInterval: (query) => renewalOf(query.state.data, query.state.dataUpdatedAt),
    refetchOnMount: false,
    retry: false,
  });
  const { data, refetch } = session;
  const read = useCallback(
    async <T>(question: (session: ReadSession) => Promise<T>): Promise<T> => {
      if (data === undefined || data === null) throw new Error("there is no read session to read in");
      try {
        return await question(data);
      } catch (error) {
        if (!(error instanceof SyceeError) || error.code !== "session_required") throw error;
        const next = (await refetch()).data ?? queries.getQueryData<ReadSession | null>(["read-session", address]);
        if (next === undefined || next === null) throw error;
        return await question(next);
      }
    },
    [data, refetch, queries, address],
  );
  return { session, read };
}

async function openFor(identity: Identity | undefined): Promise<ReadSession | null> {
  const signer = identity === undefined ? undefined : await signerOfIdentity(identity);
  return signer === undefined ? null : await client.openReadSession(signer);
}

function renewalOf(session: ReadSession | null | undefined, openedAtMs: number): number | false {
  if (session === undefined || session === null) return false;
  return Math.min(LONGEST_MS, Math.max(RENEW_BEFORE_MS, Number(session.expiresMs) - openedAtMs - RENEW_BEFORE_MS));
}
