import { useReactFlow, useStore } from "@xyflow/react";
import { useEffect } from "react";

interface FitOptions {
  /** Of the graph's size: how much stays free around it. */
  readonly padding?: number;
}

/** Within `ReactFlow`: fits the graph again when there is more or less room for it, so that none of it is left outside. */
export function FitOnResize({ padding }: FitOptions) {
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const { fitView } = useReactFlow();
  useEffect(() => {
    if (width > 0 && height > 0) void fitView(padding === undefined ? {} : { padding });
  }, [width, height, padding, fitView]);
  return null;
}
