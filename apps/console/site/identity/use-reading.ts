import { type ReadSession, SyceeError } from "@sycee/sdk";
import { keepPreviousData, useQuery, type UseQueryResult } from "@tanstack/react-query";
import { useIdentity } from "./current-identity.tsx";
import { useReadSession } from "./read-session.ts";

/** What is read in a session is asked for again so often: the read models trail the ledger by about a second. */
const REFRESH_MS = 3_000;
/** While a node makes its read models ready, it is asked so often more before that is told. */
const MAX_TRIES = 15;
const TRY_MS = 2_000;

/** What is read in a session of the current identity, kept current. `cannotSign` where too few of its keys are here to open one. */
export interface Reading<T> {
  readonly answer: UseQueryResult<T>;
  readonly cannotSign: boolean;
  /** Why there is no answer, and how to try again. */
  readonly error: unknown;
  readonly retry: () => void;
}

/** Asks `question` in a read session of the current identity. */
export function useReading<T>(key: readonly unknown[], question: (session: ReadSession) => Promise<T>): Reading<T> {
  const { identity } = useIdentity();
  const { session, read } = useReadSession();
  const answer = useQuery({
    queryKey: ["reading", identity?.address, ...key],
    queryFn: () => read(question),
    enabled: session.data !== undefined && session.data !== null,
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
    retry: (count, error) => count < MAX_TRIES && error instanceof SyceeError && error.code === "read_models_unavailable",
    retryDelay: TRY_MS,
  });
  const failed = session.isError ? session : answer;
  return { answer, cannotSign: session.data === null, error: failed.error, retry: () => void failed.refetch() };
}
