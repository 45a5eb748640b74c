import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { APPS, type TestEconomy } from "./economy.ts";
import { OfficeClient } from "./office-client.ts";

const MAIN = join(import.meta.dirname, "../dist/main.js");
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** An office as a process of its own, which can be killed and started again; its clients insist. */
export class OfficeProcess {
  private readonly configuration: string;
  private child: ChildProcess | undefined;
  private url = "";

  constructor({ directory, node }: TestEconomy, name: string, seed: Uint8Array) {
    const own = join(directory, name);
    mkdirSync(join(own, "office"), { recursive: true });
    writeFileSync(join(own, "seed"), Buffer.from(seed).toString("hex"));
    this.configuration = join(own, "office.json");
    const configuration = {
      directory: join(own, "office"),
      node: node.url,
      seedFile: join(own, "seed"),
      name,
      port: 0,
      zoneOffsetMinutes: 480,
      apps: APPS,
    };
    writeFileSync(this.configuration, JSON.stringify(configuration));
  }

  /** Starts it; answers what it is for. */
  async start(): Promise<string> {
    const started = spawn(process.execPath, [MAIN, "--config", this.configuration], { stdio: ["ignore", "pipe", "inherit"] });
    this.child = started;
    for await (const line of createInterface({ input: started.stdout })) {
      const event = JSON.parse(line) as { readonly listening?: string; readonly kind?: string };
      if (event.listening === undefined) continue;
      this.url = event.listening;
      return event.kind ?? "";
    }
    throw new Error("the office ended before it listened");
  }

  /** Ends it by a signal. Answers its exit code, `null` if it was killed. */
  async end(signal: "SIGKILL" | "SIGTERM"): Promise<number | null> {
    const { child } = this;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
    child.kill(signal);
    return await ended;
  }

  /** Sends a request until it is answered with 202, and once more if told so: always the same bytes with the same key. Throws if it is answered otherwise. */
  async insist(path: string, body: unknown, again: boolean): Promise<Record<string, unknown>> {
    const key = randomUUID();
    const { status, text, json } = await this.untilAnswered((client) => client.post(path, body, key));
    if (status !== 202) throw new Error(`${path} was answered with ${status}: ${text}`);
    if (again) {
      const repeated = await this.untilAnswered((client) => client.post(path, body, key));
      if (repeated.text !== text) throw new Error(`${path} was answered otherwise the second time: ${repeated.text}`);
    }
    return json;
  }

  /** An order when it is final, or a customer when it has an account. */
  async settled(path: string): Promise<Record<string, unknown>> {
    return await this.untilAnswered((client) => client.settled(path));
  }

  /** What is asked of the office, asked again as long as nobody answers. */
  async untilAnswered<T>(ask: (client: OfficeClient) => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await ask(new OfficeClient(this.url));
      } catch (error) {
        // fetch tells a lost connection by a TypeError.
        if (!(error instanceof TypeError) && !(error instanceof DOMException)) throw error;
        await pause(30);
      }
    }
  }
}
