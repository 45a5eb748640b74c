import { debuglog } from "node:util";
import { type Client, SyceeError } from "@sycee/sdk";
import type { Act, ActKind } from "./act.ts";
import { drawActs } from "./draw-acts.ts";
import type { Outcome } from "./outcome.ts";
import { playAct } from "./play-act.ts";
import { World } from "./world.ts";

/** Acts that are under way at once: with more the node is not given. */
const MOST_UNDER_WAY = 8;
/** After this long without a node that answers the activity waits before it goes on. */
const PAUSE_MS = 1_000;
/** Mixes the height of a restart into the seed (2^32 divided by the golden ratio). */
const HEIGHT_MIX = 0x9e37_79b1;

export interface ActivityOptions {
  readonly client: Client;
  /** Acts a second, above 0. */
  readonly pace: number;
  readonly seed: number;
  /** Told of each act when it is over, in the order in which they end. */
  readonly onAct?: (act: Act, outcome: Outcome) => void;
  /** Ends after so many acts; goes on until it is stopped if absent. */
  readonly acts?: number;
}

/** How many acts of a kind there were. */
export interface ActCount {
  readonly done: number;
  /** Nothing was to be done. */
  readonly idle: number;
  readonly refused: number;
}

/** What a running activity has done so far. */
export interface ActivityCounts {
  readonly byKind: ReadonlyMap<ActKind, ActCount>;
  /** By name of what refused. */
  readonly refusals: ReadonlyMap<string, number>;
}

const debug = debuglog("sycee-activity");

/**
 * People and institutions of the development economy at work: acts drawn from a seed, played one after another at a pace, a few at
 * once. It keeps no record: what it needs to know it asks the ledger. Begun again at a later height it draws other acts.
 */
export class Activity {
  private readonly options: ActivityOptions;
  private readonly stopping = new AbortController();
  private readonly counts = new Map<ActKind, { done: number; idle: number; refused: number }>();
  private readonly refusals = new Map<string, number>();
  private readonly running: Promise<void>;

  constructor(options: ActivityOptions) {
    this.options = options;
    this.running = this.run();
  }

  /** What it has done so far. */
  read(): ActivityCounts {
    return { byKind: new Map(this.counts), refusals: new Map(this.refusals) };
  }

  /** Ends once `acts` acts are over; throws what made it end early. */
  async ended(): Promise<void> {
    await this.running;
  }

  /** Begins no act any more and gives up those under way; what was sent of them the ledger may still take. Never throws: see `ended`. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.allSettled([this.running]);
  }

  private async run(): Promise<void> {
    const { client, pace, seed, acts = Number.POSITIVE_INFINITY } = this.options;
    const { signal } = this.stopping;
    const { height } = await client.status();
    const world = await World.open(client, signal);
    const draw = drawActs(world.population, (seed + Math.imul(Number(BigInt(height) % 2n ** 32n), HEIGHT_MIX)) | 0);
    const underWay = new Set<Promise<void>>();
    let nextMs = performance.now();
    for (let number = 0; number < acts && !signal.aborted; number++) {
      const playing = this.play(world, draw()).finally(() => underWay.delete(playing));
      underWay.add(playing);
      // An activity that is slower than its pace does not make up for it.
      nextMs = Math.max(nextMs + 1_000 / pace, performance.now() - 1_000);
      if (underWay.size >= MOST_UNDER_WAY) await Promise.race(underWay);
      await pause(nextMs - performance.now(), signal);
    }
    await Promise.all(underWay);
  }

  private async play(world: World, act: Act): Promise<void> {
    const outcome = await this.outcomeOf(world, act);
    if (this.stopping.signal.aborted) return;
    const count = this.counts.get(act.kind) ?? { done: 0, idle: 0, refused: 0 };
    if (typeof outcome === "string") count[outcome]++;
    else {
      count.refused++;
      const times = (this.refusals.get(outcome.refused) ?? 0) + 1;
      this.refusals.set(outcome.refused, times);
      if (times === 1) debug("%s was refused: %s", act.kind, outcome.refused);
    }
    this.counts.set(act.kind, count);
    this.options.onAct?.(act, outcome);
  }

  private async outcomeOf(world: World, act: Act): Promise<Outcome> {
    try {
      return await playAct(world, act);
    } catch (error) {
      // What was given up because the activity stops is no refusal.
      if (this.stopping.signal.aborted) return "idle";
      if (!(error instanceof SyceeError)) throw error;
      if (error.code === "unreachable" || error.code === "overloaded") await pause(PAUSE_MS, this.stopping.signal);
      return { refused: error.abortName ?? error.code };
    }
  }
}

async function pause(forMs: number, signal: AbortSignal): Promise<void> {
  if (forMs <= 0 || signal.aborted) return;
  await new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, forMs);
    signal.addEventListener("abort", end);
  });
}
