import { randomUUID } from "node:crypto";
import { TOKEN } from "./economy.ts";

/** What the office answered. */
export interface OfficeAnswer {
  readonly status: number;
  readonly text: string;
  // What an answer holds is for each test to say.
  readonly json: Record<string, unknown>;
  readonly replayed: boolean;
}

/** An app of the institution that sends what it is told, once. */
export class OfficeClient {
  private readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  async post(path: string, body: unknown, key: string = randomUUID(), token = TOKEN): Promise<OfficeAnswer> {
    return await this.ask(path, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}`, "idempotency-key": key },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  }

  async get(path: string): Promise<OfficeAnswer> {
    return await this.ask(path, { headers: { authorization: `Bearer ${TOKEN}` } });
  }

  async delete(path: string): Promise<OfficeAnswer> {
    return await this.ask(path, { method: "DELETE", headers: { authorization: `Bearer ${TOKEN}` } });
  }

  /** An order when it is final, or a customer when it has an account or is refused one. */
  async settled(path: string): Promise<Record<string, unknown>> {
    for (let attempt = 0; attempt < 600; attempt++) {
      const { json } = await this.get(path);
      if (json.state === "done" || json.state === "refused" || json.account !== undefined || json.refusal !== undefined) return json;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`${path} did not settle`);
  }

  private async ask(path: string, init: RequestInit): Promise<OfficeAnswer> {
    const response = await fetch(`${this.url}${path}`, { ...init, signal: AbortSignal.timeout(20_000) });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") === true;
    return {
      status: response.status,
      text,
      json: isJson ? (JSON.parse(text) as Record<string, unknown>) : {},
      replayed: response.headers.get("idempotent-replayed") === "true",
    };
  }
}
