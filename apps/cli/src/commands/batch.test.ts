import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type DevelopmentNode, type Ended, startDevelopmentNode } from "../../test-data/development-node.ts";

const SLOW_MS = 120_000;
const directory = mkdtempSync(join(tmpdir(), "sycee-batch-"));
const file = join(directory, "batch.csv");

let node: DevelopmentNode;

const batch = (...args: string[]): Promise<Ended> => node.run("batch", "--from", "harbour-bank", file, ...args);

async function call(name: string, ...values: string[]): Promise<void> {
  const { code, err } = await node.run("move", "call", `banking::customer_accounts::${name}`, ...values, "--signer", "harbour-bank");
  expect({ code, err }).toEqual({ code: 0, err: "" });
}

/** What a person sees, with the ids of transactions left out. */
const linesOf = ({ out }: Ended): string[] => out.replace(/0x[0-9a-f]{64}/g, "ID").split("\n");

beforeAll(async () => {
  node = await startDevelopmentNode("batch");
  await call("begin");
  await call("open", "3");
  await call("deposit", "0", "100000");
}, SLOW_MS);

afterAll(async () => {
  await node.end();
  rmSync(directory, { recursive: true, force: true });
});

describe("a batch", { timeout: SLOW_MS }, () => {
  test("makes each transfer of a file by itself, and tells which lines were refused", async () => {
    writeFileSync(file, "payer,payee,amount\n0,1,2.50\n1,2,2.51\n\n0,7,1\n1,2,0.50\n");
    const posted = await batch();
    expect(linesOf(posted)).toEqual([
      "line 3: 1 to 2, 2.51 CNY.cash: insufficient balance",
      "line 5: 0 to 7, 1.00 CNY.cash: unknown payee",
      "made 2 of 4 transfers, 3.00 CNY.cash, all final",
      "transaction ID",
      "",
    ]);
    expect(posted).toMatchObject({ code: 1, err: "error: 2 of 4 transfers were refused; the others are final. (transfers_refused)\n" });
    writeFileSync(file, "1,0,2");
    const { code, out } = await batch("--json");
    expect({ code, answer: JSON.parse(out) }).toEqual({
      code: 0,
      answer: { transactions: [expect.any(String)], accepted: 1, totalMinor: "200", symbol: "CNY.cash", refused: [] },
    });
  });

  test("of which nothing was made does not speak of others", async () => {
    writeFileSync(file, "1,1,1");
    expect(await batch()).toMatchObject({ code: 1, err: "error: 1 of 1 transfers were refused. (transfers_refused)\n" });
  });

  test.each([
    ["a file that is not there", "0,1,1", ["--from", "harbour-bank", join(directory, "nowhere.csv")], "invalid_argument"],
    ["an operator without accounts", "0,1,1", ["--from", "valley-bank", file], "no_customer_accounts"],
    [
      "an instrument that the accounts are not in",
      "0,1,1",
      ["--from", "harbour-bank", "--instrument", "CNY.settlement", file],
      "unknown_instrument",
    ],
    ["more decimals than the accounts' unit has", "0,1,1.001", ["--from", "harbour-bank", file], "invalid_argument"],
  ])("with %s posts nothing", async (_, text, args, code) => {
    writeFileSync(file, text);
    const before = await latestHeight();
    expect(await node.run("batch", ...args)).toMatchObject({
      code: 1,
      out: "",
      err: expect.stringMatching(`^error: .+ \\(${code}\\)\n$`),
    });
    expect(await latestHeight()).toBe(before);
  });

  test("that fails in the middle of a file tells what is final already", async () => {
    writeFileSync(file, `payer,payee,amount\n0,9,1\n${"0,1,0.01\n0,1,0.00\n".repeat(5_000)}`);
    const gate = await refusingAfter(1);
    const { code, err, ...shown } = await batch("--url", gate.url);
    await gate.end();
    expect({ code, err }).toEqual({ code: 1, err: "10000 of 10001 lines are final\nerror: No more today. (wrong_chain)\n" });
    const lines = linesOf({ code, err, ...shown });
    expect(lines[0]).toBe("line 2: 0 to 9, 1.00 CNY.cash: unknown payee");
    expect(lines.slice(-4)).toEqual([
      "made 5000 of 10001 transfers, 50.00 CNY.cash, all final",
      "transaction ID",
      "stopped at line 10002: what is said here is of the lines before it, post only the others again",
      "",
    ]);
  });
});

async function latestHeight(): Promise<unknown> {
  return ((await (await fetch(`${node.url}/v1/status`)).json()) as { height: unknown }).height;
}

/** A way to the node that lets so many submissions through and refuses the rest for good. */
async function refusingAfter(count: number): Promise<{ readonly url: string; end(): Promise<void> }> {
  let submissions = 0;
  const server: Server = createServer((request, response) => {
    void (async () => {
      const body = await bodyOf(request);
      if (request.method === "POST" && ++submissions > count) {
        const problem = {
          type: "/problems/wrong_chain",
          title: "No.",
          status: 400,
          detail: "No more today.",
          code: "wrong_chain",
          number: 2001,
        };
        response.writeHead(400, { "content-type": "application/problem+json" }).end(JSON.stringify(problem));
        return;
      }
      const { method = "GET", headers } = request;
      const kept = Object.entries(headers).filter(([name]) => name === "content-type" || name === "accept");
      const answer = await fetch(`${node.url}${request.url ?? ""}`, {
        method,
        headers: Object.fromEntries(kept.map(([name, value]) => [name, String(value)])),
        ...(method === "POST" ? { body } : {}),
      });
      response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "" });
      response.end(Buffer.from(await answer.arrayBuffer()));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    end: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
