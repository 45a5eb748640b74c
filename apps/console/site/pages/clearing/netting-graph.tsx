import { Box, useComputedColorScheme } from "@mantine/core";
import { type Edge, Handle, MarkerType, type Node, type NodeProps, Position, ReactFlow } from "@xyflow/react";
import "@xyflow/react/dist/style.css";
import { useMemo } from "react";
import { FitOnResize } from "../../components/fit-on-resize.tsx";
import { type EdgePath, LabelledEdge, type LabelledEdgeData } from "../../components/labelled-edge.tsx";
import { STILL_GRAPH } from "../../components/still-graph.ts";
import { GRAPH_HEIGHT, type StepOptions } from "./replay-steps.ts";
import { replayTexts } from "./replay-texts.ts";

interface NodeData extends Record<string, unknown> {
  readonly name: string;
  readonly note: string | undefined;
  readonly isPaying: boolean;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const RADIUS = 190;
const WIDTH = 132;
const HEIGHT = 52;
/** Around the graph, of its size. */
const PADDING = 0.08;
const CENTRE = "centre";
const NODE_TYPES = { institution: InstitutionNode };
const EDGE_TYPES = { obligation: LabelledEdge };

/** A step as a graph: institutions around the clearing house, and arrows for what each pays. */
export function NettingGraph(options: StepOptions) {
  const t = replayTexts.use();
  const scheme = useComputedColorScheme("light");
  const { replay, step, nameOf, money } = options;
  const centre = t("centre");
  const { nodes, edges } = useMemo(() => drawingOf({ replay, step, nameOf, money }, centre), [replay, step, nameOf, money, centre]);
  return (
    <Box h={GRAPH_HEIGHT} role="group" aria-label={t("graph")}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        colorMode={scheme}
        fitView
        fitViewOptions={{ padding: PADDING }}
        {...STILL_GRAPH}
        elementsSelectable={false}
      >
        <FitOnResize padding={PADDING} />
      </ReactFlow>
    </Box>
  );
}

function InstitutionNode({ data }: NodeProps<Node<NodeData>>) {
  return (
    <Box
      w={WIDTH}
      h={HEIGHT}
      px={6}
      style={{
        display: "flex",
        flexDirection: "column",
        alignItems: "center",
        justifyContent: "center",
        textAlign: "center",
        lineHeight: 1.2,
        fontSize: 13,
        borderRadius: 8,
        border: `2px solid var(--mantine-color-${data.isPaying ? "red" : "teal"}-filled)`,
        background: "var(--mantine-color-body)",
        color: "var(--mantine-color-text)",
      }}
    >
      <Handle type="target" position={Position.Top} style={{ visibility: "hidden" }} />
      <strong>{data.name}</strong>
      {data.note === undefined ? null : <span className="figures">{data.note}</span>}
      <Handle type="source" position={Position.Bottom} style={{ visibility: "hidden" }} />
    </Box>
  );
}

function drawingOf(
  { replay, step, nameOf, money }: StepOptions,
  centre: string,
): { nodes: Node<NodeData>[]; edges: Edge<LabelledEdgeData>[] } {
  const { institutions, positions } = replay;
  const isNetted = step === "multilateral" || step === "settlement";
  const places = new Map<string, Point>(institutions.map((institution, place) => [institution, onCircle(place, institutions.length)]));
  places.set(CENTRE, { x: 0, y: 0 });
  const node = (id: string, name: string, netMinor: bigint): Node<NodeData> => {
    const { x, y } = places.get(id) ?? { x: 0, y: 0 };
    const note = isNetted && id !== CENTRE ? money(netMinor) : undefined;
    return {
      id,
      type: "institution",
      position: { x: x - WIDTH / 2, y: y - HEIGHT / 2 },
      data: { name, note, isPaying: isNetted && netMinor < 0n },
    };
  };
  const pairs =
    step === "settlement"
      ? positions
          .filter(({ netMinor }) => netMinor !== 0n)
          .map(({ institution, netMinor }) =>
            netMinor < 0n
              ? { payer: institution, payee: CENTRE, amountMinor: -netMinor }
              : { payer: CENTRE, payee: institution, amountMinor: netMinor },
          )
      : step === "multilateral"
        ? []
        : replay[step];
  return {
    nodes: [
      ...positions.map(({ institution, netMinor }) => node(institution, nameOf(institution), netMinor)),
      ...(step === "settlement" ? [node(CENTRE, centre, 0n)] : []),
    ],
    edges: pairs.map(({ payer, payee, amountMinor }) => ({
      id: `${payer} ${payee}`,
      type: "obligation",
      source: payer,
      target: payee,
      markerEnd: { type: MarkerType.ArrowClosed, width: 18, height: 18 },
      data: { ...bent(places.get(payer), places.get(payee)), text: money(amountMinor) },
    })),
  };
}

/** Around the centre, wider than high, the first above it. */
function onCircle(place: number, count: number): Point {
  const angle = (2 * Math.PI * place) / count - Math.PI / 2;
  return { x: 1.55 * RADIUS * Math.cos(angle), y: RADIUS * Math.sin(angle) };
}

/** A path between two nodes, bent to its left, so that both directions of a pair can be told apart; its label stands nearer to who pays. */
function bent(from: Point = { x: 0, y: 0 }, to: Point = { x: 0, y: 0 }): EdgePath {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const bend = Math.min(46, length / 5);
  const control = {
    x: (from.x + to.x) / 2 + (bend * (to.y - from.y)) / length,
    y: (from.y + to.y) / 2 - (bend * (to.x - from.x)) / length,
  };
  const start = atBorder(from, control);
  const end = atBorder(to, control);
  const at = 0.42;
  const along = (a: number, b: number, c: number) => (1 - at) ** 2 * a + 2 * (1 - at) * at * b + at ** 2 * c;
  return {
    path: `M ${start.x} ${start.y} Q ${control.x} ${control.y} ${end.x} ${end.y}`,
    labelX: along(start.x, control.x, end.x),
    labelY: along(start.y, control.y, end.y),
  };
}

/** Where the line from a node's middle to a point leaves its box. */
function atBorder(middle: Point, towards: Point): Point {
  const [dx, dy] = [towards.x - middle.x, towards.y - middle.y];
  const scale = Math.min(1, (WIDTH / 2 + 4) / (Math.abs(dx) || 1), (HEIGHT / 2 + 4) / (Math.abs(dy) || 1));
  return { x: middle.x + dx * scale, y: middle.y + dy * scale };
}
