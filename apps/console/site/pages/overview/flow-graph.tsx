import "@xyflow/react/dist/style.css";
import { useComputedColorScheme } from "@mantine/core";
import { Background, Controls, type Edge, MarkerType, type Node, ReactFlow } from "@xyflow/react";
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import type { client } from "../../app/client.ts";
import { useLanguage } from "../../app/texts.ts";
import { formatMoneyShort } from "../../components/money.ts";

export type Flows = Awaited<ReturnType<typeof client.models.flows>>;

const RADIUS_X = 420;
const RADIUS_Y = 260;

/** Institutions in a circle, with an arrow from each debtor to its creditor. A click leads to the institution. */
export function FlowGraph({ flows, nameOf }: { readonly flows: Flows; readonly nameOf: (id: string) => string }) {
  const navigate = useNavigate();
  const language = useLanguage();
  const scheme = useComputedColorScheme("light");
  const { nodes, edges } = useMemo(() => graphOf(flows, nameOf, language), [flows, nameOf, language]);
  return (
    <div style={{ height: 520 }}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        colorMode={scheme}
        fitView
        nodesDraggable={false}
        nodesConnectable={false}
        edgesFocusable={false}
        proOptions={{ hideAttribution: false }}
        onNodeClick={(_, node) => void (node.id.startsWith("0x") && navigate({ to: `/explorer/accounts/${node.id}` }))}
      >
        <Background />
        <Controls showInteractive={false} />
      </ReactFlow>
    </div>
  );
}

function graphOf(flows: Flows, nameOf: (id: string) => string, language: string): { readonly nodes: Node[]; readonly edges: Edge[] } {
  const nodes = flows.nodes.map(({ id }, place): Node => {
    const angle = (2 * Math.PI * place) / flows.nodes.length - Math.PI / 2;
    return { id, position: { x: RADIUS_X * Math.cos(angle), y: RADIUS_Y * Math.sin(angle) }, data: { label: nameOf(id) } };
  });
  const totals = totalsOf(flows);
  const most = totals.reduce((largest, { amountMinor }) => Math.max(largest, Number(amountMinor)), 1);
  const edges = totals.map(
    ({ debtor, creditor, amountMinor }): Edge => ({
      id: `${debtor} ${creditor}`,
      type: "straight",
      source: debtor,
      target: creditor,
      label: formatMoneyShort(amountMinor, flows, language),
      markerEnd: { type: MarkerType.ArrowClosed },
      style: { strokeWidth: 1 + 5 * Math.sqrt(Number(amountMinor) / most) },
    }),
  );
  return { nodes, edges };
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
