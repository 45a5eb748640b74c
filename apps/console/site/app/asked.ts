import { useLocation } from "@tanstack/react-router";
import { useMemo } from "react";

/** What a page's address asks for besides its path: of `?NAME=VALUE`, the texts and numbers by their names. */
export function useAsked(): Readonly<Record<string, string>> {
  const search = useLocation({ select: (location) => location.search as Readonly<Record<string, unknown>> });
  return useMemo(
    () =>
      Object.fromEntries(
        Object.entries(search).flatMap(([name, value]) =>
          typeof value === "string" || typeof value === "number" ? [[name, `${value}`] as const] : [],
        ),
      ),
    [search],
  );
}
