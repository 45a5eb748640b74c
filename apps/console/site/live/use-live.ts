import { keepPreviousData, useQuery, type UseQueryResult } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useHead } from "./head.ts";

/** What a page shows is asked for again at most so often. */
const REFRESH_MS = 1_000;

/**
 * What `read` answers, asked for again when the ledger has gone on. What was shown stays until there is something newer, so that
 * nothing jumps.
 */
export function useLive<T>(key: readonly unknown[], read: () => Promise<T>, refreshMs: number = REFRESH_MS): UseQueryResult<T> {
  const height = useSettled(useHead().block?.height, refreshMs);
  return useQuery({ queryKey: [...key, height], queryFn: read, placeholderData: keepPreviousData });
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
