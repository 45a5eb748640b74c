import { useParams } from "@tanstack/react-router";

/** What stands in the address in place of each `$name` of the page's path. */
export function usePathParameters(): Readonly<Record<string, string | undefined>> {
  return useParams({ strict: false });
}
