import { BaseEdge, type Edge, EdgeLabelRenderer, type EdgeProps } from "@xyflow/react";

/** A line from one node to another, and where its label stands, in the graph's own units. */
export interface EdgePath {
  readonly path: string;
  readonly labelX: number;
  readonly labelY: number;
}

/** What a labelled edge draws; the library asks of data that it is an index. */
export type LabelledEdgeData = EdgePath & { readonly text: string } & Record<string, unknown>;

/** A line of a graph with its label on it, as faint as the line. */
export function LabelledEdge({ id, data, markerEnd, style }: EdgeProps<Edge<LabelledEdgeData>>) {
  if (data === undefined) return null;
  return (
    <>
      <BaseEdge id={id} path={data.path} {...(markerEnd === undefined ? {} : { markerEnd })} {...(style === undefined ? {} : { style })} />
      <EdgeLabelRenderer>
        <span
          className="figures edge-label"
          style={{
            transform: `translate(-50%, -50%) translate(${data.labelX}px, ${data.labelY}px)`,
            ...(style?.opacity === undefined ? {} : { opacity: style.opacity }),
          }}
        >
          {data.text}
        </span>
      </EdgeLabelRenderer>
    </>
  );
}
