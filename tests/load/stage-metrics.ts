/** Depth and capacity of a stage. */
export interface StageDepth {
  readonly stage: string;
  readonly depth: number;
  readonly capacity: number;
}

/** The depth and capacity of every stage, as a node's metrics tell them. */
export async function stageDepths(url: string): Promise<StageDepth[]> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const read = (name: string) =>
    new Map(
      Array.from(text.matchAll(new RegExp(`^${name}\\{stage="(\\w+)"\\} (\\d+)$`, "gm")), ([, stage, value]) => [stage, Number(value)]),
    );
  const depths = read("sycee_stage_depth");
  return [...read("sycee_stage_capacity")].map(([stage, capacity]) => ({
    stage: stage ?? "",
    depth: depths.get(stage) ?? Number.NaN,
    capacity,
  }));
}

/** Seconds of processor time that a node has used, on all its threads. */
export async function processorSecondsOf(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^process_cpu_seconds_total ([\d.]+)$/m.exec(text)?.[1]);
}
