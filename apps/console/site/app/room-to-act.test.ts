import { ROUTES } from "@sycee/protocol";
import { describe, expect, it } from "vitest";
import { leavingRoomToAct, MOST_LATE } from "./room-to-act.ts";

const NODE = "http://127.0.0.1:8420";
const READ = `${NODE}${ROUTES.search.path}`;

/** A node that answers when it is told to. */
function openNode() {
  const asked: { readonly what: string; readonly answer: () => void; readonly fail: () => void }[] = [];
  const request = leavingRoomToAct(
    async (input, init) =>
      await new Promise<Response>((resolve, reject) => {
        const { pathname } = new URL(String(input));
        asked.push({
          what: `${init?.method ?? "GET"} ${pathname}`,
          answer: () => resolve(new Response()),
          fail: () => reject(new TypeError("no connection")),
        });
      }),
  );
  return { asked, request };
}

const settled = async () => await new Promise((resolve) => setTimeout(resolve, 0));

describe("what is answered late", () => {
  it("leaves room to act, to follow the blocks and to see how things stand", async () => {
    const { asked, request } = openNode();
    for (let index = 0; index < 10; index++) void request(READ);
    await settled();
    expect(asked).toHaveLength(MOST_LATE);
    void request(`${NODE}${ROUTES.submitTransactions.path}`, { method: "POST" });
    void request(`${NODE}${ROUTES.followBlocks.path}?from=3`);
    void request(`${NODE}/v1/accounts/0x1`);
    await settled();
    expect(asked.slice(MOST_LATE).map(({ what }) => what)).toEqual(["POST /v1/transactions", "GET /v1/events", "GET /v1/accounts/0x1"]);
  });

  it("goes on in its order when one is answered or fails", async () => {
    const { asked, request } = openNode();
    const answers = Array.from({ length: MOST_LATE + 3 }, (_, index) => request(`${NODE}/v1/accounts/0x${index}/payments`));
    await settled();
    asked[1]?.answer();
    asked[2]?.fail();
    await expect(answers[1]).resolves.toBeInstanceOf(Response);
    await expect(answers[2]).rejects.toThrow("no connection");
    await settled();
    expect(asked.map(({ what }) => what)).toEqual(
      Array.from({ length: MOST_LATE + 2 }, (_, index) => `GET /v1/accounts/0x${index}/payments`),
    );
  });

  it("waits no longer than its signal, and keeps nobody else's place", async () => {
    const { asked, request } = openNode();
    for (let index = 0; index < MOST_LATE; index++) void request(READ);
    const controller = new AbortController();
    const given = request(`${NODE}/v1/flows`, { signal: controller.signal });
    void request(`${NODE}/v1/laws`);
    controller.abort(new Error("no longer wanted"));
    await expect(given).rejects.toThrow("no longer wanted");
    await expect(request(READ, { signal: controller.signal })).rejects.toThrow("no longer wanted");
    asked[0]?.answer();
    await settled();
    expect(asked.map(({ what }) => what).slice(MOST_LATE)).toEqual(["GET /v1/laws"]);
  });
});
