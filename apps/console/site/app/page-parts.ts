import { useParams } from "@tanstack/react-router";

/** Which part of the page its address names, and what in it: `/supervision/PART/ITEM`, `/wallet/PART`. */
export interface PageParts {
  readonly part: string | undefined;
  readonly item: string | undefined;
}

/** Reads them from the address. */
export function usePageParts(): PageParts {
  const given: unknown = useParams({ strict: false });
  return { part: textIn(given, "part"), item: textIn(given, "item") };
}

function textIn(given: unknown, name: string): string | undefined {
  if (typeof given !== "object" || given === null) return undefined;
  const value: unknown = Object.entries(given).find(([key]) => key === name)?.[1];
  return typeof value === "string" ? value : undefined;
}
