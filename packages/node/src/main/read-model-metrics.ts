import { Counter, Gauge, type Registry } from "prom-client";
import type { ReadModelsEvents } from "../read-models/process/read-models.ts";

/** How far read models are. */
export interface ReadModelsPlace {
  readonly height: number;
  readonly head: number;
}

/** Measures read models; what is returned is to be told of every group of blocks that they wrote. `place` is read when the metrics are asked for. */
export function readModelMetrics(registry: Registry, place: () => ReadModelsPlace): ReadModelsEvents["wrote"] {
  const registers = [registry];
  new Gauge({
    name: "sycee_read_models_height",
    help: "Last block that is in the read models; -1 before the first",
    registers,
    collect() {
      this.set(place().height);
    },
  });
  new Gauge({
    name: "sycee_read_models_lag_blocks",
    help: "Durable blocks that are not in the read models yet",
    registers,
    collect() {
      const { head, height } = place();
      this.set(head - height);
    },
  });
  const rows = new Counter({ name: "sycee_read_models_rows_total", help: "Rows written into the read models", registers });
  const blocks = new Counter({ name: "sycee_read_models_blocks_total", help: "Blocks written into the read models", registers });
  const seconds = new Counter({
    name: "sycee_read_models_seconds_total",
    help: "Time that reading blocks and writing them took: divided by the blocks, seconds a block",
    registers,
  });
  return (group) => {
    rows.inc(group.rows);
    blocks.inc(group.blocks);
    seconds.inc(group.seconds);
  };
}
