import { writeFileSync } from "node:fs";
import { type Profiler, Session } from "node:inspector/promises";
import { OTHER, stageOfFrame } from "./stage-of-frame.ts";

const INTERVAL_US = 200;
/** Samples at which the thread waited. */
const IDLE = new Set(["(idle)", "(root)"]);

/** Runs `body` on this thread while its call stack is sampled; answers each stage's share of the time that it worked. */
export async function sampleStages(body: () => Promise<void>, save: string | undefined): Promise<Map<string, number>> {
  const session = new Session();
  session.connect();
  try {
    await session.post("Profiler.enable");
    await session.post("Profiler.setSamplingInterval", { interval: INTERVAL_US });
    await session.post("Profiler.start");
    await body();
    const { profile } = await session.post("Profiler.stop");
    if (save !== undefined) writeFileSync(save, JSON.stringify(profile));
    return sharesOf(profile);
  } finally {
    session.disconnect();
  }
}

function sharesOf(profile: Profiler.Profile): Map<string, number> {
  const stages = stagesByNode(profile);
  const samples = profile.samples ?? [];
  const counts = new Map<string, number>();
  let total = 0;
  for (const id of samples) {
    const stage = stages.get(id);
    if (stage === undefined) continue;
    counts.set(stage, (counts.get(stage) ?? 0) + 1);
    total += 1;
  }
  return new Map([...counts].map(([stage, count]) => [stage, count / total]));
}

// The innermost function that belongs to a stage decides. Waiting has no stage.
function stagesByNode({ nodes }: Profiler.Profile): Map<number, string> {
  const stages = new Map<number, string>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const visit = (id: number, outer: string): void => {
    const node = byId.get(id);
    if (node === undefined) return;
    const { functionName, url } = node.callFrame;
    const stage = stageOfFrame(functionName, url) ?? outer;
    if (!IDLE.has(functionName)) stages.set(id, stage);
    for (const child of node.children ?? []) visit(child, stage);
  };
  const [root] = nodes;
  if (root !== undefined) visit(root.id, OTHER);
  return stages;
}
