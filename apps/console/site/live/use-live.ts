import { hashKey, keepPreviousData, useQuery, type UseQueryResult } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useHead } from "./head.ts";

/** What a page shows is asked for again at most so often. */
const REFRESH_MS = 1_000;

/**
 * What `read` answers, asked for again when the ledger has gone on and the answer before has come: a page on a slow machine shows what is a little
 * older and waits for nothing for ever. What was shown stays until there is something newer, a failure too, so that nothing jumps.
 */
export function useLive<T>(key: readonly unknown[], read: () => Promise<T>, refreshMs: number = REFRESH_MS): UseQueryResult<T> {
  const height = useSettled(useHead().block?.height, refreshMs);
  const [asked, setAsked] = useState(height);
  const query = useQuery({ queryKey: [...key, asked], queryFn: read, placeholderData: keepPreviousData });
  const { isFetching, isPending, isError } = query;
  useEffect(() => {
    if (!isFetching) setAsked(height);
  }, [isFetching, height]);
  const name = hashKey(key);
  const failed = useRef<{ readonly name: string; readonly query: UseQueryResult<T> }>(undefined);
  useEffect(() => {
    if (!isPending) failed.current = isError ? { name, query } : undefined;
  });
  return isPending && failed.current?.name === name ? failed.current.query : query;
}

/** A value that follows another no more often than every `ms`. */
function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState({ value, atMs: 0 });
  useEffect(() => {
    if (Object.is(settled.value, value)) return;
    const wait = Math.max(0, settled.atMs + ms - performance.now());
    const timer = setTimeout(() => setSettled({ value, atMs: performance.now() }), wait);
    return () => clearTimeout(timer);
  }, [value, settled, ms]);
  return settled.value;
}
