import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type OfficeStore, openOfficeStore } from "../store/office-store.ts";
import { ANSWER_KEPT_MS, IdempotentRequests, type KeyedRequest } from "./idempotent-requests.ts";

let directory: string;
let store: OfficeStore;
let nowMs = 1_000;
const request: KeyedRequest = { app: "app", key: "key", method: "POST", path: "/v1/payments", body: Buffer.from("{}") };

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "sycee-idempotent-"));
  store = openOfficeStore(directory);
});

afterAll(async () => {
  await store.close();
  rmSync(directory, { recursive: true });
});

test("an act is done once for each app and key, and another request with the key is refused", async () => {
  const requests = new IdempotentRequests(store, () => nowMs);
  let acts = 0;
  const act = () => {
    acts += 1;
    return { status: 202, body: `${acts}` };
  };
  expect(await requests.answer(request, act)).toEqual({ status: 202, body: "1", repeated: false });
  expect(await requests.answer(request, act)).toEqual({ status: 202, body: "1", repeated: true });
  const others: readonly Partial<KeyedRequest>[] = [{ body: Buffer.from("[]") }, { path: "/v1/refunds" }, { method: "PUT" }];
  for (const other of others) {
    await expect(requests.answer({ ...request, ...other }, act)).rejects.toMatchObject({ code: "idempotency_key_reused" });
  }
  expect(await requests.answer({ ...request, app: "other" }, act)).toMatchObject({ body: "2", repeated: false });
  expect(acts).toBe(2);
});

test("what an act that throws wrote is not there, and neither is an answer", async () => {
  const requests = new IdempotentRequests(store, () => nowMs);
  const failing = { ...request, key: "failing" };
  const act = () => {
    void store.numbers.put("written", 1);
    throw new Error("no");
  };
  await expect(requests.answer(failing, act)).rejects.toThrow("no");
  expect(store.numbers.get("written")).toBeUndefined();
  expect(await requests.answer(failing, () => ({ status: 200, body: "yes" }))).toMatchObject({ body: "yes", repeated: false });
});

test("answers are forgotten after two days, each when its own time has come", async () => {
  const requests = new IdempotentRequests(store, () => nowMs);
  await requests.answer({ ...request, key: "old" }, () => ({ status: 200, body: "old" }));
  nowMs += ANSWER_KEPT_MS - 1;
  await requests.answer({ ...request, key: "young" }, () => ({ status: 200, body: "young" }));
  expect(await requests.forgetOld()).toBe(0);
  nowMs += 1;
  // Everything but the young one was answered at the same time.
  expect(await requests.forgetOld()).toBe(4);
  expect(await requests.answer({ ...request, key: "old" }, () => ({ status: 200, body: "new" }))).toMatchObject({ body: "new" });
  expect(await requests.answer({ ...request, key: "young" }, () => ({ status: 200, body: "new" }))).toMatchObject({ body: "young" });
});

test("no name of an app and key of another make the same request", async () => {
  const requests = new IdempotentRequests(store, () => nowMs);
  const act = () => ({ status: 202, body: "" });
  expect(await requests.answer({ ...request, app: "shop", key: "east:1" }, act)).toMatchObject({ repeated: false });
  expect(await requests.answer({ ...request, app: "shop:east", key: "1" }, act)).toMatchObject({ repeated: false });
});
