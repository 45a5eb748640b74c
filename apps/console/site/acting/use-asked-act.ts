import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { useAsked } from "../app/asked.ts";
import type { RowAct } from "./row-acts.tsx";

/** Opens the act that the page's address asks for, once: `?act=NAME`, and what stands in its fields by their names. */
export function useAskedAct(acts: readonly RowAct[], choose: (act: RowAct, given: Readonly<Record<string, string>>) => void): void {
  const asked = useAsked();
  const navigate = useNavigate();
  useEffect(() => {
    const act = acts.find((each) => "form" in each && each.name !== undefined && each.name === asked["act"]);
    if (act === undefined) return;
    choose(act, asked);
    void navigate({ to: ".", search: {}, hash: true, replace: true, resetScroll: false });
  });
}
