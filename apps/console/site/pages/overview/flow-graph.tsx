import "@xyflow/react/dist/style.css";
import { Anchor, useComputedColorScheme } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { Background, Controls, type Edge, Handle, MarkerType, type Node, type NodeProps, Position, ReactFlow } from "@xyflow/react";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { client } from "../../app/client.ts";
import { useLanguage } from "../../app/texts.ts";
import { FitOnResize } from "../../components/fit-on-resize.tsx";
import { LabelledEdge, type LabelledEdgeData } from "../../components/labelled-edge.tsx";
import { formatMoneyShort } from "../../components/money.ts";
import { STILL_GRAPH } from "../../components/still-graph.ts";
import { FLOW_COLOURS } from "./flow-colours.ts";
import { NODE_HEIGHT, NODE_WIDTH, pathOf, placesOf } from "./flow-layout.ts";

export type Flows = Awaited<ReturnType<typeof client.models.flows>>;

type NodeData = { readonly name: string; readonly to: string | undefined } & Record<string, unknown>;

/** In pixels: the columns stand closer where there is less room. */
const NARROW = 640;
const GAPS = { wide: 420, narrow: 215 } as const;
const HIDDEN = { opacity: 0, border: 0, minWidth: 0, minHeight: 0, width: 1, height: 1 } as const;

/** Institutions between central banks and the public, with an arrow from each debtor to its creditor. Each leads to the institution's page. */
export function FlowGraph({ flows, nameOf }: { readonly flows: Flows; readonly nameOf: (id: string) => string }) {
  const language = useLanguage();
  const scheme = useComputedColorScheme("light");
  const { ref, width } = useElementSize();
  const gap = width < NARROW ? GAPS.narrow : GAPS.wide;
  const padding = gap === GAPS.narrow ? 0.02 : 0.14;
  const [pointed, setPointed] = useState<string>();
  const graph = useMemo(() => graphOf(flows, nameOf, language, gap), [flows, nameOf, language, gap]);
  const { nodes, edges } = useMemo(() => onlyOf(graph, pointed), [graph, pointed]);
  return (
    <div ref={ref} style={{ height: gap === GAPS.narrow ? 400 : 640 }}>
      {width === 0 ? null : (
        <ReactFlow
          key={gap}
          nodes={nodes}
          edges={edges}
          nodeTypes={NODE_TYPES}
          edgeTypes={EDGE_TYPES}
          colorMode={scheme}
          fitView
          fitViewOptions={{ padding }}
          {...STILL_GRAPH}
          onNodeMouseEnter={(_, { id }) => setPointed(id)}
          onNodeMouseLeave={() => setPointed(undefined)}
        >
          <Background />
          <Controls showInteractive={false} />
          <FitOnResize padding={padding} />
        </ReactFlow>
      )}
    </div>
  );
}

interface Graph {
  readonly nodes: Node<NodeData>[];
  readonly edges: Edge<LabelledEdgeData>[];
}

const NODE_TYPES = { holder: HolderNode };
const EDGE_TYPES = { claim: LabelledEdge };

function HolderNode({ data }: NodeProps<Node<NodeData>>) {
  return (
    <div className="flow-node" style={{ width: NODE_WIDTH, height: NODE_HEIGHT }}>
      <Handle type="target" position={Position.Left} style={HIDDEN} isConnectable={false} />
      {data.to === undefined ? (
        data.name
      ) : (
        <Anchor component={Link} to={data.to} c="inherit" size="sm" fw={600} className="nodrag nopan">
          {data.name}
        </Anchor>
      )}
      <Handle type="source" position={Position.Right} style={HIDDEN} isConnectable={false} />
    </div>
  );
}

function graphOf(flows: Flows, nameOf: (id: string) => string, language: string, gap: number): Graph {
  const places = placesOf(flows.nodes, gap);
  const centralBanks = new Set(flows.nodes.flatMap(({ id, roles }) => (roles.includes("central bank") ? [id] : [])));
  const nodes = flows.nodes.map(
    ({ id, roles }): Node<NodeData> => ({
      id,
      type: "holder",
      position: places.get(id) ?? { x: 0, y: 0 },
      data: { name: nameOf(id), to: pageOf(id, roles) },
      // As the style says: what is measured anew at each change is hidden for a moment, and loses the focus of the keyboard.
      measured: { width: NODE_WIDTH, height: NODE_HEIGHT },
    }),
  );
  const totals = totalsOf(flows);
  const most = totals.reduce((largest, { amountMinor }) => Math.max(largest, Number(amountMinor)), 1);
  const edges = totals.flatMap(({ debtor, creditor, amountMinor }): Edge<LabelledEdgeData>[] => {
    const [from, to] = [places.get(debtor), places.get(creditor)];
    if (from === undefined || to === undefined || debtor === creditor) return [];
    const color = centralBanks.has(debtor) ? FLOW_COLOURS.centralBank : FLOW_COLOURS.others;
    return [
      {
        id: `${debtor} ${creditor}`,
        type: "claim",
        source: debtor,
        target: creditor,
        data: { ...pathOf(from, to, gap), text: formatMoneyShort(amountMinor, flows, language) },
        markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16, color, markerUnits: "userSpaceOnUse" },
        style: { stroke: color, strokeWidth: 1 + 8 * Math.sqrt(Number(amountMinor) / most) },
      },
    ];
  });
  return { nodes, edges };
}

/** The graph with what is not of one node made faint; as it is where none is pointed at. */
function onlyOf({ nodes, edges }: Graph, pointed: string | undefined): Graph {
  if (pointed === undefined) return { nodes, edges };
  const own = edges.filter(({ source, target }) => source === pointed || target === pointed);
  const near = new Set([pointed, ...own.flatMap(({ source, target }) => [source, target])]);
  return {
    nodes: nodes.map((node) => (near.has(node.id) ? node : { ...node, style: { opacity: 0.35 } })),
    edges: edges.map((edge) => (own.includes(edge) ? edge : { ...edge, style: { ...edge.style, opacity: 0.12 } })),
  };
}

/** Where a node leads: who is no institution (the government) has a page in the explorer only. */
function pageOf(id: string, roles: readonly string[]): string | undefined {
  if (!id.startsWith("0x")) return undefined;
  return roles.length === 0 ? `/explorer/accounts/${id}` : `/institutions/${id}`;
}

/** What each owes each in all instruments together: one arrow a pair. */
function totalsOf(flows: Flows): readonly { readonly debtor: string; readonly creditor: string; readonly amountMinor: bigint }[] {
  const totals = new Map<string, { readonly debtor: string; readonly creditor: string; readonly amountMinor: bigint }>();
  for (const { debtor, creditor, amountMinor } of flows.edges) {
    const pair = `${debtor} ${creditor}`;
    totals.set(pair, { debtor, creditor, amountMinor: (totals.get(pair)?.amountMinor ?? 0n) + BigInt(amountMinor) });
  }
  return [...totals.values()];
}
